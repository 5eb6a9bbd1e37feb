"""The tree of one article as later law has left it on a day: each part with the stored text that its words stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from corpus.phrase import Phrase, PhraseVerb, occurrences
from corpus.provision import Provision
from corpus.reference import ProvisionRef
from corpus.relation import Relation, RelationKind
from corpus.span import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """One contiguous span of the stored text `sha256` of `document`."""

    document: str
    sha256: str
    span: Span
    joined: bool = False
    """Whether it goes on in the middle of the words before it, as around a changed phrase."""


@dataclass(slots=True)
class Part:
    """A provision in place: `own` are its own words; `ended` is what took it out of the law."""

    ref: ProvisionRef
    heading: str
    own: tuple[Piece, ...]
    children: list[Part] = field(default_factory=list)
    ended: Relation | None = None

    @classmethod
    def of(cls, provision: Provision, document: str, sha256: str) -> Part:
        """A provision with all below it, standing in the text `sha256` of `document`."""
        below = [cls.of(child, document, sha256) for child in provision.children]
        return cls(provision.ref, provision.heading, (Piece(document, sha256, provision.own),), below)

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
        yield from self.own
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
    """One article (or another topmost place) while changes are applied to it in order. `texts` are those by hash."""

    top: ProvisionRef
    root: Part | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    phrased: list[tuple[Relation, ProvisionRef]] = field(default_factory=list)
    """Which changes of phrases reached which parts."""

    def apply(self, change: Relation, sha256: str | None) -> None:
        """Apply a change; `sha256` names the text of the acting document, None where that is not held."""
        if change.kind.ends:
            self._end(change)
        elif sha256 is None:
            return
        elif change.words is not None:
            self._replace(change.words, change, sha256)
        elif change.phrase is not None:
            self._rephrase(change.phrase, change, sha256)

    def _rephrase(self, phrase: Phrase, change: Relation, sha256: str) -> None:
        for part in list(self.root.walk()) if self.root else ():
            is_meant = part.ref == change.target if phrase.own_only else change.target.contains(part.ref)
            if is_meant:
                own = rephrased(part.own, phrase, Piece(change.source.document, sha256, phrase.old), self.texts)
                if own is not None:
                    part.own = own
                if own is not None or self._says_so_already(part, phrase, change, sha256):
                    self.phrased.append((change, part.ref))

    def _says_so_already(self, part: Part, phrase: Phrase, change: Relation, sha256: str) -> bool:
        """Whether a copy was made of the corrected text: what a correction asks for stands in it."""
        if change.kind is not RelationKind.CORRECTS or phrase.new is None:
            return False
        right = Phrase(PhraseVerb.DELETE, phrase.new)
        return next(occurrences(_laid_out(part.own, self.texts)[0], right, self.texts[sha256]), None) is not None

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


def rephrased(
    own: tuple[Piece, ...], phrase: Phrase, acting: Piece, texts: Mapping[str, str]
) -> tuple[Piece, ...] | None:
    """The pieces with a phrase of the text of `acting` changed everywhere; None where they do not hold it."""
    words, starts = _laid_out(own, texts)
    found = list(occurrences(words, phrase, texts[acting.sha256]))
    if not found:
        return None
    out: list[Piece] = []
    done = 0
    for place in found:
        until = place.end if phrase.verb is PhraseVerb.AFTER else place.start
        out += _cut(own, starts, Span(done, until))
        if phrase.new is not None:
            out.append(replace(acting, span=phrase.new))
        done = place.start if phrase.verb is PhraseVerb.BEFORE else place.end
    out += _cut(own, starts, Span(done, len(words)))
    return tuple(replace(piece, joined=n > 0) for n, piece in enumerate(out))


def _laid_out(own: tuple[Piece, ...], texts: Mapping[str, str]) -> tuple[str, list[int]]:
    """The words of the pieces on end, and where each begins in them."""
    words, starts = "", []
    for piece in own:
        more = piece.span.slice(texts[piece.sha256])
        words += gap(words, more)
        starts.append(len(words))
        words += more
    return words, starts


def _cut(own: tuple[Piece, ...], starts: list[int], place: Span) -> Iterator[Piece]:
    """The pieces as far as they lie in a place of the words on end."""
    for piece, begun in zip(own, starts, strict=True):
        start, end = max(place.start, begun), min(place.end, begun + len(piece.span))
        if start < end:
            at = piece.span.start - begun
            yield replace(piece, span=Span(start + at, end + at))


def gap(before: str, after: str) -> str:
    """The space that parts joined words, where neither side has it: the acting text quotes phrases without."""
    if not before or not after or before[-1].isspace() or after[0].isspace():
        return ""
    return " " if after[0] not in _CLINGS and before[-1] not in _OPENS else ""


_CLINGS = ",.;:!?)]”»/"
_OPENS = "([“«/"


def merged(pieces: Iterable[Piece], texts: Mapping[str, str]) -> tuple[Piece, ...]:
    """Neighbours that only white space parts become one piece. `texts` are the stored texts by hash."""
    out: list[Piece] = []
    for piece in pieces:
        last = out[-1] if out else None
        if last is not None and last.sha256 == piece.sha256 and last.span.end <= piece.span.start:
            between = texts[piece.sha256][last.span.end : piece.span.start]
            if not between.strip():
                out[-1] = replace(last, span=Span(last.span.start, piece.span.end))
                continue
        out.append(piece)
    return tuple(out)


def spoken(pieces: Iterable[tuple[Piece, str]]) -> str:
    """The words of the pieces; a new line parts those that stand in different places, but for joined ones."""
    words = ""
    for piece, more in pieces:
        between = gap(words, more) if piece.joined else "\n"
        words += (between if words else "") + more
    return words


def _before(one: Part, other: Part) -> bool:
    mine, yours = one.ref.path[-1], other.ref.path[-1]
    return mine.level is not yours.level or mine.place <= yours.place
