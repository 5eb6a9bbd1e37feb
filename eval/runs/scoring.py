"""From verdicts to scores: the mean of each measure with its interval, over all rows and over each tag."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from eval.answers.measure import Measure
from eval.answers.verdict import State, Verdict
from eval.statistics import ALL, SMALL, summed_up
from eval.suites.suite import Row


def scores(
    rows: Sequence[Row], verdicts: Mapping[str, Sequence[Verdict]], measures: Sequence[Measure]
) -> dict[str, dict[str, Any]]:
    """Slice to measure to its score. What was not scored is counted beside it."""
    groups: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        for tag in (ALL, *sorted(set(row.tags))):
            groups[tag].append(row.id)
    given = {row: {verdict.measure: verdict for verdict in all_of} for row, all_of in verdicts.items()}
    return {
        tag: {m.name: summary([given[row][m.name] for row in ids], m.unit) for m in measures}
        for tag, ids in sorted(groups.items(), key=lambda item: (item[0] != ALL, item[0]))
    }


def summary(verdicts: Sequence[Verdict], unit: str) -> dict[str, Any]:
    """One measure over some rows: its mean with the interval, and how many verdicts there were of each state."""
    score = summed_up([verdict.value for verdict in verdicts if verdict.value is not None])
    states = Counter(verdict.state for verdict in verdicts)
    return {
        "mean": round(score.mean, 4) if score.queries else None,
        "low": round(score.low, 4) if score.queries else None,
        "high": round(score.high, 4) if score.queries else None,
        "scored": score.queries,
        "not_applicable": states[State.NOT_APPLICABLE],
        "unscored": states[State.UNSCORED],
        "unit": unit,
        "small": 0 < score.queries < SMALL,
    }
