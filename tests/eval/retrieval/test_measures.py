"""The measures against trec_eval itself and against their definitions written down a second time."""

from math import log2

import ir_measures
import pytest
import pytrec_eval
from hypothesis import given
from hypothesis import strategies as st

from eval.retrieval.measures import NAMES, per_query

DOCUMENTS = [f"d{place:03}" for place in range(130)]
GAINS = st.dictionaries(st.sampled_from(DOCUMENTS), st.integers(0, 3), min_size=1, max_size=9)
RANKING = st.lists(st.sampled_from(DOCUMENTS), max_size=120, unique=True)
TOPIC = st.tuples(RANKING, GAINS)
TOPICS = st.dictionaries(st.sampled_from(["q1", "q2", "q3"]), TOPIC, min_size=1)
TREC_EVAL = {
    "nDCG@10": "ndcg_cut_10",
    "Success@1": "success_1",
    "Success@5": "success_5",
    "R@10": "recall_10",
    "R@100": "recall_100",
}


def by_definition(name: str, ranking: list[str], gains: dict[str, int]) -> float:
    """One measure of one query. nDCG has linear gains (Järvelin and Kekäläinen 2002, as trec_eval reads it)."""
    kind, depth = name.split("@")
    first = ranking[: int(depth)]
    gold = {document for document, gain in gains.items() if gain > 0}
    if kind == "Success":
        return float(any(document in gold for document in first))
    if kind == "R":
        return len(gold & set(first)) / len(gold) if gold else 0.0
    if kind == "RR":
        return next((1 / place for place, document in enumerate(first, 1) if document in gold), 0.0)
    ideal = sorted(gains.values(), reverse=True)[: int(depth)]
    best = sum(gain / log2(place + 1) for place, gain in enumerate(ideal, 1))
    got = sum(gains.get(document, 0) / log2(place + 1) for place, document in enumerate(first, 1))
    return got / best if best else 0.0


def measured(topics: dict[str, tuple[list[str], dict[str, int]]]) -> dict[str, dict[str, float]]:
    run = {query: [(one, 1.0) for one in ranking] for query, (ranking, _) in topics.items()}
    return per_query(run, {query: gains for query, (_, gains) in topics.items()}, list(topics))


@given(TOPICS)
def test_measures_are_their_definitions(topics: dict[str, tuple[list[str], dict[str, int]]]) -> None:
    found = measured(topics)
    for name in NAMES:
        for query, (ranking, gains) in topics.items():
            assert found[name][query] == pytest.approx(by_definition(name, ranking, gains), abs=1e-9), (name, query)


@given(TOPICS)
def test_measures_are_those_of_trec_eval_and_ir_measures(
    topics: dict[str, tuple[list[str], dict[str, int]]],
) -> None:
    found = measured(topics)
    judged = {query: gains for query, (_, gains) in topics.items()}
    scores = {q: {one: -float(n) for n, one in enumerate(ranking)} for q, (ranking, _) in topics.items() if ranking}
    theirs = pytrec_eval.RelevanceEvaluator(judged, set(TREC_EVAL.values())).evaluate(scores)
    for name, other in TREC_EVAL.items():
        for query in topics:
            expected = theirs[query][other] if query in theirs else 0.0
            assert found[name][query] == pytest.approx(expected, abs=1e-9), (name, query)
    if scores:
        means = ir_measures.calc_aggregate([ir_measures.parse_measure(name) for name in NAMES], judged, scores)
        for measure, mean in means.items():
            values = found[str(measure)].values()
            assert sum(values) / len(values) == pytest.approx(mean, abs=1e-9), str(measure)


def test_a_query_without_results_scores_nothing_and_stays_in_the_mean() -> None:
    found = per_query({"q1": [("a", 1.0)], "q3": []}, {q: {"a": 1} for q in ("q1", "q2", "q3")}, ["q1", "q2", "q3"])
    assert {name: list(values.values()) for name, values in found.items()} == {name: [1.0, 0.0, 0.0] for name in NAMES}


def test_the_order_counts_and_not_the_scores() -> None:
    found = per_query({"q": [("a", 1.0), ("b", 1.0), ("c", 5.0)]}, {"q": {"b": 1}}, ["q"])
    assert found["RR@10"]["q"] == 0.5
    assert found["nDCG@10"]["q"] == pytest.approx(1 / log2(3))
