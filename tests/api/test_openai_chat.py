"""The adapter against a server on loopback that speaks just enough of the protocol."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import openai
import pytest

from api.chat.openai_chat import STEADY, OpenAIChat, Sampling
from api.seams import ChatFailed

MESSAGES = [("system", "s"), ("user", "u")]
LIVELY = Sampling()


class Server(ThreadingHTTPServer):
    """Remembers what it was sent and answers what it is told."""

    daemon_threads = True
    status = 200
    reply: str | None = "Xin chào [1]."
    sent: dict[str, Any]
    refused = ""
    """A field that this server does not take."""
    refusals = 0


class Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        server = self.server
        assert isinstance(server, Server)
        server.sent = json.loads(self.rfile.read(int(self.headers["content-length"])))
        if server.refused and server.refused in server.sent:
            server.refusals += 1
            error = {"error": {"message": f"unknown field: {server.refused}"}}
            self._send(400, "application/json", json.dumps(error).encode())
            return
        if server.sent.get("stream"):
            self._stream(server)
            return
        message = {"role": "assistant", "content": server.reply}
        body = {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [
            {"index": 0, "message": message, "finish_reason": "stop"}]}  # fmt: skip
        self._send(server.status, "application/json", json.dumps(body).encode())

    def _stream(self, server: Server) -> None:
        rest = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
        pieces = ({"index": 0, "delta": {"content": piece}, "finish_reason": None} for piece in ("Xin ", "chào"))
        chunks = [rest | {"choices": [piece]} for piece in pieces]
        text = "".join(f"data: {json.dumps(chunk)}\n\n" for chunk in chunks) + "data: [DONE]\n\n"
        self._send(200, "text/event-stream", text.encode())

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield made
    made.shutdown()
    made.server_close()
    thread.join()


def chat(server: Server, sampling: Sampling = LIVELY) -> OpenAIChat:
    timeout = openai.Timeout(2.0, connect=1.0)
    address = f"http://127.0.0.1:{server.server_address[1]}/v1"
    return OpenAIChat(address, "nhỏ", timeout=timeout, sampling=sampling)


def test_completes_with_what_every_server_understands(server: Server) -> None:
    assert chat(server).complete(MESSAGES) == "Xin chào [1]."
    assert server.sent["max_tokens"] > 0 and "max_completion_tokens" not in server.sent
    assert "response_format" not in server.sent and server.sent["model"] == "nhỏ"


def test_a_steady_model_is_asked_for_its_likeliest_words(server: Server) -> None:
    chat(server, STEADY).complete(MESSAGES)
    assert (server.sent["temperature"], server.sent["seed"]) == (0.0, 13)


def test_who_wants_no_seed_sends_none(server: Server) -> None:
    chat(server).complete(MESSAGES)
    assert "seed" not in server.sent and server.sent["temperature"] > 0


def test_a_server_that_takes_no_seed_is_asked_without_from_then_on(server: Server) -> None:
    server.refused, model = "seed", chat(server, STEADY)
    assert [model.complete(MESSAGES), model.complete(MESSAGES)] == ["Xin chào [1].", "Xin chào [1]."]
    assert server.refusals == 1 and server.sent["temperature"] == 0.0


def test_another_refusal_is_a_failure_and_changes_nothing(server: Server) -> None:
    server.refused = "temperature"
    with pytest.raises(ChatFailed, match="temperature"):
        chat(server, STEADY).complete(MESSAGES)
    assert server.sent["seed"] == 13


def test_streams(server: Server) -> None:
    assert "".join(chat(server).stream(MESSAGES)) == "Xin chào"


@pytest.mark.parametrize(("status", "reply"), [(500, "x"), (401, "x"), (200, ""), (200, None)])
def test_failures_are_one_kind(server: Server, status: int, reply: str | None) -> None:
    server.status, server.reply = status, reply
    with pytest.raises(ChatFailed):
        chat(server).complete(MESSAGES)


def test_nobody_there() -> None:
    with pytest.raises(ChatFailed):
        OpenAIChat("http://127.0.0.1:9/v1", "m", timeout=openai.Timeout(1.0)).complete(MESSAGES)
