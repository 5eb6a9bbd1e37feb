"""Torn words come together at the right places, or the text is left to be refused."""

from ingest.letter_spacing import joined
from ingest.text_file import extract

WORDS = "Người lao động có quyền quy định việc bảo đảm bình đẳng giới trong gia đình và xã hội, theo luật này."


def torn(text: str) -> str:
    return " ".join(text.replace(" ", ""))


def test_torn_words_are_put_together() -> None:
    assert joined([torn(WORDS)]) == [WORDS]


def test_a_whole_file_is_joined_and_an_ordinary_one_stays() -> None:
    assert extract(f"{torn(WORDS)}\n{WORDS}".encode()).text == f"{WORDS}\n{WORDS}"
    assert extract((WORDS + " a b c d").encode()).text == WORDS + " a b c d"


def test_letters_that_are_no_words_stay_apart() -> None:
    text = "x z q w k j x z q w k j x z"
    assert joined([text]) == [text]
