"""Old encodings: every letter comes back, Unicode stays as it is, and what is not certain is refused."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.encodings import all_to_unicode, from_double_utf8, to_unicode
from ingest.legacy_fonts import LegacyFont, convert, font_encoding, is_capital_font
from ingest.refusal import Refusal
from ingest.syllables import is_syllable
from ingest.text_file import extract
from tests.ingest.invented_files import LAW
from tests.ingest.old_encodings import to_tcvn3, to_vni

SMALL = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
SOUNDS = ["", "b", "ch", "đ", "gi", "kh", "ngh", "ph", "tr", "Đ", "v"]
RHYMES = ["ạn", "ương", "ế", "ường", "à", "ật", "uyền", "ở", "iệt", "ấp", "ồng", "ơ", "ưng", "ẳng", "ý", "òa"]
SYLLABLES = [sound + rhyme for sound, rhyme in itertools.product(SOUNDS, RHYMES)]
VIETNAMESE = st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=40).map(" ".join)


@given(st.text(SMALL + SMALL.upper() + " .,()/-0123456789", max_size=80))
def test_vni_there_and_back(text: str) -> None:
    assert convert(to_vni(text), LegacyFont.VNI) == text


@given(st.text(SMALL + " .,()/-0123456789\n", max_size=80))
def test_tcvn3_there_and_back(text: str) -> None:
    assert convert(to_tcvn3(text), LegacyFont.TCVN3) == text


@pytest.mark.parametrize("text", ["ĂÂÊÔƠƯĐ", "Đường Êm Ơn Ân", "CỘNG HÒA XÃ HỘI", "QUỐC HỘI nước ta"])
def test_tcvn3_capitals(text: str) -> None:
    assert convert(to_tcvn3(text), LegacyFont.TCVN3) == text


@given(st.text(max_size=200), st.sampled_from(list(LegacyFont)))
def test_conversion_is_total(text: str, encoding: LegacyFont) -> None:
    assert isinstance(convert(text, encoding), str)
    assert isinstance(from_double_utf8(text), str)


@given(VIETNAMESE)
def test_unicode_stays_as_it_is(text: str) -> None:
    assert to_unicode(text) == text


@pytest.mark.parametrize("text", [LAW, LAW.upper(), "là hàng hóa và hòa bình\n" * 9, "plain words\n" * 9, ""])
def test_good_texts_stay_as_they_are(text: str) -> None:
    assert to_unicode(text) == text


DOUBLE = {"latin-1": LAW.encode().decode("latin-1"), "twice": LAW.encode().decode("latin-1").encode().decode("latin-1")}
DOUBLE["hard spaces lost"] = DOUBLE["latin-1"].replace("\u00a0", " ")


@pytest.mark.parametrize("text", DOUBLE.values(), ids=DOUBLE)
def test_utf8_read_as_western_is_read_again(text: str) -> None:
    assert to_unicode(text) == LAW


def test_whole_files_in_old_encodings() -> None:
    assert extract(to_vni(LAW).encode("latin-1")).text == LAW
    assert extract(to_vni(LAW).encode()).text == LAW
    assert extract(to_tcvn3(LAW).encode("latin-1")).text == LAW
    assert extract(to_tcvn3(LAW).encode()).text == LAW, "U+00AD is the letter ư here, not a soft hyphen"


def test_lines_of_an_old_font_among_unicode() -> None:
    paragraphs = ["Người trồng chè được hái chè", to_tcvn3("người trồng chè được hái chè vào buổi sáng"), "là và hòa"]
    assert all_to_unicode(paragraphs)[1] == "người trồng chè được hái chè vào buổi sáng"
    assert all_to_unicode(paragraphs)[2] == "là và hòa"


def test_what_is_not_certain_is_refused_by_name() -> None:
    with pytest.raises(Refusal, match="TCVN3"):
        to_unicode("§iÒu 1. §åi chÌ ph¶i cã ®êng lªn ®îc vµ cã ngêi gi÷ ®åi ®ã\n" * 5)  # its ư were cleaned away


@pytest.mark.parametrize(
    ("font", "encoding", "capitals"),
    [
        (".VnTime", LegacyFont.TCVN3, False),
        (".VnTimeH", LegacyFont.TCVN3, True),
        (".VnArial NarrowH", LegacyFont.TCVN3, True),
        ("VNI-Times", LegacyFont.VNI, False),
        ("Times New Roman", None, False),
        ("", None, False),
    ],
)
def test_fonts_by_name(font: str, encoding: LegacyFont | None, capitals: bool) -> None:
    assert (font_encoding(font), is_capital_font(font)) == (encoding, capitals)


@pytest.mark.parametrize(
    "word", ["nghiêng", "giếng", "gì", "quyết", "khuya", "Ở", "ý", "ỦY", "uỷ", "hoà", "xoong", "yếu"]
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["", "ngườii", "càt", "qh", "®iÒu", "ñònh", "bình1", "stop"])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)
