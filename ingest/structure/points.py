"""Where a point (điểm) begins, and the order of points: a, b, c, d, đ, e, g …; a1 after a (domain 1.3)."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.level import Level
from corpus.reference import ProvisionRef
from ingest.numerals import POINTS
from ingest.structure.growth import Node
from ingest.structure.labels import Claim
from ingest.structure.lines import Line
from ingest.structure.progress import Progress


@dataclass(slots=True)
class Points:
    """The points of clauses, of articles without clauses and of the sections inside articles."""

    progress: Progress
    listing: set[ProvisionRef] = field(default_factory=set)
    """Points that are followed by a list of their own."""
    line_ends: dict[int, str] = field(init=False)
    """The last character of the line that ends at each offset."""

    def __post_init__(self) -> None:
        self.line_ends = {line.end: line.text[-1] for line in self.progress.lines}

    def begin(self, _place: int, line: Line, claim: Claim) -> bool:
        """Whether a point begins here."""
        parent = self.progress.growth.find(Level.KHOAN, Level.DIEU, Level.MUC)
        if parent is None or parent.ref.dieu is None:
            return False
        before = parent.last(Level.DIEM)
        number = self._number(line, claim, before)
        if number is None:
            return False
        ref = parent.ref.child(Level.DIEM, number)
        if self.progress.repeats(ref, line, line.text[: claim.label_end]):
            return False
        self.progress.growth.begin(ref, line, claim)
        return True

    def _number(self, line: Line, claim: Claim, before: Node | None) -> str | None:
        """The number under which a point is kept; None where it begins none."""
        number, last = claim.number, before.ref.path[-1].number if before else None
        if last == number == "d":
            self.progress.trouble(line, "Hai điểm d liền nhau; điểm sau được đọc là điểm đ.")
            return "đ"
        if last == "đ" and number == "d":
            self.progress.trouble(line, "Điểm d đứng sau điểm đ; giữ đúng như văn bản in.")
            return number
        if number[1:] and before is not None and self._announces(before):
            self.listing.add(before.ref)
            return None  # b1), b2) below a point that ends with a colon are its own list, not inserted points
        if point_follows(last, number, claim.strong):
            return number
        if claim.strong:
            self.progress.stays_text(line, f"Điểm “{number})” không nối tiếp danh sách điểm")
        return None

    def _announces(self, point: Node) -> bool:
        """Whether the words of a point end with a colon: what follows is a list below it."""
        return point.ref in self.listing or self.line_ends.get(point.text_end, "") == ":"


def point_follows(before: str | None, number: str, strong: bool) -> bool:
    """Whether point `number` may stand after `before`: the next letter, an inserted one, or a small gap."""
    if before is None:
        return number == "a"
    if number[1:] and number[0] == before[0]:
        return int(number[1:]) == int(before[1:] or 0) + 1
    here, last = POINTS.find(number[0]), POINTS.find(before[0])
    if here < 0 or last < 0:  # f, j, w, z of old texts: plain alphabetical order
        return strong and not number[1:] and ord(number[0]) == ord(before[0]) + 1
    return not number[1:] and last < here <= last + (2 if strong else 1)
