"""Reading a question: the text without what is no text, and days that it speaks of."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

LONGEST = 4000
"""Characters of a question that are read."""

_DAY = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d{2})(?!\d)")
_YEAR = re.compile(r"(?<![\d/])(?:năm|nam|hồi|hoi)\s+((?:19|20)\d{2})(?![\d/])", re.IGNORECASE)
_LAW_BEFORE = re.compile(
    r"(?i)(luật|luat|nghị định|nghi dinh|thông tư|hiến pháp|hien phap|nghị quyết|pháp lệnh|quyết định|sinh|"
    r"sửa đổi|sua doi|bổ sung)[^.?!;,]{0,40}$"
)


@dataclass(frozen=True, slots=True)
class SpokenDate:
    """A day or a year that a question names; `day` is None where only the year is said."""

    words: str
    year: int
    day: date | None = None


def cleaned(text: str) -> str:
    """NFC without control, formatting and unpaired characters; runs of white space kept to one, lines kept."""
    kept = "".join(" " if _is_noise(c) else c for c in unicodedata.normalize("NFC", text.replace("\r\n", "\n")))
    return "\n".join(" ".join(line.split()) for line in kept.split("\n")).strip()


def spoken_date(question: str) -> SpokenDate | None:
    """The first day or year that the question says something happened; the year of a law's name is none."""
    if (match := _DAY.search(question)) and (day := _day(match)):
        return SpokenDate(match[0], day.year, day)
    for match in _YEAR.finditer(question):
        if not _LAW_BEFORE.search(question[: match.start()]):
            return SpokenDate(match[0], int(match[1]))
    return None


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None


def _is_noise(character: str) -> bool:
    return character != "\n" and unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn")
