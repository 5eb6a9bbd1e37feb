"""A server under test, asked over HTTP as any other would be."""

import socket
import threading
from collections.abc import Iterator, Sequence
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest
import uvicorn

from api.answer import Inquiry
from api.http.app import create_app
from api.messages import AnswerMessage
from corpus.reference import ProvisionRef
from eval.answers.catalogue import MEASURES
from eval.answers.corpus_law import CorpusLaw
from eval.answers.reply import read_reply
from eval.runs.server import ServedLaw, Server, client_of
from eval.runs.system import AskFailed
from eval.suites.suite import Row
from tests.api.twins import TwinHouse

QUESTIONS = ("Hồ sơ mượn vườn gồm những gì?", "thùng ong cách lối đi bao xa", "Chào bạn")
DAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(TwinHouse()), log_config=None))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    with client_of(f"http://127.0.0.1:{listening.getsockname()[1]}") as client:
        yield client
    server.should_exit = True
    thread.join()
    listening.close()


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_measure_says_the_same_over_http_and_in_process(client: httpx.Client, question: str) -> None:
    house = TwinHouse()
    row = Row("a", question, True, (ProvisionRef.parse("11/2020/QH99#dieu_1"),), as_of=DAY)
    near = read_reply(AnswerMessage.of(house.advisor.ask(Inquiry(question, DAY))).record(), 1.0)
    far = read_reply(Server(client).ask(row), 1.0)
    here, there = CorpusLaw(house.corpus), ServedLaw(client)
    for measure in MEASURES:
        assert measure.judge(row, far, there) == measure.judge(row, near, here)


def test_law_that_is_not_held_is_none(client: httpx.Client) -> None:
    law = ServedLaw(client)
    assert law.text("77/1999/QH70", "0" * 64) is None
    assert law.provision(ProvisionRef.parse("77/1999/QH70#dieu_1"), DAY) is None
    assert law.base("77/1999/QH70") == "77/1999/QH70"


def test_a_refusal_is_an_error_with_what_the_server_said(client: httpx.Client) -> None:
    with pytest.raises(AskFailed, match="422"):
        Server(client).ask(Row("a", "?" * 20_000, True))


class _Scene(BaseHTTPRequestHandler):
    """Answers with what the test lines up."""

    replies: Sequence[tuple[int, bytes]] = ()

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["content-length"]))
        status, body = self.server.lined_up.pop(0)  # type: ignore[attr-defined]
        self.send_response(status)
        self.send_header("retry-after", "0")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def scene() -> Iterator[ThreadingHTTPServer]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Scene) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("lined_up", "expected"),
    [
        ([(200, b'{"status": "answered"}')], "answered"),
        ([(429, b""), (503, b""), (200, b'{"status": "clarify"}')], "clarify"),
        ([(503, b"")] * 4, "503"),
        ([(500, b"broken")], "broken"),
        ([(200, b"no json")], "no JSON"),
        ([(200, b"[]")], "no object"),
    ],
)
def test_busy_servers_are_asked_again_and_others_are_told(
    scene: ThreadingHTTPServer, lined_up: list[tuple[int, bytes]], expected: str
) -> None:
    scene.lined_up = list(lined_up)  # type: ignore[attr-defined]
    with client_of(f"http://127.0.0.1:{scene.server_address[1]}") as client:
        try:
            said = str(Server(client).ask(Row("a", "Ai tưới rau?", True))["status"])
        except AskFailed as error:
            said = str(error)
    assert expected in said
    assert scene.lined_up == []  # type: ignore[attr-defined]


def test_nobody_there_is_told_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = held.getsockname()[1]
    with client_of(f"http://127.0.0.1:{port}") as client, pytest.raises(AskFailed, match="ConnectError"):
        Server(client).ask(Row("a", "Ai tưới rau?", True))
