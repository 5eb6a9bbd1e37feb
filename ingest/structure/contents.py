"""A table of contents before the law: it lists every article, and none of its lines begins one."""

from __future__ import annotations

import re

from corpus.level import Level
from ingest.structure.labels import is_upper
from ingest.structure.lines import Line

_LEADER = re.compile(r"[\s.…_·-]*\d*\s*$")


def end_of_contents(lines: list[Line], places: dict[int, list[int]]) -> int:
    """The first line after the table of contents; 0 where there is none.

    It is told by what it is: article heads with nothing between them, whose words all come again as heads further on.
    """
    firsts = places.get(1, [])
    if len(firsts) < 2:
        return 0
    begin, again = firsts[0], firsts[1]
    heads = [place for place in range(begin, again) if _is_head(lines[place])]
    if len(heads) < 2 or not all(_is_listed(line) for line in lines[begin : heads[-1]]):
        return 0
    return _after(lines, heads[-1]) if _come_again(lines, heads, again, places) else 0


def _come_again(lines: list[Line], heads: list[int], again: int, places: dict[int, list[int]]) -> bool:
    for place in heads:
        claim = lines[place].claim
        later = [lines[other].text for other in places.get(claim.value, []) if other >= again] if claim else []
        words = _LEADER.sub("", lines[place].text)
        if not any(text.startswith(words[:60]) for text in later):
            return False
    return True


def _is_head(line: Line) -> bool:
    return line.claim is not None and line.claim.level is Level.DIEU and line.claim.strong


def _is_listed(line: Line) -> bool:
    """Whether a line may stand in a table of contents: a head, a page number, the rest of a long name."""
    if line.claim is not None:
        return line.claim.level not in (Level.KHOAN, Level.DIEM)
    return is_upper(line.text) or line.text.isdigit() or (line.text[0].islower() and line.text[-1] not in ".;:")


def _after(lines: list[Line], last: int) -> int:
    place = last + 1
    while (
        place < len(lines)
        and lines[place].claim is None
        and (lines[place].text.isdigit() or lines[place].text[0].islower())
    ):
        place += 1
    return place
