"""What differs between two texts of a document, or two documents, provision by provision."""

from __future__ import annotations

import difflib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from corpus.document import Revision
from corpus.level import Level
from corpus.provision import Provision
from corpus.reference import ProvisionRef, Step

Path = tuple[Step, ...]
_ENOUGH = 40
"""An article is known again under another number by its words only where it has so many letters."""


class ChangeKind(StrEnum):
    """What became of a provision; `moved`: the same words under another number or in another chapter."""

    ADDED = "added"
    GONE = "gone"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Place:
    """A provision as it is compared: where it stands, in which chapters, and its words."""

    ref: ProvisionRef
    label: str
    context: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Change:
    """One difference; `old` is None for what was added, `new` for what is gone."""

    kind: ChangeKind
    old: Place | None
    new: Place | None


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that both texts have (` `), only the old one (`-`) or only the new one (`+`)."""

    mark: str
    words: str


def compare(old: Revision, new: Revision) -> tuple[Change, ...]:
    """The differences in the order of the new text, then what is gone, in the order of the old one."""
    before, after = _places(old), _places(new)
    moves = _moves(before, after)
    origin = {_moved(path, moves): path for path in before}
    changes = [_change(before[origin[path]] if path in origin else None, after[path]) for path in after]
    gone = [Change(ChangeKind.GONE, place, None) for path, place in before.items() if _moved(path, moves) not in after]
    return tuple(_outermost([change for change in changes if change is not None] + gone))


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """How the words of `old` became those of `new`."""
    one, other = old.split(), new.split()
    made: list[Piece] = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, _spelt(old), _spelt(new), autojunk=False).get_opcodes():
        if tag == "equal":
            made.append(Piece(" ", " ".join(other[c:d])))
        else:
            made += [Piece(m, " ".join(w)) for m, w in (("-", one[a:b]), ("+", other[c:d])) if w]
    return tuple(made)


def _places(revision: Revision) -> dict[Path, Place]:
    """Every provision by its path, and what stands before and after them all."""
    roots = revision.provisions
    first, last = (roots[0].span.start, roots[-1].span.end) if roots else (len(revision.text),) * 2
    whole = ProvisionRef(revision.document.id)
    found = {_OPENING: Place(whole, "phần mở đầu", (), revision.text[:first].strip())}
    for part, context in _walk(roots, ()):
        path = part.ref.path
        while path in found:  # a number used twice: the second is compared with the second
            path = (*path, Step(part.level, "lần sau"))
        found[path] = Place(part.ref, part.label, context, part.own.slice(revision.text).strip())
    found[_ENDING] = Place(whole, "phần kết", (), revision.text[last:].strip())
    return {path: place for path, place in found.items() if place.words}


_OPENING: Path = ()
_ENDING: Path = (Step(Level.MUC, "phần kết"),)


def _walk(parts: tuple[Provision, ...], context: tuple[str, ...]) -> Iterator[tuple[Provision, tuple[str, ...]]]:
    for part in parts:
        yield part, context
        yield from _walk(part.children, (*context, part.label) if part.level.is_context else context)


_GAVE_WAY = Step(Level.MUC, "đã nhường chỗ")


def _moves(before: dict[Path, Place], after: dict[Path, Place]) -> dict[Path, Path]:
    """Articles that stand, with all that is in them, under another number now."""
    old, new = _bodies(before), _bodies(after)
    twins = {body for bodies in (old, new) for body, n in Counter(bodies.values()).items() if n > 1}
    by_body = {body: path for path, body in new.items() if old.get(path) != body and body not in twins}
    return {
        path: by_body[body]
        for path, body in old.items()
        if len(body) >= _ENOUGH and body in by_body and new.get(path) != body
    }


def _bodies(places: dict[Path, Place]) -> dict[Path, str]:
    """The words of each article without its label, by path."""
    bodies: dict[Path, str] = {}
    for path, place in places.items():
        dieu = next((n for n, step in enumerate(path, start=1) if step.level is Level.DIEU), 0)
        if dieu:
            own = _bare(place) if len(path) == dieu else place.words
            bodies[path[:dieu]] = f"{bodies.get(path[:dieu], '')} {' '.join(_spelt(own))}"
    return bodies


def _moved(path: Path, moves: dict[Path, Path]) -> Path:
    for cut in range(len(path), 0, -1):
        if path[:cut] in moves:
            return (*moves[path[:cut]], *path[cut:])
    taken = any(path[:cut] in moves.values() for cut in range(len(path), 0, -1))
    return (*path, _GAVE_WAY) if taken else path


def _change(old: Place | None, new: Place) -> Change | None:
    if old is None:
        return Change(ChangeKind.ADDED, None, new)
    if _spelt(_bare(old)) != _spelt(_bare(new)):
        return Change(ChangeKind.CHANGED, old, new)
    moved = old.ref.path != new.ref.path or old.context != new.context
    return Change(ChangeKind.MOVED, old, new) if moved else None


def _spelt(text: str) -> list[str]:
    """The words of a text; on which vowel a tone mark stands (`hòa`, `hoà`) is spelling and makes no other word."""
    return [_toned(word) for word in text.split()]


@lru_cache(maxsize=50_000)
def _toned(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    return "".join(sorted(letters, key=lambda c: c in _TONES))


_TONES = "\u0300\u0301\u0303\u0309\u0323"


def _bare(place: Place) -> str:
    return place.words.removeprefix(place.label)


def _outermost(changes: list[Change]) -> Iterator[Change]:
    """Without the parts of what came, went or moved as a whole."""
    seen: set[_Key] = set()
    for change in changes:
        old, new = (place.ref if place else None for place in (change.old, change.new))
        seen.add((change.kind, old, new))
        inside = (change.kind, old and _parent(old), new and _parent(new)) in seen and bool((new or old or _NONE).path)
        if change.kind is ChangeKind.CHANGED or not inside:
            yield change


_Key = tuple[ChangeKind, ProvisionRef | None, ProvisionRef | None]
_NONE = ProvisionRef("")


def _parent(ref: ProvisionRef) -> ProvisionRef:
    return ProvisionRef(ref.document, ref.path[:-1])
