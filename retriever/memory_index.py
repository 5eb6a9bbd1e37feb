"""The honest twin of the word index: BM25 in a few lines, in memory."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from retriever.lexical import Clause, LexicalHit, fields_of, terms_of
from retriever.unit import Unit

_K1, _B = 1.2, 0.75


class MemoryLexicalIndex:
    """Scores every unit for every question: exact, and slow beyond a few thousand units."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[Unit, dict[str, Counter[str]]]] = {}
        self._shown: dict[str, tuple[Unit, dict[str, Counter[str]]]] = {}

    def add(self, units: Iterable[Unit]) -> None:
        """Take units in."""
        for unit in units:
            counted = {field: Counter(terms) for field, terms in fields_of(unit.words).items()}
            self._held[unit.ref] = (unit, counted)

    def remove(self, document: str) -> None:
        """Drop all units of a document."""
        self._held = {ref: entry for ref, entry in self._held.items() if entry[0].document != document}

    def commit(self) -> None:
        """Make what was written visible."""
        self._shown = dict(self._held)

    def count(self) -> int:
        """How many units are held."""
        return len(self._shown)

    def search(self, clauses: Sequence[Clause], k: int) -> list[LexicalHit]:
        """The best `k` units that share a term with the question, best first, ties by ref."""
        scores: Counter[str] = Counter()
        for field, terms in terms_of(clauses).items():
            self._score(field, terms, scores)
        best = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))[:k]
        units = (self._shown[ref][0] for ref, _ in best)
        return [
            LexicalHit(unit.ref, unit.article, unit.document, score)
            for unit, (_, score) in zip(units, best, strict=True)
        ]

    def _score(self, field: str, terms: dict[str, float], scores: Counter[str]) -> None:
        held = {ref: counted[field] for ref, (_, counted) in self._shown.items()}
        lengths = {ref: counts.total() for ref, counts in held.items()}
        mean = sum(lengths.values()) / max(len(lengths), 1) or 1.0
        for term, weight in terms.items():
            having = [ref for ref, counts in held.items() if term in counts]
            rarity = math.log(1 + (len(held) - len(having) + 0.5) / (len(having) + 0.5))
            for ref in having:
                often = held[ref][term]
                damped = often * (_K1 + 1) / (often + _K1 * (1 - _B + _B * lengths[ref] / mean))
                scores[ref] += weight * rarity * damped  # type: ignore[assignment]
