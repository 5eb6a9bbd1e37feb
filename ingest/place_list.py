"""Lists of places in one act: `Điểm b khoản 1, khoản 4, điểm b khoản 23 Điều 1, các điều 13, 14 và 15`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.level import Level
from corpus.provision import Provision
from corpus.reference import ProvisionRef, Step

_LEVELS = {
    "điểm": Level.DIEM, "khoản": Level.KHOAN, "điều": Level.DIEU, "mục": Level.MUC, "chương": Level.CHUONG,
    "phụ lục": Level.PHU_LUC,
}  # fmt: skip
_SEPARATORS = r"[\s,;]*(?:(?P<range>đến(?: hết)?)\s+|và\s+|,\s*|tại\s+|từ\s+|của\s+|quy định tại\s+)?"
_UNIT = re.compile(
    rf"{_SEPARATORS}(?:các\s+)?(?:(?P<level>điểm|khoản|điều|mục|chương|phụ lục)\s+(?:số\s+|từ\s+)?)?"
    r"(?P<number>này|\d{1,4}[a-zđ]?|[a-zđ]\d{0,2}|[IVXLC]+)(?![\wÀ-ỹ/])",
    re.IGNORECASE,
)
_SHAPES = {
    Level.DIEM: re.compile(r"[a-zđ]\d{0,2}"), Level.KHOAN: re.compile(r"\d{1,3}[a-zđ]?"),
    Level.DIEU: re.compile(r"\d{1,4}[a-zđ]?"), Level.MUC: re.compile(r"\d{1,2}|[IVXLC]+"),
    Level.CHUONG: re.compile(r"[IVXLC]+|\d{1,3}"), Level.PHU_LUC: re.compile(r"[IVXLC]+|\d{1,3}"),
}  # fmt: skip
_DEPTH = {
    Level.PHU_LUC: 0, Level.CHUONG: 0, Level.DIEU: 1, Level.KHOAN: 2, Level.DIEM: 3, Level.MUC: 4,
}  # fmt: skip
"""A `mục` stands before the chapter that holds it, and before the point whose table has it as a row."""


@dataclass(frozen=True, slots=True)
class _Unit:
    step: Step
    closes_range: bool


def places_at(
    words: str, start: int, source: ProvisionRef, provisions: tuple[Provision, ...]
) -> tuple[tuple[ProvisionRef, ...], int]:
    """The provisions that a list beginning at `start` names, as far as they exist, and where the list ends.

    `này` is the place of `source`. A chapter stands for its articles.
    """
    units, end = _units(words, start, source)
    known = {part.ref: part for root in provisions for part in root.walk()}
    found = [ref for path in _paths(units) for ref in _existing(path, source.document, known)]
    return tuple(dict.fromkeys(found)), end


def paths_at(words: str, start: int) -> tuple[list[tuple[Step, ...]], int]:
    """The places that a list beginning at `start` names in another act, and where the list ends."""
    units, end = _units(words, start, ProvisionRef("-"))
    return _paths(units), end


def _units(words: str, start: int, source: ProvisionRef) -> tuple[list[_Unit], int]:
    units: list[_Unit] = []
    level, end = None, start
    while match := _UNIT.match(words, end):
        level = _LEVELS[match["level"].lower()] if match["level"] else level
        if level is None or (number := _number(match["number"], level, source)) is None:
            break
        units.append(_Unit(Step(level, number), match["range"] is not None))
        end = match.end()
    return units, end


def _number(raw: str, level: Level, source: ProvisionRef) -> str | None:
    if raw.lower() == "này":
        return next((step.number for step in source.path if step.level is level), None)
    return raw if _SHAPES[level].fullmatch(raw) else None


def _paths(units: list[_Unit]) -> list[tuple[Step, ...]]:
    """The path of each unit: a smaller one lies in the next larger one that follows it."""
    paths: list[tuple[Step, ...]] = []
    above: list[Step] = []
    for place in range(len(units) - 1, -1, -1):
        step = units[place].step
        above = [other for other in above if _DEPTH[other.level] < _DEPTH[step.level]]
        contains = place > 0 and _DEPTH[units[place - 1].step.level] > _DEPTH[step.level]
        if not contains and not _is_row(step, above):
            paths.append((*above, step))
            paths.extend(_between(units, place, tuple(above)))
        above.append(step)
    return paths[::-1]


def _is_row(step: Step, above: list[Step]) -> bool:
    """Whether a `mục` is a row of a table in a provision (`mục số 7 điểm a khoản 3 Điều 1`): only a part of it."""
    return step.level is Level.MUC and bool(above) and above[-1].level in (Level.DIEM, Level.KHOAN)


def _between(units: list[_Unit], place: int, above: tuple[Step, ...]) -> Iterator[tuple[Step, ...]]:
    """What lies in a range of plain numbers (`các điều từ 5 đến 8`), its last one apart."""
    first, last = units[place - 1].step if place else None, units[place].step
    if not units[place].closes_range or first is None or first.level is not last.level:
        return
    if first.number.isdigit() and last.number.isdigit():
        for number in range(min(int(last.number), int(first.number) + 500) - 1, int(first.number), -1):
            yield (*above, Step(last.level, str(number)))


def _existing(path: tuple[Step, ...], document: str, known: dict[ProvisionRef, Provision]) -> Iterator[ProvisionRef]:
    ref = ProvisionRef(document, path)
    if path[-1].level in (Level.CHUONG, Level.MUC) and not any(step.level is Level.DIEU for step in path):
        for part in known.values():
            if part.ref.path[-len(path) :] == path:
                yield from (below.ref for below in part.walk() if below.level is Level.DIEU)
    elif ref in known:
        yield ref
