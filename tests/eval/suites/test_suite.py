"""Suites as they are read."""

import pytest

from eval.suites.suite import InvalidSuite, read_suite, shipped_suite


def test_the_shipped_questions_are_forty_with_gold() -> None:
    rows = shipped_suite("lay_core")
    assert len(rows) == 40
    assert all(row.gold and row.answerable for row in rows)


@pytest.mark.parametrize(
    "line", ['{"id": "a"}', "no json", '{"id": "a", "question": "?", "answerable": true, "gold": "x"}']
)
def test_a_bad_row_is_named_by_its_line(line: str) -> None:
    with pytest.raises(InvalidSuite, match="line 1"):
        read_suite([line])
