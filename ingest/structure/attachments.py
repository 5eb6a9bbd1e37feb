"""What is attached to an act: regulations with articles of their own, annexes, forms and lists."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from corpus.level import Level
from ingest.structure.ending import attached_kind, is_regulation
from ingest.structure.growth import Node
from ingest.structure.labels import Claim, annex_of, is_upper
from ingest.structure.lines import Line
from ingest.structure.progress import Progress

_HEAD = 6
"""Lines below the kind of an attached text that may belong to its head."""


@dataclass(slots=True)
class Attachments:
    """The attached texts, each a root of its own."""

    progress: Progress
    regulations: int = 0
    annexes: int = 0
    _named: dict[str, int] | None = None
    """The last line on which each annex has its head for itself, with a name in capitals below it."""

    def begin(self, place: int, line: Line) -> bool:
        """Whether an attached text or an annex begins here."""
        return self._begin_attached(place, line) or self._begin_annex(place, line)

    def _begin_attached(self, place: int, line: Line) -> bool:
        following = [other.text for other in self.progress.lines[place + 1 : place + 1 + _HEAD]]
        kind = attached_kind(line.text, following)
        if kind is None:
            return False
        title, until = self._title(place, kind)
        if is_regulation(kind) and self._has_articles(place):
            self._add_regulation(line, kind, title, until)
        elif annex := self._headed_above(place):
            annex.heading = f"{kind} {title}".strip()
            self.progress.growth.extend(line.end)
        else:
            self._add_annex(line, kind, "", title)
        return True

    def _headed_above(self, place: int) -> Node | None:
        """The annex of which the line above is the whole head: this line is its name, not an annex of its own."""
        annex = self.progress.growth.find(Level.PHU_LUC)
        above = self.progress.lines[place - 1] if place else None
        return annex if annex and above and (annex.start, annex.text_end) == (above.start, above.end) else None

    def _begin_annex(self, place: int, line: Line) -> bool:
        claim = None if line.is_row else annex_of(line.text)
        if claim is None or not (self.progress.ended or claim.strong or self._stands_alone(place, claim)):
            return False
        if self._is_listed(place, claim):
            return False
        label = line.text[: claim.label_end]
        self._add_annex(line, label, claim.number, line.text[claim.rest_at :] or self._name_below(place))
        return True

    def _is_listed(self, place: int, claim: Claim) -> bool:
        """Whether the head is a row of a list of annexes: the annex comes below, its name in capitals as names are."""
        if claim.strong or not claim.number or self._name_below(place):
            return False
        if self._named is None:
            heads = [(n, annex_of(line.text)) for n, line in enumerate(self.progress.lines) if not line.is_row]
            self._named = {head.number: n for n, head in heads if head is not None and self._stands_alone(n, head)}
        return self._named.get(claim.number, 0) > place

    def _stands_alone(self, place: int, claim: Claim) -> bool:
        """Whether the head of an annex has its own line and a name in capitals below it."""
        return claim.label_end == len(self.progress.lines[place].text) and bool(self._name_below(place))

    def _name_below(self, place: int) -> str:
        """The line after the head of an annex, when it is set in capitals as names are."""
        lines = self.progress.lines
        below = lines[place + 1].text if place + 1 < len(lines) else ""
        return below if is_upper(below) and annex_of(below) is None else ""

    def _has_articles(self, place: int) -> bool:
        first = self.progress.places.get(1, [])
        return bisect_right(first, place) < len(first)

    def _title(self, place: int, kind: str) -> tuple[str, int]:
        """The title of an attached text, and the first line after its head."""
        lines = self.progress.lines
        rest = lines[place].text[len(kind) :].strip()
        words = [rest] if rest else []
        until = place + 1
        for other in lines[place + 1 : place + 1 + _HEAD]:
            if other.claim is not None or other.is_row:
                break
            until += 1
            if "kèm theo" in other.text.lower():
                break
            words.append(other.text)
        return " ".join(words), until

    def _add_regulation(self, line: Line, kind: str, title: str, until: int) -> None:
        """An attached text with articles: they are counted in it from now on."""
        self.regulations += 1
        progress = self.progress
        ref = progress.document.child(Level.KEM_THEO, str(self.regulations))
        progress.growth.add(Node(ref, 0, kind, title, line.start, line.end, line.end, self.regulations))
        progress.scope, progress.last, progress.ended, progress.heading_until = ref, None, False, until

    def _add_annex(self, line: Line, label: str, number: str, heading: str) -> None:
        self.annexes += 1
        progress = self.progress
        ref = progress.document.child(Level.PHU_LUC, number or str(self.annexes))
        if ref in progress.growth.taken:
            progress.growth.extend(line.end)
            return
        progress.growth.add(Node(ref, 0, label, heading, line.start, line.end, line.end))
        progress.ended = True
