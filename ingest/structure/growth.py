"""A tree of provisions while it grows."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.level import Level
from corpus.provision import Provision
from corpus.reference import ProvisionRef
from corpus.span import Span
from ingest.structure.labels import Claim
from ingest.structure.lines import Line

RANK = {
    Level.KEM_THEO: 0, Level.PHU_LUC: 0, Level.PHAN: 1, Level.CHUONG: 2, Level.MUC: 3, Level.TIEU_MUC: 4,
    Level.DIEU: 5, Level.KHOAN: 6, Level.DIEM: 7,
}  # fmt: skip
"""How deep a level stands; a new part closes every open one of its own rank or deeper."""


@dataclass(slots=True)
class Node:
    """A provision that is still open; `text_end` moves on until its first child, `end` until it closes."""

    ref: ProvisionRef
    rank: float
    label: str
    heading: str
    start: int
    text_end: int
    end: int
    value: int = 0
    suffix: str = ""
    children: list[Node] = field(default_factory=list)

    def last(self, level: Level) -> Node | None:
        """The last part of this level directly below."""
        return last_of(self.children, level)

    def freeze(self) -> Provision:
        """The finished provision with all below it."""
        children = tuple(child.freeze() for child in self.children)
        return Provision(self.ref, self.label, self.heading, Span(self.start, self.end), self.text_end, children)


@dataclass(slots=True)
class Growth:
    """The forest and the path of open nodes down its right edge (never deeper than the levels there are)."""

    roots: list[Node] = field(default_factory=list)
    open: list[Node] = field(default_factory=list)
    taken: set[ProvisionRef] = field(default_factory=set)

    def add(self, node: Node) -> None:
        """Close what `node` ends and put it in its place."""
        self.close(node.rank)
        (self.open[-1].children if self.open else self.roots).append(node)
        self.open.append(node)
        self.taken.add(node.ref)

    def begin(self, ref: ProvisionRef, line: Line, claim: Claim, heading: str = "", rank: float | None = None) -> None:
        """Open the provision whose head is this line; its rank is that of its level unless given."""
        label, depth = line.text[: claim.label_end], RANK[claim.level] if rank is None else rank
        self.add(Node(ref, depth, label, heading, line.start, line.end, line.end, claim.value, claim.suffix))
        self.extend(line.end)

    def close(self, rank: float = 0) -> None:
        """Close every open node of this rank or deeper."""
        while self.open and self.open[-1].rank >= rank:
            self.open.pop()

    def extend(self, end: int) -> None:
        """The text up to `end` belongs to the innermost open node."""
        for node in self.open:
            node.end = end
        if self.open:
            self.open[-1].text_end = end

    def find(self, *levels: Level) -> Node | None:
        """The innermost open node of one of these levels."""
        return next((node for node in reversed(self.open) if node.ref.path[-1].level in levels), None)


def last_of(nodes: list[Node], level: Level) -> Node | None:
    """The last of these provisions that is of this level."""
    return next((node for node in reversed(nodes) if node.ref.path[-1].level is level), None)
