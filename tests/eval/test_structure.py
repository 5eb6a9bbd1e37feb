"""Measuring how exactly files are read."""

import json
import shutil
from pathlib import Path

import pytest

from eval.structure import measure, report
from tests.ingest.invented_files import LAW, docx


def rows(folder: Path, *rows: dict[str, object]) -> Path:
    (folder / "gold" / "articles").mkdir(parents=True)
    (folder / "manifest.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (folder / "luat.docx").write_bytes(docx(LAW.split("\n")))
    return folder


LAW_ROW: dict[str, object] = {
    "path": "luat.docx", "format": "docx", "so_hieu": "98/2031/QH77", "loai": "Luật", "issued_on": "2031-03-03",
    "effective_from": "2031-07-01", "difficulty": [], "gold": {"n_articles": 3, "last_article_number": "3"},
}  # fmt: skip


def test_a_law_read_right(tmp_path: Path) -> None:
    folder = rows(tmp_path, LAW_ROW)
    gold = [
        {
            "dieu": "2",
            "heading": "Quyền của người trồng chè",
            "khoan": [{"so": "1", "diem": []}, {"so": "2", "diem": ["a", "b"]}],
        }
    ]
    path = folder / "gold" / "articles" / "98_2031_QH77.jsonl"
    path.write_text("\n".join(map(json.dumps, gold)), encoding="utf-8")
    result = measure(folder)
    assert not result.misses
    assert {check: result.tallies["all"].all[check] for check in ("articles", "headings", "clauses", "points")} == {
        "articles": 1,
        "headings": 1,
        "clauses": 1,
        "points": 1,
    }


def test_a_refusal_is_a_miss_and_is_told(tmp_path: Path) -> None:
    folder = rows(tmp_path, LAW_ROW, {**LAW_ROW, "path": "rong.docx"})
    (folder / "rong.docx").write_bytes(b"")
    result = measure(folder)
    assert result.share("articles") == 0.5
    text = "\n".join(report(result, details=True))
    assert "refused rong.docx: Tệp rỗng" in text
    assert "rong.docx: articles: 0 instead of 3" in text
    assert result.as_json()["formats"]["all"]["number"] == {"right": 1, "all": 2}


def test_core_law_is_read_as_well_as_the_documentation_says(shared: Path) -> None:
    result = measure(shared / "laws", "core")
    assert result.share("articles") >= 0.95
    assert result.share("number") >= 0.98
    assert result.share("type") >= 0.94
    assert result.share("clauses") >= 0.98
    assert result.share("points") >= 0.98
    assert result.share("spans") == 1.0
    assert [path for path, _ in result.refused] == ["core/102-2016-qh13-vbpl-partial.html"]


def test_hard_files_are_read_or_refused_for_their_true_reason(shared: Path) -> None:
    reasons = {
        "encrypted-user": "mật khẩu", "truncated": "cắt cụt",
        "garbage": "hỏng", "empty": "rỗng", "docx-expands": "bung ra", "docx-without": "không có chữ",
    }  # fmt: skip
    if shutil.which("tesseract") is None:
        reasons |= {"scan-": "OCR", "real-": "OCR", "stamp-": "OCR"}
    refused = dict(measure(shared / "laws", "hard").refused)
    for start, reason in reasons.items():
        found = {path: why for path, why in refused.items() if Path(path).name.startswith(start)}
        assert found, start
        assert all(reason in why for why in found.values()), found
    assert all(any(Path(path).name.startswith(start) for start in reasons) for path in refused), refused


@pytest.mark.parametrize("name", ["quyet-dinh-245-qd-ubnd-quy-che.docx", "ke-hoach-17-kh-btv-gia-dinh.docx"])
def test_invented_decisions_among_the_hard_files_are_read(shared: Path, name: str) -> None:
    assert name not in {Path(path).name for path, _ in measure(shared / "laws", f"hard/{name}").refused}
