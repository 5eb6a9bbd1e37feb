"""Plain text: encodings, front matter, hard-wrapped lines."""

import unicodedata

import pytest

from ingest.text_file import FRONT_MATTER, extract
from tests.ingest.invented_files import LAW

WORDS = "Điều 1. Đồi chè phải có đường lên được và có người giữ"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(encoding: str) -> None:
    assert extract(WORDS.encode(encoding)).text == WORDS


def test_windows_1258() -> None:
    marks = str.maketrans(
        {
            "ề": "ê\u0300",
            "ồ": "ô\u0300",
            "ả": "a\u0309",
            "ó": "o\u0301",
            "è": "e\u0300",
            "ữ": "ư\u0303",
            "ờ": "ơ\u0300",
            "ợ": "ơ\u0323",
        }
    )
    assert extract(WORDS.translate(marks).encode("cp1258")).text == WORDS


def test_decomposed_text_is_composed_and_eth_becomes_dd() -> None:
    assert extract(unicodedata.normalize("NFD", WORDS).encode()).text == WORDS
    assert extract(WORDS.replace("Đ", "\u00d0").encode()).text == WORDS


def test_front_matter_is_set_apart() -> None:
    result = extract(f"---\nnumber: 98/2031/QH77\n---\n{WORDS}".encode())
    assert result.hints[FRONT_MATTER] == "number: 98/2031/QH77"
    assert result.text == WORDS


def test_markdown_marks_go_and_lines_stay() -> None:
    text = "# LUẬT\n**Điều 1.** Đồi chè\n1\\. Khoản\n"
    assert extract(text.encode(), markdown=True).text == "LUẬT\nĐiều 1. Đồi chè\n1. Khoản"


def test_lines_cut_at_a_width_are_joined_and_gazette_heads_go() -> None:
    sentence = "Người trồng chè giữ đồi và giữ\nđường lên đồi cho sạch và cho\nđẹp theo lời làng dặn.\n"
    text = "".join(f"Điều {n}. Tên điều\n{sentence}CÔNG BÁO/Số 9 + 10/Ngày 25-8-2031\n" for n in range(1, 9))
    found = extract(text.encode()).text.split("\n")
    assert found[:2] == [
        "Điều 1. Tên điều",
        "Người trồng chè giữ đồi và giữ đường lên đồi cho sạch và cho đẹp theo lời làng dặn.",
    ]
    assert len(found) == 16


def test_a_text_of_paragraphs_stays_as_it_is() -> None:
    assert extract(LAW.encode()).text == LAW


def test_cleaning_leaves_words_and_takes_the_invisible() -> None:
    assert extract("Điều\u00a01.\u200b Đồi\u00ad chè\ufeff  xanh\u3000lá".encode()).text == "Điều 1. Đồi chè xanh lá"
