"""What people say for what the law says: `lay_terms.csv`, read once.

Columns: `lay` (alternatives parted by |), `legal` (what the law says, parted by ;), `area`. The area `viet_tat` holds
short forms of phone typing, written out in place; several senses of one short form are all kept.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import islice, product

from retriever.syllables import bare, syllables

_SHORT_AREA = "viet_tat"
_READINGS = 4
"""No more readings of one question than this; a fifth would hardly be the one that was meant."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Added:
    """A lay expression found in a question, and one thing that the law calls it."""

    lay: str
    legal: str


class LayTerms:
    """Expands questions. Nothing of a question is ever taken away."""

    def __init__(self, rows: Sequence[tuple[str, str, str]]) -> None:
        self._terms: dict[Words, list[tuple[Words, Added]]] = {}
        self._short: dict[str, list[list[str]]] = {}
        for lay, legal, area in rows:
            for one in lay.split("|"):
                self._learn(one.strip(), [sense.strip() for sense in legal.split(";")], area)
        self._longest = max(map(len, self._terms), default=0)

    def added(self, question: str) -> tuple[Added, ...]:
        """The legal terms for lay expressions in a question; longer expressions hide those inside them."""
        words = syllables(question)
        plain = bare(words)
        found: dict[str, Added] = {}
        at = 0
        while at < len(words):
            length, hits = self._at(words, plain, at)
            found.update((hit.legal, hit) for hit in hits)
            at += max(length, 1)
        return tuple(found.values())

    def readings(self, question: str) -> tuple[str, ...]:
        """The question with short forms written out, in every sense of ambiguous ones; empty without short forms."""
        words = syllables(question)
        if not any(word in self._short for word in words):
            return ()
        senses = [self._short.get(word, [[word]]) for word in words]
        chosen = islice(product(*senses), _READINGS)
        return tuple(" ".join(word for part in reading for word in part) for reading in chosen)

    def _at(self, words: list[str], plain: list[str], at: int) -> tuple[int, list[Added]]:
        for length in range(min(self._longest, len(words) - at), 0, -1):
            entries = self._terms.get(tuple(plain[at : at + length]), [])
            hits = [added for lay, added in entries if _says(words[at : at + length], lay)]
            if hits:
                return length, hits
        return 0, []

    def _learn(self, lay: str, senses: list[str], area: str) -> None:
        words = syllables(lay)
        if area == _SHORT_AREA:
            self._short[words[0]] = [syllables(sense) for sense in senses]
            return
        entries = self._terms.setdefault(tuple(bare(words)), [])
        entries.extend((tuple(words), Added(lay, sense)) for sense in senses)


def _says(asked: list[str], lay: Words) -> bool:
    """Whether the words asked are the lay words, where those typed without diacritics may stand for any.

    A single word must be written as it is: `kien` may be too many things.
    """
    if len(lay) == 1:
        return asked[0] == lay[0]
    return all(word in (term, plain) for word, term, plain in zip(asked, lay, bare(lay), strict=True))


@cache
def bundled_lay_terms() -> LayTerms:
    """The terms that ship with the product."""
    return LayTerms(list(_rows()))


def _rows() -> Iterator[tuple[str, str, str]]:
    text = resources.files("retriever").joinpath("lay_terms.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        yield row["lay"], row["legal"], row["area"]
