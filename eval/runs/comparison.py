"""Two runs over the same rows, question by question: gains, losses, and which differences are more than noise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from eval.answers.verdict import Verdict
from eval.runs.folder import NotARun, RunFolder
from eval.runs.scoring import ALL
from eval.statistics import ALPHA, Difference, difference, holm
from eval.suite import Row


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
    why_before: str
    why_after: str


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
class _Pairs:
    """What both runs scored of one measure, in the order of the rows."""

    rows: tuple[Row, ...]
    before: tuple[Verdict, ...]
    after: tuple[Verdict, ...]
    only_first: int
    only_second: int

    def difference(self, rows: Iterable[str] | None = None) -> Difference:
        """The paired difference, over some of the rows or all."""
        wanted = None if rows is None else set(rows)
        kept = [place for place, row in enumerate(self.rows) if wanted is None or row.id in wanted]
        return difference([_value(self.before[n]) for n in kept], [_value(self.after[n]) for n in kept])


def compare(first: RunFolder, second: RunFolder) -> Comparison:
    """Compare two judged runs; raise `NotARun` where they have no row in common.

    A row is shared when both runs asked the same of the same question; its spelling may differ where the runs say so.
    """
    respelled = first.config().get("spelling") != second.config().get("spelling")
    rows = {row.id: _asked(row, respelled) for row in first.rows()}
    shared = [row for row in second.rows() if rows.get(row.id) == _asked(row, respelled)]
    if not shared:
        raise NotARun(
            f"{first.path} và {second.path} không có câu hỏi nào chung, nên không so sánh được. "
            "Hãy chạy lại cả hai trên cùng một bộ câu hỏi."
        )
    before, after = first.verdicts(), second.verdicts()
    units = _units(first) | _units(second)
    pairs = {name: _pairs(name, shared, before, after) for name in units}
    whole = {name: pair.difference() for name, pair in pairs.items()}
    stands = holm({name: found.p for name, found in whole.items() if units[name] == "share" and found.queries})
    apart = len({*rows, *(row.id for row in second.rows())}) - len(shared)
    measures = (_compared(name, units[name], pairs[name], whole[name], stands.get(name)) for name in units)
    return Comparison(first.path.name, second.path.name, len(shared), apart, tuple(measures))


def _asked(row: Row, respelled: bool) -> Row:
    return replace(row, question="") if respelled else row


def _pairs(
    name: str,
    rows: Sequence[Row],
    before: Mapping[str, Mapping[str, Verdict]],
    after: Mapping[str, Mapping[str, Verdict]],
) -> _Pairs:
    both, ones, others, only_first, only_second = [], [], [], 0, 0
    for row in rows:
        one, other = before[row.id].get(name), after[row.id].get(name)
        has_one, has_other = one is not None and one.value is not None, other is not None and other.value is not None
        if one is not None and other is not None and has_one and has_other:
            both.append(row)
            ones.append(one)
            others.append(other)
        only_first += has_one and not has_other
        only_second += has_other and not has_one
    return _Pairs(tuple(both), tuple(ones), tuple(others), only_first, only_second)


def _compared(name: str, unit: str, pairs: _Pairs, whole: Difference, stands: bool | None) -> Compared:
    changes = [
        Change(row.id, _value(one), _value(other), one.why, other.why)
        for row, one, other in zip(pairs.rows, pairs.before, pairs.after, strict=True)
        if one.value != other.value
    ]
    risen = tuple(change for change in changes if change.after > change.before)
    fallen = tuple(change for change in changes if change.after < change.before)
    gains, losses = (risen, fallen) if unit == "share" else (fallen, risen)
    tags = sorted({tag for row in pairs.rows for tag in row.tags} - {ALL})
    slices = {tag: pairs.difference(row.id for row in pairs.rows if tag in row.tags) for tag in tags}
    outcome = _outcome(whole, stands)
    return Compared(name, unit, outcome, whole, gains, losses, pairs.only_first, pairs.only_second, slices)


def _outcome(whole: Difference, stands: bool | None) -> Outcome:
    """Amounts (time, length) are shown and not ruled on: they depend on the machine and the taste."""
    if stands is None:
        return Outcome.UNKNOWN
    if not stands:
        return Outcome.SAME if whole.low == whole.high == whole.mean == 0 else Outcome.NOISE
    return Outcome.BETTER if whole.mean > 0 else Outcome.WORSE


def _units(run: RunFolder) -> dict[str, str]:
    return {name: str(summary["unit"]) for name, summary in run.scores()["slices"][ALL].items()}


def _value(verdict: Verdict) -> float:
    if verdict.value is None:
        raise ValueError(f"{verdict.measure} has no value")
    return verdict.value
