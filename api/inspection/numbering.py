"""Numbers that jump or stand twice, and words that stand twice."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from api.inspection.finding import Finding, Ground
from api.inspection.kinds import Weight
from corpus.document import Origin, Revision
from corpus.level import Level
from corpus.provision import Provision
from corpus.reference import ProvisionRef, Step

POINTS = "abcdđeghiklmnopqrstuvxy"
"""The letters of points in order: no f, j, w, z."""
_NUMBER = re.compile(r"([0-9]+)([a-zđ]?[0-9]*)")
_COUNTED = (Level.DIEU, Level.KHOAN, Level.DIEM)
_ENOUGH = 60
_LOOK = "Mở tệp gốc ở chỗ này; nếu tệp đủ, xem `hoiluat parse TỆP`; nếu tệp thiếu, nạp bản đầy đủ."


def gaps(revision: Revision, ground: Ground) -> Iterator[Finding]:
    """Điều, khoản and điểm whose number does not follow the one before; a digest leaves out what it likes."""
    if revision.document.origin is Origin.DIGEST:
        return
    for level, parts in _siblings(revision):
        before: Provision | None = None
        for part in parts:
            if before is not None and part.ref == before.ref:
                continue  # a number that stands twice is another lint's
            missing = _missing(level, before, part)
            if missing:
                words = f"thiếu {level.word} {missing} trước {part.ref.label()}"
                yield Finding("gap", Weight.WARNING, part.ref, words, _LOOK)
            before = part


def twice(revision: Revision, ground: Ground) -> Iterator[Finding]:
    """References that two provisions have: only the first can ever be quoted by it."""
    for ref, count in Counter(part.ref for part in revision.walk()).items():
        if count > 1:
            yield Finding("twice", Weight.ERROR, ref, f"{ref.label()} có {count} lần trong văn bản", _LOOK)


def same_words(revision: Revision, ground: Ground) -> Iterator[Finding]:
    """Articles that say, word for word, what an earlier one says."""
    first: dict[str, Provision] = {}
    for part in revision.walk():
        if part.level is not Level.DIEU:
            continue
        body = " ".join(part.span.slice(revision.text).removeprefix(part.label).split())
        if len(body) >= _ENOUGH and (other := first.setdefault(body, part)) is not part and other.ref != part.ref:
            words = f"{part.ref.label()} giống hệt {other.ref.label()}"
            yield Finding("same_words", Weight.WARNING, part.ref, words, _LOOK)


def _siblings(revision: Revision) -> Iterator[tuple[Level, list[Provision]]]:
    """Provisions that are counted together: chapters do not begin the numbers of their articles anew."""
    groups: dict[tuple[tuple[Step, ...], Level], list[Provision]] = defaultdict(list)
    for part in revision.walk():
        groups[part.ref.path[:-1], part.level].append(part)
    yield from ((level, parts) for (_, level), parts in groups.items() if level in _COUNTED)


def _missing(level: Level, before: Provision | None, part: Provision) -> str:
    """The numbers left out between two neighbours: `4`, `4 đến 6`; empty where they follow one another."""
    place, letter = _place(level, part.ref)
    last = _place(level, before.ref)[0] if before else 0
    first = last + 1
    if not place or (before and not last) or place <= first or (letter and place == last):
        return ""
    return _named(level, first) if place - 1 == first else f"{_named(level, first)} đến {_named(level, place - 1)}"


def _place(level: Level, ref: ProvisionRef) -> tuple[int, str]:
    """`12a` → (12, `a`), điểm `đ` → (5, ``); (0, …) for what is numbered in another way."""
    number = ref.path[-1].number
    if level is Level.DIEM:
        return (POINTS.find(number[:1]) + 1, number[1:]) if number[:1] in POINTS else (0, "")
    match = _NUMBER.fullmatch(number)
    return (int(match[1]), match[2]) if match else (0, "")


def _named(level: Level, place: int) -> str:
    return POINTS[place - 1] if level is Level.DIEM and place <= len(POINTS) else str(place)
