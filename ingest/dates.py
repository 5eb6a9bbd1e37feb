"""Days as law writes them: `ngày 01 tháng 7 năm 2025`, `01/7/2025`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

_WORDS = r"ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})"
_DIGITS = r"(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d{2})"
DAY = re.compile(rf"(?:{_WORDS}|(?:ngày\s*)?(?<![\d/.-]){_DIGITS}(?![\d/]))", re.IGNORECASE)


def read_date(match: re.Match[str]) -> date | None:
    """The day of a match of `DAY`; None for a day that does not exist."""
    groups = [group for group in match.groups()[:6] if group]
    try:
        day, month, year = map(int, groups[:3])
        return date(year, month, day)
    except ValueError:
        return None


def find_dates(text: str) -> Iterator[tuple[date, int, int]]:
    """Every day in a text with its place."""
    for match in DAY.finditer(text):
        if (day := read_date(match)) is not None:
            yield day, match.start(), match.end()


def first_date(text: str) -> date | None:
    """The first day in a text."""
    return next((day for day, _, _ in find_dates(text)), None)


def days_after(day: date, count: int) -> date:
    """`count` days later."""
    return day + timedelta(days=count)
