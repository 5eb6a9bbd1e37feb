"""How often a right article is among the first passages, over the corpus as it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from corpus.folding import fold
from corpus.reference import ProvisionRef
from corpus.relation import RelationKind
from corpus.store import CorpusReader
from eval.suites.suite import Row

Search = Callable[[str], Sequence[ProvisionRef]]
"""A question to the places of the first passages, best first."""

SPELLINGS: dict[str, Callable[[str], str]] = {"diacritics": str, "no_diacritics": fold}


@dataclass(frozen=True, slots=True)
class Hit:
    """One question in one spelling: the rank of the first right place (from 1), or None."""

    id: str
    spelling: str
    rank: int | None
    found: tuple[str, ...]
    tags: tuple[str, ...]


def measure(rows: Iterable[Row], search: Search, twins: dict[str, str]) -> list[Hit]:
    """Ask every question in every spelling; `twins` maps a consolidated text to the law whose places it repeats."""
    return [_hit(row, name, search(spell(row.question)), twins) for row in rows for name, spell in SPELLINGS.items()]


def success(hits: Sequence[Hit], spelling: str) -> float:
    """The share of questions of a spelling that have a right place among the passages; 0 of none is 0."""
    asked = [hit for hit in hits if hit.spelling == spelling]
    return sum(hit.rank is not None for hit in asked) / max(len(asked), 1)


def twins_in(reader: CorpusReader) -> dict[str, str]:
    """Consolidated texts held here, by the law that each repeats."""
    return {
        relation.source.document: relation.target.document
        for document in reader.documents()
        for relation in reader.relations_to(document.id)
        if relation.kind is RelationKind.CONSOLIDATES
    }


def _hit(row: Row, spelling: str, found: Sequence[ProvisionRef], twins: dict[str, str]) -> Hit:
    places = [ref.within(twins.get(ref.document, ref.document)) for ref in found]
    ranks = (n for n, ref in enumerate(places, 1) if any(gold.contains(ref) for gold in row.accepted))
    return Hit(row.id, spelling, next(ranks, None), tuple(map(str, found)), row.tags)
