"""Quoted new text of an amending act, read as the provisions of the target that it gives anew.

`“2. Người mượn … a) …; b) ….”` below an instruction on khoản 2 Điều 5 is that khoản with its two points: its references
are the target's, its spans those of the acting text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corpus.level import Level
from corpus.provision import Provision
from corpus.reference import ProvisionRef
from corpus.span import Span
from ingest.structure.growth import RANK, Growth
from ingest.structure.headings import article_heading
from ingest.structure.labels import Claim
from ingest.structure.lines import Line, lines_of
from ingest.structure.points import point_follows


def read_fragment(text: str, place: Span, targets: Sequence[ProvisionRef]) -> tuple[Provision, ...]:
    """The targets that stand in the quoted words at `place`, in the order of the text."""
    reader = _Fragment(lines_of(text, place.end, place.start), {_key(t): t for t in targets if t.path})
    reader.read()
    return tuple(root.freeze() for root in reader.growth.roots)


@dataclass(slots=True)
class _Fragment:
    lines: list[Line]
    wanted: Mapping[tuple[Level, str], ProvisionRef]
    growth: Growth = field(default_factory=Growth)
    heading_until: int = 0

    def read(self) -> None:
        for place, line in enumerate(self.lines):
            claim = None if place < self.heading_until else line.claim
            if claim is None or not self._begin(place, line, claim):
                self.growth.extend(line.end)

    def _begin(self, place: int, line: Line, claim: Claim) -> bool:
        top = self.growth.open[0] if self.growth.open else None
        ref = self.wanted.get((claim.level, claim.number))
        if top is None or RANK[claim.level] <= top.rank:
            if ref is None or ref in self.growth.taken:
                if top is not None and claim.strong and RANK[claim.level] < top.rank:
                    self.growth.close()  # a wider provision that nobody asked for: what follows belongs to it
                return False
            self._add(ref, place, line, claim)
            return True
        below = self._below(claim)
        if below is None or below in self.growth.taken:
            return False
        self._add(below, place, line, claim)
        return True

    def _below(self, claim: Claim) -> ProvisionRef | None:
        """The reference of a part inside the open provision, where its number follows."""
        if claim.level is Level.KHOAN:
            parent = self.growth.find(Level.DIEU)
            last = parent.last(Level.KHOAN) if parent else None
            follows = claim.value == (last.value if last else 0) + 1
            inserted = last is not None and claim.value == last.value and claim.suffix > last.suffix
            return parent.ref.child(Level.KHOAN, claim.number) if parent and (follows or inserted) else None
        if claim.level is Level.DIEM:
            parent = self.growth.find(Level.KHOAN, Level.DIEU)
            last = parent.last(Level.DIEM) if parent else None
            before = last.ref.path[-1].number if last else None
            follows = point_follows(before, claim.number, claim.strong)
            return parent.ref.child(Level.DIEM, claim.number) if parent and follows else None
        return None

    def _add(self, ref: ProvisionRef, place: int, line: Line, claim: Claim) -> None:
        heading = ""
        if claim.level is Level.DIEU:
            heading, self.heading_until = article_heading(self.lines, place, claim)
        self.growth.begin(ref, line, claim, heading)


def _key(ref: ProvisionRef) -> tuple[Level, str]:
    return ref.path[-1].level, ref.path[-1].number
