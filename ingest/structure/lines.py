"""The lines of a stored text, each with its place and what it claims to be."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.level import Level
from corpus.span import Span
from ingest.structure.labels import Claim, claim_of
from ingest.structure.quotes import QuoteTracker

_ALONE = frozenset({"Điều", "ĐIỀU"})
_NUMBER_BELOW = re.compile(r"\s*\n\s*(?=\d{1,4}[a-zđ]?\s*[.:])")
"""A head that the source breaks after its first word is one line: `Điều` / `5. Tên`."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the space around it; `[start, end)` in the stored text."""

    text: str
    start: int
    end: int
    claim: Claim | None

    @property
    def span(self) -> Span:
        """The line's place."""
        return Span(self.start, self.end)

    @property
    def is_row(self) -> bool:
        """Whether the line is a row of a table."""
        return "\t" in self.text


def lines_of(text: str, end: int, start: int = 0) -> list[Line]:
    """The lines of `text[start:end]` that have words."""
    return list(_lines(text, start, end))


def _lines(text: str, place: int, end: int) -> Iterator[Line]:
    while place < end:
        stop = text.find("\n", place, end)
        stop = end if stop < 0 else stop
        raw = text[place:stop]
        words = raw.strip()
        if words:
            start = place + len(raw) - len(raw.lstrip())
            if words in _ALONE and (number := _NUMBER_BELOW.match(text, stop, end)):
                stop = text.find("\n", number.end(), end)
                stop = end if stop < 0 else stop
                words = text[start:stop].rstrip()
            yield Line(words, start, start + len(words), None if "\t" in words else claim_of(words))
        place = stop + 1


def article_places(lines: list[Line]) -> dict[int, list[int]]:
    """For each number of an article, the lines outside of quotations that claim to begin it."""
    tracker = QuoteTracker()
    places: dict[int, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        quoted = tracker.feed(line.text)
        if not quoted and line.claim is not None and line.claim.level is Level.DIEU and line.claim.strong:
            places[line.claim.value].append(place)
    return places
