"""A wording is compiled only where it can match, and matches as the whole pattern would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.folding import fold
from prompts.phrase import phrase
from prompts.wordings import Wording, bracketed, words_of

_PATTERNS = (
    "(sáng|tối) nay … đánh",
    "một (hai |ba )*bốn ⋯ năm|sáu",
    "đánh (?!giá)(tôi|em)",
    "[0-9]+ năm",
    "một( hai)? ba",
    "=tự =tử",
)
_WORDS = st.lists(
    st.sampled_from(
        [
            "sáng",
            "tối",
            "nay",
            "toi",
            "đánh",
            "danh",
            "giá",
            "tôi",
            "em",
            "một",
            "hai",
            "ba",
            "bốn",
            "năm",
            "sáu",
            "tự",
            "tử",
            "5",
            ",",
        ]
    )
)


@given(st.sampled_from(_PATTERNS), _WORDS, st.booleans())
def test_what_is_passed_over_would_not_have_matched(pattern: str, words: list[str], marked: bool) -> None:
    text = " ".join(words)
    found = [match.span() for match in Wording(pattern, marked).matches(text, words_of(text))]
    assert found == [match.span() for match in phrase(pattern, marked=marked).finditer(text)]


def test_a_class_stands_for_the_words_in_its_brackets() -> None:
    text = "chồng đánh đập tôi"
    hits = list(phrase("đánh đập").finditer(text))
    told = bracketed(text, {"HIT": hits})
    words = words_of(text) | {"HIT"}
    assert list(Wording("chồng {HIT} tôi", True).matches(told, words))
    assert not list(Wording("chồng {HIT} em", True).matches(told, words))
    assert not list(Wording("chồng {HIT} tôi", True).matches(text, words_of(text)))


def test_brackets_are_a_space_to_other_patterns() -> None:
    text = "chồng đánh tôi"
    told = bracketed(text, {"A": phrase("đánh tôi").finditer(text), "B": phrase("chồng đánh").finditer(text)})
    assert list(Wording("chồng đánh tôi", True).matches(told, words_of(told)))


@pytest.mark.parametrize("text", ["Đánh  đập!", "tối-nay"])
def test_words_are_told_without_marks(text: str) -> None:
    assert words_of(text) == frozenset(fold(text).replace("!", "").replace("-", " ").split())
