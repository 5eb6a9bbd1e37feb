"""Two systems over the same questions: gains, losses, and which differences are more than noise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from eval.statistics import ALL, ALPHA, Difference, difference, holm

SHARE = "share"
"""The unit of what is better the higher, from 0 to 1. Other units are amounts: less is better."""


class Outcome(StrEnum):
    """What may be said of a measure. `noise`: the runs differ, but no more than chance would make them."""

    BETTER = "better"
    WORSE = "worse"
    NOISE = "noise"
    SAME = "same"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Change:
    """One question that the second run did better or worse, with what each measure saw."""

    id: str
    before: float
    after: float
    why_before: str = ""
    why_after: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """One measure over the rows that both runs have scored; the difference is second less first."""

    measure: str
    unit: str
    outcome: Outcome
    difference: Difference
    gains: tuple[Change, ...]
    losses: tuple[Change, ...]
    only_first: int
    """Rows that only the first run has scored."""
    only_second: int
    slices: Mapping[str, Difference]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs. Every outcome of `measures` stands at 5 % together with the others (Holm 1979)."""

    first: str
    second: str
    rows: int
    rows_not_shared: int
    measures: tuple[Compared, ...]

    def record(self) -> dict[str, Any]:
        """As plain JSON values."""
        return asdict(self) | {"alpha": ALPHA, "correction": "Holm"}


@dataclass(frozen=True, slots=True)
class Pairs:
    """What two systems scored of one measure, by question that both have scored."""

    values: Mapping[str, tuple[float, float]]
    unit: str = SHARE
    reasons: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    only_first: int = 0
    only_second: int = 0

    def difference(self, questions: Iterable[str] | None = None) -> Difference:
        """The paired difference, over some of the questions or all."""
        kept = self.values.values() if questions is None else [self.values[one] for one in questions]
        return difference([before for before, _ in kept], [after for _, after in kept])


def compared(pairs: Mapping[str, Pairs], tags: Mapping[str, Sequence[str]]) -> tuple[Compared, ...]:
    """Every measure with its outcome; the outcomes stand together. `tags` are those of the questions."""
    whole = {name: pair.difference() for name, pair in pairs.items()}
    ruled = {name: found.p for name, found in whole.items() if pairs[name].unit == SHARE and found.queries}
    stands = holm(ruled)
    return tuple(_compared(name, pair, whole[name], stands.get(name), tags) for name, pair in pairs.items())


def _compared(
    name: str, pairs: Pairs, whole: Difference, stands: bool | None, tags: Mapping[str, Sequence[str]]
) -> Compared:
    changes = [
        Change(question, before, after, *pairs.reasons.get(question, ()))
        for question, (before, after) in pairs.values.items()
        if before != after
    ]
    risen = tuple(change for change in changes if change.after > change.before)
    fallen = tuple(change for change in changes if change.after < change.before)
    gains, losses = (risen, fallen) if pairs.unit == SHARE else (fallen, risen)
    outcome = _outcome(whole, stands)
    slices = {tag: pairs.difference(held) for tag, held in _slices(pairs, tags).items()}
    return Compared(name, pairs.unit, outcome, whole, gains, losses, pairs.only_first, pairs.only_second, slices)


def _slices(pairs: Pairs, tags: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for question in pairs.values:
        for tag in sorted({*tags.get(question, ())} - {ALL}):
            found.setdefault(tag, []).append(question)
    return dict(sorted(found.items()))


def _outcome(whole: Difference, stands: bool | None) -> Outcome:
    """Amounts (time, length) are shown and not ruled on: they depend on the machine and the taste."""
    if stands is None:
        return Outcome.UNKNOWN
    if not stands:
        return Outcome.SAME if whole.low == whole.high == whole.mean == 0 else Outcome.NOISE
    return Outcome.BETTER if whole.mean > 0 else Outcome.WORSE
