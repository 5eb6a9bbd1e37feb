"""How near one text is to another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.reading.letters import accuracy, distance


def by_table(first: str, second: str) -> int:
    """The textbook's table, row by row."""
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(second, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


@given(st.text("abđ ", max_size=80), st.text("abđ ", max_size=80))
def test_the_distance_is_the_textbooks(first: str, second: str) -> None:
    assert distance(first, second) == by_table(first, second)


@pytest.mark.parametrize(
    ("found", "truth", "wanted"),
    [
        ("Điều 1.\n Phạm vi", "Điều 1. Phạm  vi", 1.0),  # white space is one space
        ("Đi\u1ec1u", "Đie\u0302\u0300u", 1.0),  # both are composed first
        ("abcd", "abce", 0.75),
        ("nothing at all alike", "xy", 0.0),  # never below zero
        ("", "", 1.0),
    ],
)
def test_accuracy(found: str, truth: str, wanted: float) -> None:
    assert accuracy(found, truth) == wanted
