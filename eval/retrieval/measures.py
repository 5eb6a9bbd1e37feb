"""What a run is worth: the usual measures by ir_measures, question by question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eval.retrieval.judgements import Judgements
from eval.retrieval.run_file import Run

NAMES = ("nDCG@10", "Success@1", "Success@5", "RR@10", "R@10", "R@100")

Values = Mapping[str, Mapping[str, float]]
"""Measure to query id to value."""


def per_query(run: Run, judgements: Judgements, queries: Sequence[str]) -> dict[str, dict[str, float]]:
    """Every measure for every query; a query without results scores 0 and cannot vanish from the mean.

    The order of the run counts, not its scores: programs of ir_measures disagree on the order of equal scores.
    """
    import ir_measures

    measures = [ir_measures.parse_measure(name) for name in NAMES]
    rows = [
        ir_measures.ScoredDoc(query, document, -float(place))
        for query in queries
        for place, (document, _) in enumerate(run.get(query, ()))
    ]
    judged = {query: dict(judgements.get(query, {})) for query in queries}
    found: dict[str, dict[str, float]] = {name: dict.fromkeys(queries, 0.0) for name in NAMES}
    if rows:  # some programs of ir_measures cannot read an empty run
        for metric in ir_measures.iter_calc(measures, judged, rows):
            found[str(metric.measure)][metric.query_id] = float(metric.value)
    return found
