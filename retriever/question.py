"""A question as the indexes are asked it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from retriever.diacritics import Diacritics
from retriever.lay_terms import Added, LayTerms
from retriever.lexical import Clause

LAY_WEIGHT = 0.35
"""What a term of the law counts that the question did not say itself (docs/retrieval.md)."""


LONGEST = 4000
"""Characters of a question that are read; a story longer than that is cut."""


@dataclass(frozen=True, slots=True)
class Question:
    """`spoken`: short forms written out, diacritics put back; `meant`, read by the model: the law's words behind it."""

    text: str
    spoken: str
    meant: str
    clauses: tuple[Clause, ...]
    added: tuple[Added, ...] = ()


def understand(text: str, lay_terms: LayTerms, diacritics: Diacritics) -> Question:
    """Read a question: short forms written out beside it, the law's words for lay words added with less weight."""
    asked = " ".join(unicodedata.normalize("NFC", text).split())[:LONGEST]
    readings = lay_terms.readings(asked)
    spoken = readings[0] if readings else asked
    added = lay_terms.added(spoken)
    clauses = [Clause(asked), *(Clause(reading) for reading in readings)]
    clauses += [Clause(one.legal, LAY_WEIGHT) for one in added]
    restored = diacritics.restore(spoken)
    meant = f"{restored} ({'; '.join(one.legal for one in added)})" if added else restored
    return Question(asked, restored, meant, tuple(clauses), added)
