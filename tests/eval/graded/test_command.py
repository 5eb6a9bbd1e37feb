"""`hoiluat eval grade` against a server on loopback that speaks chat completions."""

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from cli.main import main
from eval.report.pages import run_page
from eval.runs.folder import RunFolder
from tests.eval.graded.judges import always, like_the_hand
from tests.eval.graded.runs import ROWS, small_run
from tests.eval.graded.test_grading import ASKED
from tests.eval.runs.judged import judged

KEY = "k3y-of-the-judge"


@dataclass
class Judging:
    """A served judge: what it says, what it was sent, how often it says nothing but an error."""

    says: Callable[[str], str]
    address: str = ""
    sent: list[dict[str, Any]] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    status: int = 200


class _Handler(BaseHTTPRequestHandler):
    judging: Judging

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.judging.sent.append(asked)
        self.judging.keys.add(self.headers["authorization"])
        said = self.judging.says("\n".join(message["content"] for message in asked["messages"]))
        choice = {"index": 0, "message": {"role": "assistant", "content": said}, "finish_reason": "stop"}
        body = json.dumps({"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]})
        self.send_response(self.judging.status if self.path == "/v1/chat/completions" else 404)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Iterator[Judging]:
    judging = Judging(like_the_hand)
    with ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"judging": judging})) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        judging.address = f"http://127.0.0.1:{server.server_address[1]}/v1"
        monkeypatch.setenv("HOILUAT_JUDGE_BASE_URL", judging.address)
        monkeypatch.setenv("HOILUAT_JUDGE_MODEL", "quan-tòa-1.0")
        monkeypatch.setenv("HOILUAT_JUDGE_API_KEY", KEY)
        yield judging
        server.shutdown()
        thread.join()


def test_a_run_is_graded_and_graded_again_without_asking(
    served: Judging, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = small_run(tmp_path)
    assert main(["eval", "grade", str(folder.path), "--json"]) == 0
    first = json.loads(capsys.readouterr().out)
    assert len(served.sent) == ASKED and served.keys == {f"Bearer {KEY}"}
    assert {(one["model"], one["temperature"], one["seed"]) for one in served.sent} == {("quan-tòa-1.0", 0.0, 13)}
    assert first["judge"]["model"] == "quan-tòa-1.0" and first["judge"]["base_url"] == served.address
    assert first["measures"]["tone"]["agreement"]["kappa"] == 1.0
    assert first["measures"]["tone"]["mean"] == 3.0
    assert main(["eval", "grade", str(folder.path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == first
    assert len(served.sent) == ASKED


def test_what_is_left_in_the_folder_can_be_shown(served: Judging, tmp_path: Path) -> None:
    folder = small_run(tmp_path)
    main(["eval", "grade", str(folder.path)])
    lines = [json.loads(line) for line in (folder.path / "graded.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(line["id"], line["measure"]) for line in lines[:3]] == [
        ("a", "faithfulness"), ("a", "helpfulness"), ("a", "tone")
    ]  # fmt: skip
    assert len(lines) == 3 * len(ROWS) and lines[0]["value"] == 3.0
    assert not any(KEY in path.read_text(encoding="utf-8") for path in folder.path.iterdir())


def test_a_judge_that_always_says_five_is_seen_through(
    served: Judging, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    served.says = always(5)
    assert main(["eval", "grade", str(small_run(tmp_path).path)]) == 0
    said = capsys.readouterr().out
    assert said.count("5.00 [5.00, 5.00]") == 3  # a fine score
    assert said.count("kappa 0.00 [0.00, 0.00]") == said.count("không hơn chấm bừa: đừng dùng điểm này") == 3


def test_a_judge_like_the_hand_is_told_without_a_warning(
    served: Judging, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["eval", "grade", str(small_run(tmp_path).path)]) == 0
    said = capsys.readouterr().out
    assert said.count("so với 15 mẫu chấm tay: kappa 1.00 [1.00, 1.00], trùng 100%") == 3
    assert "chấm bừa" not in said


def test_a_judge_that_speaks_no_json_scores_nothing(
    served: Judging, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    served.says = lambda _: "Câu trả lời rất hay."
    assert main(["eval", "grade", str(small_run(tmp_path).path)]) == 0
    said = capsys.readouterr().out
    assert said.count("không so được, 15 mẫu mô hình không chấm được") == 3
    assert len(served.sent) == 2 * ASKED


def test_a_server_that_is_down_is_told_and_the_next_run_goes_on(
    served: Judging, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, served.status = small_run(tmp_path), 401
    assert main(["eval", "grade", str(folder.path)]) == 1
    assert "HOILUAT_JUDGE_BASE_URL" in capsys.readouterr().err
    served.status = 200
    assert main(["eval", "grade", str(folder.path)]) == 0


def test_without_a_judge_the_setting_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "grade", str(small_run(tmp_path).path)]) == 2
    said = capsys.readouterr().err
    assert "HOILUAT_JUDGE_BASE_URL" in said and "HOILUAT_JUDGE_MODEL" in said


def test_what_is_no_run_is_told(served: Judging, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "grade", str(tmp_path)]) == 2
    assert "không phải thư mục của một lần chạy" in capsys.readouterr().err
    assert served.sent == []


def test_a_password_in_the_address_is_not_written_down(
    served: Judging, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOILUAT_JUDGE_BASE_URL", served.address.replace("http://", "http://me:s3cret@"))
    folder = small_run(tmp_path)
    main(["eval", "grade", str(folder.path)])
    assert served.sent
    assert not any("s3cret" in path.read_text(encoding="utf-8") for path in folder.path.iterdir())


def test_the_page_of_a_run_shows_the_judge_beside_the_hand(served: Judging, tmp_path: Path) -> None:
    folder = judged(tmp_path / "run", {"right": {"a": 1.0}}, ROWS)
    assert "Mô hình chấm" not in run_page(folder)
    served.says = always(5)
    main(["eval", "grade", str(folder.path)])
    page = run_page(RunFolder.open(folder.path))
    assert "quan-tòa-1.0" in page and "0,00 (0,00–0,00)" in page and "không hơn chấm bừa" in page
