"""What a run is worth: the usual measures by ir_measures, with intervals by bootstrap over the queries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from eval.statistics import Score, summed_up

NAMES = ("nDCG@10", "Success@1", "Success@5", "RR@10", "R@10", "R@100")

Run = Mapping[str, Sequence[tuple[str, float]]]
"""Query id to (document, score), best first."""


def per_query(run: Run, judgements: Mapping[str, Mapping[str, int]], queries: Sequence[str]) -> dict[str, list[float]]:
    """Every measure for every query; a query without results scores 0 and cannot vanish from the mean."""
    import ir_measures

    measures = [ir_measures.parse_measure(name) for name in NAMES]
    rows = [
        ir_measures.ScoredDoc(query, document, -float(place))  # by place: equal scores keep their order
        for query in queries
        for place, (document, _) in enumerate(run.get(query, ()))
    ]
    judged = {query: dict(judgements.get(query, {})) for query in queries}
    found: dict[str, dict[str, float]] = {name: dict.fromkeys(queries, 0.0) for name in NAMES}
    for metric in ir_measures.iter_calc(measures, judged, rows):
        found[str(metric.measure)][metric.query_id] = float(metric.value)
    return {name: [values[query] for query in queries] for name, values in found.items()}


def by_group(scores: Mapping[str, Sequence[float]], groups: Sequence[str]) -> dict[str, dict[str, Score]]:
    """Group to measure to score; the group "all" holds every query."""
    names = ["all", *sorted({group for group in groups if group})]

    def held(name: str, values: Sequence[float]) -> list[float]:
        return [value for value, group in zip(values, groups, strict=True) if name in ("all", group)]

    return {name: {m: summed_up(held(name, values)) for m, values in scores.items()} for name in names}


def as_record(groups: Mapping[str, Mapping[str, Score]]) -> dict[str, Any]:
    """The scores as plain JSON values."""
    return {
        group: {
            name: {"mean": round(score.mean, 4), "low": round(score.low, 4), "high": round(score.high, 4)}
            for name, score in measures.items()
        }
        | {"queries": next(iter(measures.values())).queries}
        for group, measures in groups.items()
    }
