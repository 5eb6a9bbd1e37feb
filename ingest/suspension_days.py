"""From and until which day a rule is suspended, as the sentence says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ingest.dates import days_after, find_dates

_FROM = re.compile(r"\b(?:kể )?từ\s+(?=ngày|khi|thời điểm|\d{1,2}[/.-])", re.IGNORECASE)
_UNTIL = re.compile(
    r"\b(?:cho )?đến\s+(?P<whole>hết\s+)?(?P<before>trước\s+)?(?=ngày|khi|thời điểm|\d{1,2}[/.-])"
    r"|\btrong (?:thời (?:hạn|gian)|vòng)\s",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"ngày\s+(?:ký|ban hành|(?:được\s+)?(?:Quốc hội\s+)?thông qua)", re.IGNORECASE)
_OWN = re.compile(r"(?:ngày|khi|thời điểm)\s+(?:\w+ ){1,3}này\s+(?:bắt đầu )?có hiệu lực", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Days:
    """`begin` is where the words about days begin. A day that is None is not said; the start is then the act's."""

    start: date | None
    until: date | None
    begin: int
    is_plain: bool = True
    """False where a first day is said that the words do not give."""
    ends_by_event: bool = False

    @property
    def is_said(self) -> bool:
        """Whether the words say anything of days."""
        return self.is_dated or self.ends_by_event or not self.is_plain

    @property
    def is_dated(self) -> bool:
        """Whether a day is named."""
        return self.start is not None or self.until is not None


def days_in(words: str, issued_on: date | None) -> Days:
    """The days that the last words about days in a sentence give."""
    begins, ends = _last(_FROM, words), _last(_UNTIL, words)
    start, is_plain = _start(words, begins, issued_on) if begins else (None, True)
    until = _until(words, ends) if ends else None
    begin = min([m.start() for m in (begins, ends) if m], default=len(words))
    return Days(start, until, begin, is_plain, ends is not None and until is None)


def _last(mark: re.Pattern[str], words: str) -> re.Match[str] | None:
    return next(reversed(list(mark.finditer(words))), None)


def _start(words: str, begins: re.Match[str], issued_on: date | None) -> tuple[date | None, bool]:
    day = _day_at(words, begins.end())
    if day is not None:
        return day, True
    if _SIGNED.match(words, begins.end()):
        return issued_on, issued_on is not None
    return None, _OWN.match(words, begins.end()) is not None


def _until(words: str, ends: re.Match[str]) -> date | None:
    """The first day on which it no longer holds; a term that runs to a day runs to the end of it.

    Only the first day of a month is meant as the day on which something else begins.
    """
    day = _day_at(words, ends.end())
    if day is None or ends["before"] or (day.day == 1 and not ends["whole"]):
        return day
    return days_after(day, 1)


def _day_at(words: str, place: int) -> date | None:
    found = next(find_dates(words[place : place + 40]), None)
    return found[0] if found is not None and found[1] == 0 else None
