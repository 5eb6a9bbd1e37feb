"""A question as the indexes are asked it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from retriever.diacritics import Diacritics
from retriever.lay_terms import Added, LayTerms
from retriever.lexical import Clause

LAY_WEIGHT = 0.3
"""What a term of the law counts that the question did not say itself (chosen on the dev questions)."""


LONGEST = 4000
"""Characters of a question that are read; a story longer than that is cut."""


@dataclass(frozen=True, slots=True)
class Question:
    """`spoken` is what the embedding model reads: short forms written out, diacritics put back."""

    text: str
    spoken: str
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
    return Question(asked, diacritics.restore(spoken), tuple(clauses), added)
