"""Two run files over the same judgements, query by query."""

from __future__ import annotations

from eval.comparison import Comparison, Pairs, compared
from eval.retrieval.measures import Values
from eval.retrieval.scoring import Measured


def compare(first: str, one: Measured, second: str, other: Measured) -> Comparison:
    """Compare two runs measured on the same benchmark; a query that one does not answer is its 0."""
    measures = compared(pairs_of(one.values, other.values), one.tags)
    return Comparison(first, second, len(one.tags), 0, measures)


def pairs_of(first: Values, second: Values) -> dict[str, Pairs]:
    """Measure to what both scored of each query."""
    return {
        name: Pairs({query: (value, second[name][query]) for query, value in given.items()})
        for name, given in first.items()
    }
