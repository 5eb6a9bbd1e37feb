"""Quoted blocks of amending acts: articles between quotation marks are text of the act, not provisions of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.span import Span

_OPENING = "“«„"
_CLOSING = "”»"
_MARK = re.compile(r"[“”«»„\"]|''|‘‘|’’")
_STRAIGHT = ('"', "''")
_STARTS = re.compile(r"\s*(?:[“«„\"]|''|‘‘)")
_ANNOUNCES = re.compile(r"(?:như sau|sau đây|quy định)\s*:?\s*(?:[“«„\"]|''|‘‘)")


@dataclass(slots=True)
class QuoteTracker:
    """Follows whether the reader stands inside a quoted block, one line at a time."""

    inside: bool = False

    def feed(self, line: str) -> bool:
        """Whether `line` belongs to a quoted block."""
        line = line.replace("''", '"').replace("‘‘", "“").replace("’’", "”")
        closes, opens = unmatched(line)
        if self.inside:
            self.inside = closes == 0 or opens > 0
            return True
        if opens and (_STARTS.match(line) or _ANNOUNCES.search(line)):
            self.inside = True
        return bool(_STARTS.match(line))

    def leave(self) -> None:
        """Give the block up: its end was lost in the source."""
        self.inside = False


def quoted_spans(text: str, place: Span) -> list[Span]:
    """The outermost quotations inside a place, without their marks; one that is never closed runs to its end."""
    spans: list[Span] = []
    depth, begun, straight = 0, 0, False
    for match in _MARK.finditer(text, place.start, place.end):
        mark = match[0]
        opens = mark in "“«„‘‘" or (mark in _STRAIGHT and depth == 0)
        if opens:
            if depth == 0:
                begun, straight = match.end(), mark in _STRAIGHT
            depth += 1
        elif depth and (depth > 1 or not straight or mark in _STRAIGHT):
            depth -= 1
            if depth == 0:
                spans.append(Span(begun, match.start()))
    return [*spans, Span(begun, place.end)] if depth else spans


def unmatched(line: str) -> tuple[int, int]:
    """How many marks of a line close nothing, and how many stay open. Straight marks go by their neighbours."""
    closes = opens = 0
    for place, mark in enumerate(line):
        if mark in _OPENING or (mark == '"' and _opens(line, place, opens)):
            opens += 1
        elif mark in _CLOSING or mark == '"':
            if opens:
                opens -= 1
            else:
                closes += 1
    return closes, opens


def _opens(line: str, place: int, opens: int) -> bool:
    before, after = line[place - 1 : place], line[place + 1 : place + 2]
    if (
        not after
        or (after in ".,;:)”" and not line[place + 2 : place + 3].isalnum())
        or (after.isspace() and before and not before.isspace())
    ):
        return False
    return not before or before.isspace() or before in "(“:"
