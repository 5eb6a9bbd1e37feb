"""How text is read for the index."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retriever.lexical import BARE, PAIR, Clause, fields_of, terms_of
from retriever.syllables import bare, canonical, marked_share, pairs, syllables


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("Hoà giải, thuỷ lợi", ["hòa", "giải", "thủy", "lợi"], "the tone on the first vowel"),
        (
            "hoàn cảnh, quý, toà án",
            ["hoàn", "cảnh", "quí", "tòa", "án"],
            "but not before a final consonant, nor after q",
        ),
        ("hoặc, ngoặc", ["hoặc", "ngoặc"], "nor where a breve follows the dot below"),
        ("ly hôn", ["li", "hôn"], "i for a lone y"),
        ("y tế", ["y", "tế"], "a whole syllable y stays"),
        ("07 tuổi", ["7", "tuổi"], "leading zeros"),
        ("0 đồng", ["0", "đồng"], "zero is a number"),
        ("Luật 31/2024/QH15", ["luật", "31/2024/qh15", "31", "2024", "qh15"], "a document number, whole and in parts"),
        ("282/2025/NĐ-CP", ["282/2025/nđ-cp", "282", "2025", "nđ", "cp"], "with a hyphen"),
        ("Điều 12a.", ["điều", "12", "a"], "an article with a letter"),
        ("Điê\u0300u", ["điều"], "decomposed letters"),
        ("", [], "nothing"),
        ("…🙂—", [], "no words"),
    ],
)
def test_syllables(text: str, expected: list[str], reason: str) -> None:
    assert syllables(text) == expected, reason


@given(st.text(max_size=80))
def test_canonical_twice_is_canonical(text: str) -> None:
    assert canonical(canonical(text)) == canonical(text)


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặồốổỗộ 0123456789/-.", max_size=60))
def test_terms_hold_no_space(text: str) -> None:
    for terms in fields_of(text).values():
        assert all(term and not any(letter.isspace() for letter in term) for term in terms)


def test_pairs_are_neighbours() -> None:
    assert pairs(bare(syllables("ly hôn đơn phương"))) == ["li_hon", "hon_don", "don_phuong"]
    assert pairs(["một"]) == []


def test_a_term_counts_once_by_its_highest_weight() -> None:
    terms = terms_of([Clause("ly hôn"), Clause("ly hôn thuận tình", 0.3)])
    assert terms[BARE] == {"li": 1.0, "hon": 1.0, "thuan": 0.3, "tinh": 0.3}
    assert terms[PAIR] == {"li_hon": 1.0, "hon_thuan": 0.3, "thuan_tinh": 0.3}


def test_marked_share() -> None:
    assert marked_share("chong danh toi") == 0.0
    assert marked_share("Chồng đi xa") == pytest.approx(2 / 3)
    assert marked_share("123") == 0.0


_LETTERS = "aàảãáạăằâậeèêềiìyỳýoòóôơớuùúưửđdbchklmnpqrstvxHOÀẢ"
_TEXTS = st.text(st.sampled_from(_LETTERS + "0123456789 -.,_\nß"), max_size=40)
"""Without what no text of law has: marks that no letter takes in, marked letters within a document number."""


@given(_TEXTS)
def test_word_by_word_says_the_same_as_the_whole_text_at_once(text: str) -> None:
    number = r"\d{1,4}[a-zđ]?/(?:\d{4}/)?[a-zđ]+[a-zđ\d]*(?:-[a-zđ\d]+)*"
    expected: list[str] = []
    for match in re.finditer(rf"({number})|\d+|[^\W\d_]+", canonical(text)):
        word = match.group()
        if match[1]:
            expected += [word, *filter(None, re.split("[/-]", word))]
        else:
            expected.append(str(int(word)) if word.isascii() and word.isdigit() else word)
    assert syllables(text) == expected
