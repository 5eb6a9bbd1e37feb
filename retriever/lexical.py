"""The seam to word indexes, and how text becomes terms: bare syllables and bare neighbouring pairs.

Diacritics are left out of the index: with them, half of the questions as people type them on a phone find nothing,
and pairs of bare syllables tell words apart as well as diacritics do (docs/retrieval.md has the figures).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from retriever.syllables import bare, pairs, syllables
from retriever.unit import Unit

Terms = dict[str, dict[str, float]]
"""Field to term to weight."""
BARE, PAIR = "bare", "pair"


@dataclass(frozen=True, slots=True)
class Clause:
    """A text to look for; what was added to the question weighs less than the question."""

    text: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class LexicalHit:
    """A unit found, with its BM25 score (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.75)."""

    ref: str
    article: str
    document: str
    score: float


class LexicalIndex(Protocol):
    """Units by their words. What is written shows after `commit`."""

    def add(self, units: Iterable[Unit]) -> None:
        """Take units in; a unit of the same ref must have been removed before."""

    def remove(self, document: str) -> None:
        """Drop all units of a document."""

    def commit(self) -> None:
        """Make what was written durable and visible."""

    def search(self, clauses: Sequence[Clause], k: int) -> list[LexicalHit]:
        """The best `k` units, best first; a term in several clauses counts once, by its highest weight."""

    def count(self) -> int:
        """How many units are held."""


def fields_of(text: str) -> dict[str, list[str]]:
    """The terms of a text by field, in order and with repetition."""
    words = bare(syllables(text))
    return {BARE: words, PAIR: pairs(words)}


def terms_of(clauses: Iterable[Clause]) -> Terms:
    """The distinct terms of a question, each with its highest weight."""
    found: Terms = {BARE: {}, PAIR: {}}
    for clause in clauses:
        for field, terms in fields_of(clause.text).items():
            for term in terms:
                found[field][term] = max(found[field].get(term, 0.0), clause.weight)
    return found
