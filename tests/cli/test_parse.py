"""`hoiluat parse`."""

import json
from pathlib import Path

import pytest

from cli.main import main
from tests.ingest.invented_files import LAW, docx


@pytest.fixture
def law(tmp_path: Path) -> Path:
    path = tmp_path / "luat.docx"
    path.write_bytes(docx(LAW.split("\n")))
    return path


def test_json_is_the_contracts(law: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(law), "--json"]) == 0
    value = json.loads(capsys.readouterr().out)
    assert set(value) == {"document", "provisions", "relations", "effects", "problems"}
    assert value["document"]["id"] == "98/2031/QH77"
    assert value["document"]["in_force_from"] == "2031-07-01"
    assert value["document"]["pages"] is None
    first = value["provisions"][0]
    assert set(first) == {"ref", "level", "label", "heading", "text", "start", "text_end", "end", "page"}
    assert (first["ref"], first["level"], first["label"]) == ("98/2031/QH77#dieu_1", "dieu", "Điều 1")
    assert all(LAW[part["start"] : part["end"]] == part["text"] for part in value["provisions"])
    (relation,) = value["relations"]
    assert relation == {
        "kind": "replaces",
        "target": "12/2001/QH55",
        "source": "98/2031/QH77#dieu_3__khoan_2",
        "effective": "2031-07-01",
    }


def test_text_is_the_stored_text(law: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(law), "--text"]) == 0
    assert capsys.readouterr().out == LAW + "\n"


def test_an_outline_for_people(law: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(law)]) == 0
    out = capsys.readouterr().out
    assert "Luật Trồng chè số 98/2031/QH77" in out
    assert "Điều 2. Quyền của người trồng chè (2 khoản, điểm)" in out


def test_a_refusal_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "rong.pdf").write_bytes(b"")
    assert main(["parse", str(tmp_path / "rong.pdf"), "--json"]) == 1
    shown = capsys.readouterr()
    assert "Tệp rỗng" in shown.err
    assert json.loads(shown.out) == {"refused": "Tệp rỗng, không có nội dung. Hãy kiểm tra lại tệp hoặc tải lại."}


def test_a_missing_file_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(tmp_path / "khong-co.pdf")]) == 2
    assert "Không có tệp" in capsys.readouterr().err
