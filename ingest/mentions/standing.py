"""Where a place of the text stands: in which provision, in a quotation or not, under which instruction."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from corpus.document import Revision
from corpus.level import Level
from corpus.provision import Provision
from corpus.reference import ProvisionRef, Step
from ingest.consolidation import CONSOLIDATED
from ingest.effect import articles_of
from ingest.instructions import Instructed, instructed
from ingest.structure.labels import claim_of
from ingest.structure.lines import Line, lines_of
from ingest.structure.quotes import QuoteTracker

_OPENING = re.compile(r"[“«„\"'‘\s]*")
_INLINE = re.compile(r"[“\"][^“”\"\n]*[”\"]?")


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A line inside a quotation that runs over lines; `first` tells that the quotation begins with it."""

    line: Line
    first: bool


class Standing:
    """The tree of a revision and its quotations, asked by offset."""

    def __init__(self, revision: Revision) -> None:
        text = revision.text
        self.parts = list(revision.walk())
        self._starts = [part.span.start for part in self.parts]
        self._above = _parents(self.parts)
        self.body = min((a.span.start for a in articles_of(revision.provisions)), default=len(text))
        self.tail = max((part.span.end for part in self.parts), default=0)
        self.is_consolidated = revision.document.type == CONSOLIDATED
        own = revision.document.id
        self.instructions = instructed(
            revision.provisions, text, text[: min(self.body, 60_000)], own, revision.document.title
        )
        self.labels = set(self._starts)
        self._quoted: list[_Quoted] = []
        self._inline: list[tuple[int, int]] = []
        self._read_lines(lines_of(text, len(text)))
        self._quoted_starts = [quoted.line.start for quoted in self._quoted]
        self._inline_starts = [start for start, _ in self._inline]

    def within(self, place: int) -> list[Provision]:
        """The provisions around a place, the innermost first."""
        index = bisect_right(self._starts, place) - 1
        around = []
        while index >= 0:
            if self.parts[index].span.end > place:
                around.append(self.parts[index])
            index = self._above[index]
        return around

    def instruction(self, around: list[Provision]) -> Instructed | None:
        """What the instruction around a place changes."""
        return self.instructions.get(around[0].ref) if around else None

    def is_inline(self, place: int) -> bool:
        """Whether a place stands between quotation marks inside a line."""
        index = bisect_right(self._inline_starts, place) - 1
        return index >= 0 and place < self._inline[index][1]

    def quoted(self, place: int) -> int | None:
        """The index of the quoted line at a place, or None outside of such quotations."""
        index = bisect_right(self._quoted_starts, place) - 1
        return index if index >= 0 and place < self._quoted[index].line.end else None

    def begins(self, index: int) -> bool:
        """Whether a quotation begins with this quoted line."""
        return self._quoted[index].first

    def claimed(self, index: int, path: tuple[Step, ...]) -> tuple[Step, ...]:
        """The place in the quoted act after a quoted line, which may begin an article, a clause or a point of it."""
        line = self._quoted[index].line.text
        claim = claim_of(line[len(_OPENING.match(line)[0]) :])  # type: ignore[index]
        if claim is None or claim.level not in _DEPTH:
            return path
        above = tuple(step for step in path if _DEPTH.get(step.level, 9) < _DEPTH[claim.level])
        return (*above, Step(claim.level, claim.number))

    def _read_lines(self, lines: list[Line]) -> None:
        tracker = QuoteTracker()
        for line in lines:
            if line.start in self.labels:
                tracker.leave()
            inside = tracker.inside
            if tracker.feed(line.text):
                self._quoted.append(_Quoted(line, not inside))
                self._label(line)
            else:
                spans = [(line.start + m.start(), line.start + m.end()) for m in _INLINE.finditer(line.text)]
                self._inline.extend(spans)
                self._label(line)

    def _label(self, line: Line) -> None:
        """A line that begins like an article, in a quotation or left as text, refers to nothing by that."""
        opening = _OPENING.match(line.text)
        start = len(opening[0]) if opening else 0
        claim = claim_of(line.text[start:])
        if claim is not None and claim.strong:
            self.labels.add(line.start + start)


_DEPTH = {Level.DIEU: 0, Level.KHOAN: 1, Level.DIEM: 2}


def _parents(parts: list[Provision]) -> list[int]:
    """For each provision, in the order of the text, the index of the one around it; -1 for none."""
    above: list[int] = []
    stack: list[int] = []
    for index, part in enumerate(parts):
        while stack and parts[stack[-1]].span.end <= part.span.start:
            stack.pop()
        above.append(stack[-1] if stack else -1)
        stack.append(index)
    return above


def article_of(ref: ProvisionRef) -> tuple[Step, ...]:
    """The path of a reference from its article down; empty where it has none."""
    for place, step in enumerate(ref.path):
        if step.level is Level.DIEU:
            return ref.path[place:]
    return ()
