"""The table of lay terms that ships: well-formed, in order, without traps for the reader of it."""

import csv
from collections import Counter
from importlib import resources

import pytest

from retriever.lay_terms import bundled_lay_terms
from retriever.syllables import bare, syllables

SHORT_FORMS, DIALECT = "viet_tat", "vung_mien"
LONE_KEYS = {
    "english": "one English word is no Vietnamese syllable",
    "vung_mien": "a word of a region, written with its diacritics, has one meaning",
}
LONE_WORDS = {
    "hụi": "names one kind of contract, and only as written",
    "kiện": "to sue, and only as written",
    "osin": "from a television serial: a domestic worker",
    "vneid": "the name of the state's identity app",
    "deepfake": "an English word in use",
    "lgbt": "an English abbreviation in use",
}


def table() -> list[dict[str, str]]:
    text = resources.files("retriever").joinpath("lay_terms.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), strict=True))


def keys(row: dict[str, str]) -> list[str]:
    return row["lay"].split("|")


ROWS = table()
SPOKEN = [row for row in ROWS if row["area"] != SHORT_FORMS]
SHORT = [row for row in ROWS if row["area"] == SHORT_FORMS]


def test_every_cell_is_filled_and_trimmed() -> None:
    for row in ROWS:
        assert list(row) == ["lay", "legal", "area"]
        for cell in [*keys(row), *row["legal"].split(";")]:
            assert cell.strip(), row
            assert syllables(cell), row
        assert row["area"].isascii() and row["area"].islower(), row
        assert all(key == key.strip() for key in keys(row)), row


def test_rows_are_in_order() -> None:
    order = [(row["area"], keys(row)[0]) for row in ROWS]
    assert order == sorted(order)


@pytest.mark.parametrize("rows", [SPOKEN, SHORT], ids=["spoken", "short forms"])
def test_a_key_stands_once(rows: list[dict[str, str]]) -> None:
    fold = bare if rows is SPOKEN else list
    counted = Counter(tuple(fold(syllables(key))) for row in rows for key in keys(row))
    assert [key for key, times in counted.items() if times > 1] == []


def test_legal_terms_are_phrases() -> None:
    for row in SPOKEN:
        for term in row["legal"].split(";"):
            least = 1 if row["area"] == DIALECT else 2
            assert least <= len(syllables(term)) <= 12, (row["lay"], term)


def test_legal_terms_stand_once_in_a_row() -> None:
    for row in ROWS:
        terms = [tuple(syllables(term)) for term in row["legal"].split(";")]
        assert len(terms) == len(set(terms)), row


def test_lone_syllables_are_exceptions_with_a_reason() -> None:
    lone = {key: row["area"] for row in SPOKEN for key in keys(row) if len(syllables(key)) == 1}
    unexplained = [key for key, area in lone.items() if area not in LONE_KEYS and key not in LONE_WORDS]
    assert unexplained == []
    assert set(LONE_WORDS) <= set(lone), "an exception that is no longer used"


def test_short_forms_are_one_word() -> None:
    assert all(len(syllables(key)) == 1 for row in SHORT for key in keys(row))


def test_no_key_holds_a_short_form() -> None:
    short = {syllables(key)[0] for row in SHORT for key in keys(row)}
    held = [key for row in SPOKEN for key in keys(row) if short & set(syllables(key))]
    assert held == [], "short forms are written out before keys are looked for: these would never be found"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("chồng em giữ hết tiền", "kiểm soát tài sản, thu nhập của thành viên gia đình"),
        ("chong giu het tien luong cua em", "kiểm soát tài sản, thu nhập của thành viên gia đình"),
        ("mẹ chồng không cho thăm con", "quyền, nghĩa vụ thăm nom con mà không ai được cản trở"),
        ("công ty đuổi việc lúc em có bầu", "sa thải"),
        ("cty no luong 3 thang", "trả lương trực tiếp, đầy đủ, đúng hạn"),
        ("hàng xóm lấn ranh", "tranh chấp đất đai"),
        ("hắn quánh em hoài", "hành vi bạo lực gia đình"),
        ("rút bhxh 1 lần", "hưởng bảo hiểm xã hội một lần"),
        ("chủ hụi ôm tiền", "lạm dụng tín nhiệm chiếm đoạt tài sản"),
        ("ny cũ dọa tung clip", "cưỡng đoạt tài sản"),
    ],
)
def test_what_people_say_reaches_what_the_law_says(question: str, expected: str) -> None:
    terms = bundled_lay_terms()
    spoken = (terms.readings(question) or (question,))[0]
    assert expected in [added.legal for added in terms.added(spoken)]


@pytest.mark.parametrize(
    "question",
    [
        "hai vợ chồng cùng đứng đơn có được không",
        "bo doi duoc nghi may ngay",
        "toi khong co tien de lai",
        "ly hon co chua",
        "ho so da cap chua",
        "ban than toi muon hoi",
        "hop dong con lai bao lau",
    ],
)
def test_common_words_are_no_traps(question: str) -> None:
    assert bundled_lay_terms().added(question) == ()
