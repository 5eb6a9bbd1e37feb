"""What has ended, told beside an answer, or instead of one."""

from __future__ import annotations

from datetime import date

import pytest

from prompts.premise import corrections, is_asked_for

TODAY = date(2026, 5, 5)


@pytest.mark.parametrize(
    ("question", "day", "asked", "reason"),
    [
        ("xin cấp lại sổ hộ khẩu bị ướt ở đâu", TODAY, True, "the book itself"),
        ("làm lại sổ hộ khẩu ở đâu", date(2022, 5, 5), False, "there was one that year"),
        ("ly hôn có cần sổ hộ khẩu không", TODAY, False, "only beside another matter"),
    ],
)
def test_asked_for_what_is_no_more(question: str, day: date, asked: bool, reason: str) -> None:
    assert is_asked_for(question, day) is asked, reason
    assert bool(corrections(question, day)) is (day == TODAY)
