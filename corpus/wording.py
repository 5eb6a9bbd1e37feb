"""The tree of one article as later law has left it on a day: each part with the stored text that its words stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from corpus.provision import Provision
from corpus.reference import ProvisionRef
from corpus.relation import Relation
from corpus.span import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """One contiguous span of the stored text `sha256` of `document`."""

    document: str
    sha256: str
    span: Span


@dataclass(slots=True)
class Part:
    """A provision in place: its own words are `own` of a text; `ended` is what took it out of the law."""

    ref: ProvisionRef
    heading: str
    own: Piece
    children: list[Part] = field(default_factory=list)
    ended: Relation | None = None

    @classmethod
    def of(cls, provision: Provision, document: str, sha256: str) -> Part:
        """A provision with all below it, standing in the text `sha256` of `document`."""
        below = [cls.of(child, document, sha256) for child in provision.children]
        return cls(provision.ref, provision.heading, Piece(document, sha256, provision.own), below)

    def walk(self) -> Iterator[Part]:
        """This part and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()

    def find(self, ref: ProvisionRef) -> Part | None:
        """The part called `ref`."""
        return next((part for part in self.walk() if part.ref == ref), None)

    def pieces(self) -> Iterator[Piece]:
        """Its words and those below it, without what was taken out."""
        yield self.own
        for child in self.children:
            if child.ended is None:
                yield from child.pieces()

    def put(self, part: Part) -> bool:
        """Put a part in the place of its old words, or where its number belongs; False where there is no place."""
        parent = self.find(ProvisionRef(part.ref.document, part.ref.path[:-1]))
        if parent is None:
            return False
        kept = [child for child in parent.children if child.ref != part.ref]
        at = sum(1 for child in kept if _before(child, part))
        parent.children = [*kept[:at], part, *kept[at:]]
        return True


@dataclass(slots=True)
class Wording:
    """One article (or another topmost place) while changes are applied to it in order."""

    top: ProvisionRef
    root: Part | None = None

    def apply(self, change: Relation, sha256: str | None) -> None:
        """Apply a change; `sha256` names the text of the acting document, None where that is not held."""
        if change.kind.ends:
            self._end(change)
        elif change.words is not None and sha256 is not None:
            self._replace(change.words, change, sha256)

    def _end(self, change: Relation) -> None:
        if self.root is None:
            return
        gone = self.root if change.target.contains(self.top) else self.root.find(change.target)
        if gone is not None:
            gone.ended = change

    def _replace(self, words: Provision, change: Relation, sha256: str) -> None:
        acting = change.source.document
        if words.ref.contains(self.top):
            found = words.find(self.top)
            if found is not None:
                self.root = Part.of(found, acting, sha256)
            elif self.root is not None:
                self.root.ended = change
        elif self.root is not None:
            self.root.put(Part.of(words, acting, sha256))


def merged(pieces: Iterable[Piece], texts: dict[str, str]) -> tuple[Piece, ...]:
    """Neighbours that only white space parts become one piece. `texts` are the stored texts by hash."""
    out: list[Piece] = []
    for piece in pieces:
        last = out[-1] if out else None
        if last is not None and last.sha256 == piece.sha256 and last.span.end <= piece.span.start:
            between = texts[piece.sha256][last.span.end : piece.span.start]
            if not between.strip():
                out[-1] = Piece(last.document, last.sha256, Span(last.span.start, piece.span.end))
                continue
        out.append(piece)
    return tuple(out)


def _before(one: Part, other: Part) -> bool:
    mine, yours = one.ref.path[-1], other.ref.path[-1]
    return mine.level is not yours.level or mine.place <= yours.place
