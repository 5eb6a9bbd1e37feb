"""The note below an article of the codification: `(Điều 7 Luật số 22/2012/QH13 …, có hiệu lực …, … bởi Điều 1 …)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ingest.dates import find_dates, first_date
from ingest.front import TYPES
from ingest.number import find_numbers, normalise

_ARTICLE = re.compile(r"\(*\s*Điều\s+(\d{1,4}\s?[a-zđ]?\d?)(?![\w/])\.?\s*", re.IGNORECASE)
_TYPE = re.compile("|".join(sorted(TYPES, key=len, reverse=True)), re.IGNORECASE)
_EFFECTIVE = re.compile(r",?\s*(?:có|hết) hiệu lực", re.IGNORECASE)
_ISSUED = re.compile(r"\s+ngày\s+(?=\d{1,2}/\d{1,2}/\d{4})")
_BY = re.compile(r"(?:được|bị|có nội dung)\s[^;]*?\b(?:bởi|theo)\s", re.IGNORECASE)
_OLD_NUMBER = re.compile(
    r"\s*số\s+(?:số\s*:?\s*|Số\s*:\s*)?['\"’]*(\d+[a-zA-Z]?\s?[-/ ]\s?(?:\d{4}\s?/\s?)?[A-ZĐ][\w/&-]*)"
)
_REPEALED = re.compile(r"(?<!nội dung )bị bãi bỏ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Change:
    """One amendment already worked into an article's words; `ends` where it takes the whole article away."""

    number: str
    article: str | None
    effective: date | None
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """What a note says of where an article comes from; empty where it does not."""

    article: str = ""
    type: str = ""
    number: str = ""
    title: str = ""
    issued_on: date | None = None
    issuer: str = ""
    in_force_from: date | None = None
    changes: tuple[Change, ...] = ()

    @property
    def key(self) -> str:
        """What the articles of one document share: its number, or its type and name."""
        return self.number or f"{self.type} {self.title}".strip()


def read_note(note: str) -> Source:
    """Everything that a note says."""
    words = " ".join(note.split()).strip()
    article = _ARTICLE.match(words)
    rest = words[article.end() :] if article else words.lstrip("( ")
    cut = _EFFECTIVE.search(rest)
    name, after = (rest[: cut.start()], rest[cut.start() :]) if cut else (rest.rstrip(") "), "")
    type_, number, title, issued, issuer = _named(name)
    by = _BY.search(after)
    base = after[: by.start()] if by else after
    changes = tuple(_changes(after[by.start() :])) if by else ()
    return Source(
        article[1].replace(" ", "").lower() if article else "",
        type_,
        number,
        title,
        issued,
        issuer,
        first_date(base),
        changes,
    )


def _named(name: str) -> tuple[str, str, str, date | None, str]:
    """Type, number, title, day and issuer: `Luật số 57/2020/QH14 Luật Thanh niên ngày 16/06/2020 của Quốc hội`."""
    match = _TYPE.match(name)
    type_ = next((t for t in TYPES if match and t.lower() == match[0].lower()), "")
    number, rest = _number(name[match.end() if match else 0 :])
    day = list(_ISSUED.finditer(rest))
    title = (rest[: day[-1].start()] if day else rest).strip(" .,;")
    tail = rest[day[-1].end() :] if day else ""
    issuer = tail.split(" của ", 1)[1].strip(" .)") if " của " in tail else ""
    if type_ and title.lower().startswith(type_.lower() + " "):
        title = title[len(type_) :].strip()
    return type_, number, title[:1].upper() + title[1:], first_date(tail), issuer


def _number(words: str) -> tuple[str, str]:
    """The number after `số` and the words behind it; older ones (`73-CP`, `60 TC/TCT`) as they are written."""
    if re.match(r"\s*số\s", words, re.IGNORECASE):
        found = next(iter(find_numbers(words[:120])), None)
        old = _OLD_NUMBER.match(words)
        goes_on = found is not None and old is not None and normalise(old[1]).startswith(found[0] + "/")
        if found is not None and found[1] < 30 and not goes_on:
            return found[0], words[found[2] :]
        if old is not None:
            return normalise(old[1]).replace(" ", "-").rstrip("."), words[old.end() :]
        words = re.sub(r"^\s*số\s+(?:không số\s*)?", "", words, flags=re.IGNORECASE)
    return "", words


def _changes(words: str) -> Iterator[Change]:
    ends = False
    for part in words.split(";"):
        by = _BY.search(part)
        ends = bool(_REPEALED.search(part[: by.end()])) if by else ends
        numbers = find_numbers(part)
        for place, (number, start, end) in enumerate(numbers):
            before = part[numbers[place - 1][2] if place else 0 : start]
            article = re.search(r"Điều\s+(\d{1,4}[a-zđ]?)(?![\w/])", before)
            stop = numbers[place + 1][1] if place + 1 < len(numbers) else len(part)
            day = next(find_dates(part[end:stop]), None)
            yield Change(number, article[1] if article else None, day[0] if day else None, ends)
