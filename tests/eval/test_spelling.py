import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.folding import fold
from eval.spelling import respelled
from eval.suites.suite import Row
from retriever.spelling import AS_WRITTEN, SPELLINGS, without_diacritics

QUESTION = "Chồng tôi đánh con, tôi có được ly hôn không?"


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_spelling_is_the_same_each_time_and_keeps_the_rest_of_the_row(spelling: str) -> None:
    row = Row("a", QUESTION, True, tags=("x",))
    assert respelled(row, spelling) == respelled(row, spelling)
    assert respelled(row, spelling).id == "a"
    assert respelled(row, spelling).tags == ("x",)


@pytest.mark.parametrize(
    ("spelling", "expected"),
    [
        (AS_WRITTEN, QUESTION),
        ("no_diacritics", "Chong toi danh con, toi co duoc ly hon khong?"),
        ("teencode", "ck toi danh con toi co dc lh ko"),
    ],
)
def test_spellings_that_leave_nothing_to_chance(spelling: str, expected: str) -> None:
    assert respelled(Row("a", QUESTION, True), spelling).question == expected


def test_half_keeps_some_marks_and_loses_some() -> None:
    found = respelled(Row("a", QUESTION * 4, True), "half").question
    assert fold(found) == fold(QUESTION * 4)
    assert without_diacritics(QUESTION * 4) != found != QUESTION * 4


def test_typos_change_few_words_and_no_numbers() -> None:
    text = " ".join(["người", "2024", "thuê"] * 40)
    words = respelled(Row("a", text, True), "typos").question.split()
    changed = [(a, b) for a, b in zip(text.split(), words, strict=True) if a != b]
    assert 5 <= len(changed) <= 40
    assert all(a != "2024" for a, _ in changed)


@example("्")  # a mark of another script
@given(st.text(max_size=60))
def test_without_diacritics_agrees_with_the_folding_of_the_index(text: str) -> None:
    assert fold(without_diacritics(text)) == fold(text)


@given(st.text(max_size=60), st.sampled_from(sorted(SPELLINGS)))
def test_any_text_has_every_spelling(text: str, spelling: str) -> None:
    respelled(Row("a", text, True), spelling)
