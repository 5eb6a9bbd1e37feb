"""From what people type to what the indexes are asked."""

import csv
from importlib import resources

import pytest

from retriever.diacritics import Diacritics
from retriever.lay_terms import LayTerms, bundled_lay_terms
from retriever.question import LAY_WEIGHT, LONGEST, understand

TERMS = LayTerms(
    [
        ("bỏ chồng|thôi chồng", "ly hôn", "x"),
        ("bỏ chồng con", "từ bỏ gia đình", "x"),
        ("sổ đỏ", "giấy chứng nhận; quyền sử dụng đất", "x"),
        ("kiện", "khởi kiện", "x"),
        ("ck", "chồng", "viet_tat"),
        ("ts", "tài sản; thai sản", "viet_tat"),
    ]
)


@pytest.mark.parametrize(
    ("question", "expected", "reason"),
    [
        ("em muốn bỏ chồng", ["ly hôn"], "as written"),
        ("em muon bo chong", ["ly hôn"], "without diacritics"),
        ("muốn bỏ chong", ["ly hôn"], "half and half"),
        ("thôi chồng được không", ["ly hôn"], "another way to say it"),
        ("bỏ chồng con", ["từ bỏ gia đình"], "the longer hides the shorter"),
        ("bó chồng", [], "another word"),
        ("sổ đỏ", ["giấy chứng nhận", "quyền sử dụng đất"], "two terms of law"),
        ("đi kiện", ["khởi kiện"], "a single word as written"),
        ("y kien cua toi", [], "a single bare word may be many things"),
        ("", [], "nothing"),
    ],
)
def test_lay_terms(question: str, expected: list[str], reason: str) -> None:
    assert [added.legal for added in TERMS.added(question)] == expected, reason


def test_short_forms_are_read_in_every_sense() -> None:
    assert TERMS.readings("ck giữ ts") == ("chồng giữ tài sản", "chồng giữ thai sản")
    assert TERMS.readings("chồng giữ tài sản") == ()
    assert len(TERMS.readings("ts " * 12)) == 4, "not two to the twelfth"


def test_nothing_is_taken_away() -> None:
    asked = understand("ck đòi sổ đỏ", TERMS, Diacritics())
    assert asked.clauses[0].text == "ck đòi sổ đỏ"
    assert [clause.weight for clause in asked.clauses] == [1.0, 1.0, LAY_WEIGHT, LAY_WEIGHT]
    assert asked.spoken == "chồng đòi sổ đỏ"
    assert asked.meant == "chồng đòi sổ đỏ (giấy chứng nhận; quyền sử dụng đất)"


def test_long_stories_are_cut() -> None:
    assert len(understand("kể " * 100_000, TERMS, Diacritics()).text) <= LONGEST


def test_every_bundled_row_is_read() -> None:
    text = resources.files("retriever").joinpath("lay_terms.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    assert len(rows) > 200
    assert all(row["lay"].strip() and row["legal"].strip() and row["area"].strip() for row in rows)
    assert all(not set("()/→") & set(row["lay"] + row["legal"]) - {"/"} for row in rows)
    lay = [row["lay"] for row in rows]
    assert len(lay) == len(set(lay))
    terms = bundled_lay_terms()
    assert next(added.legal for added in terms.added("làm sổ đỏ")).startswith("đăng ký đất đai")
    assert terms.readings("vk ck ko dc")[0] == "vợ chồng không được"


LAW_TEXTS = ["Chồng đánh vợ là hành vi bạo lực gia đình.", "Vợ chồng được yêu cầu ly hôn.", "Đánh giá tài sản."] * 3


def test_diacritics_come_back_as_the_law_writes() -> None:
    known = Diacritics()
    known.learn(LAW_TEXTS)
    assert known.restore("chong danh vo") == "chồng đánh vợ"
    assert known.restore("danh gia tai san") == "đánh giá tài sản"
    assert known.restore("Vợ chồng đánh nhau") == "Vợ chồng đánh nhau", "typed with care: left alone"
    assert known.restore("chong xyz wifi 12?") == "chồng xyz wifi 12 ?", "unknown words stay"
    assert known.known("chong") == 6
    assert Diacritics().restore("chong danh vo") == "chong danh vo"
