"""Syllables: words told from the rubble of a broken font map."""

import re

import pytest

from ingest.vietnamese import RUBBLE, is_rubble, is_syllable, mended

GOOD = (
    "Người trồng chè phải giữ gìn đồi chè và đường đi lên đồi theo lời dặn của làng, khoản 2 Điều 7 nghị định này. " * 4
)
TCVN3 = "Ng­êi trång chÌ ph¶i gi÷ g×n ®åi chÌ vµ ®­êng ®i lªn ®åi theo lêi dÆn cña lµng " * 4
VNI = "Ngöôøi troàng cheø phaûi giöõ gìn ñoài cheø vaø ñöôøng ñi leân ñoài theo lôøi daën cuûa laøng " * 4


@pytest.mark.parametrize(
    "word", ["nghiêng", "QUYẾT", "quẹt", "giẻ", "gì", "yêu", "khuỷu", "Đắk", "ươn", "hoà", "hòa", "tuyển"]
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["KH¡C", "®Þnh", "ch\ufffdn", "quyét", "điềuu", "ngờời", "trång1", "x\ue123"])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("text", "is_broken"),
    [
        (GOOD, False),
        (GOOD + "Form No 02a: Application for registration of a mortgage of property. " * 10, False),  # two languages
        (GOOD + "\uf02a " * 10, False),  # a symbol font's bullets
        ("Hydrochloride, Methamphetamine, Benzodiazepine " * 20, False),  # a list of substances
        ("............................. " * 40 + "Họ và tên", False),  # a form
        ("", False),
        (TCVN3, True),
        (VNI, True),
        (re.sub("[ảồèờưàệị]", "\ufffd", GOOD), True),  # glyphs without letters
        ("(cid:1237)(cid:45) " * 40, True),
        (" ".join(GOOD.replace(" ", "")), True),  # torn
        (GOOD.replace(" ", ""), True),  # glued
    ],
)
def test_rubble(text: str, is_broken: bool) -> None:
    assert is_rubble(text) is is_broken


def test_words_with_signs_for_letters_are_found() -> None:
    assert RUBBLE.findall("KHO\ufffdN này, ch\ufffdn (cid:12) 5 m², 30°, “chè”") == [
        "KHO\ufffdN",
        "ch\ufffdn",
        "(cid:12)",
    ]


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("QUYÉT ĐỊNH", "QUYẾT ĐỊNH"),
        ("viét tiép", "viết tiếp"),
        ("THÀNH PHÓ", "THÀNH PHÓ"),  # phó is a word
        ("quyên hạn", "quyên hạn"),  # so is quyên
        ("giẻ lau, giéng", "giẻ lau, giéng"),
        ("Daniél", "Daniél"),
    ],
)
def test_only_what_spelling_settles_is_mended(read: str, right: str) -> None:
    assert mended(read) == right
    assert mended(right) == right
