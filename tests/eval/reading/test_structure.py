"""Measuring how exactly files are read."""

import json
import shutil
from pathlib import Path

import pytest

from eval.reading.structure import measure
from eval.reading.table import report
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
        {"dieu": "1"},
        {
            "dieu": "2",
            "heading": "Quyền của người trồng chè",
            "khoan": [{"so": "1", "diem": []}, {"so": "2", "diem": ["a", "b"]}],
        },
        {"dieu": "3"},
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


@pytest.mark.parametrize(
    ("listed", "gold", "fault"),
    [
        (["1", "2", "3"], {"n_articles": 3}, ""),
        (["1", "3", "2"], {"n_articles": 3}, "2 instead of 3 at place 2"),
        ([], {"n_articles": 3, "last_article_number": "3"}, ""),
        ([], {"n_articles": 4, "last_article_number": "4"}, "3 articles instead of 4"),
    ],
)
def test_the_order_of_articles_is_compared(
    tmp_path: Path, listed: list[str], gold: dict[str, object], fault: str
) -> None:
    folder = rows(tmp_path, {**LAW_ROW, "gold": gold})
    if listed:
        path = folder / "gold" / "articles" / "98_2031_QH77.jsonl"
        path.write_text("\n".join(json.dumps({"dieu": number}) for number in listed), encoding="utf-8")
    result = measure(folder)
    assert (result.tallies["all"].right["order"], result.tallies["all"].all["order"]) == (not fault, 1)
    assert [miss.found for miss in result.misses if miss.check == "order"] == [fault] * bool(fault)


def test_numbers_that_the_file_leaves_out_are_told(tmp_path: Path) -> None:
    folder = rows(tmp_path, {**LAW_ROW, "gold": {"n_articles": 3, "last_article_number": "9"}})
    (folder / "luat.docx").write_bytes(docx(LAW.replace("Điều 3.", "Điều 9.").split("\n")))
    result = measure(folder)
    assert not [miss for miss in result.misses if miss.check == "order"]
    assert "numbers left out, as the gold has them luat.docx: 3, 4, 5, 6, 7, 8" in list(report(result, details=False))


def test_a_law_without_a_number_is_right_where_the_gold_says_that_it_has_none(tmp_path: Path) -> None:
    law = LAW.replace("Luật số: 98/2031/QH77\n", "")
    folder = rows(tmp_path, {**LAW_ROW, "so_hieu": "Không số"})
    (folder / "luat.docx").write_bytes(docx(law.split("\n")))
    assert not [miss for miss in measure(folder).misses if miss.check == "number"]
    (folder / "luat.docx").write_bytes(docx(LAW.split("\n")))
    assert [miss.found for miss in measure(folder).misses if miss.check == "number"] == ["98/2031/qh77"]


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
    assert result.share("order") >= 0.95
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
