"""Rankings of clauses, where the judgements are of articles."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.reference import InvalidReference, ProvisionRef
from eval.retrieval.judgements import Judgements
from eval.retrieval.run_file import Run


def by_article(run: Run) -> Run:
    """The run with every place in the name of its article, each article once, at its first hit."""
    return {query: _first(hits) for query, hits in run.items()}


def names_parts(run: Run, judgements: Judgements) -> bool:
    """Whether the run names places inside gold documents: taken as they stand, they would all count as wrong."""
    gold = {document for gains in judgements.values() for document, gain in gains.items() if gain > 0}
    named = {document for hits in run.values() for document, _ in hits} - gold
    return any(_article(document) in gold for document in named)


def _first(hits: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    found: dict[str, float] = {}
    for document, score in hits:
        found.setdefault(_article(document), score)
    return list(found.items())


def _article(document: str) -> str:
    try:
        ref = ProvisionRef.parse(document)
    except InvalidReference:
        return document
    return str(ref.dieu or ref)
