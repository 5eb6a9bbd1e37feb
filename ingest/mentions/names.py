"""Acts by name: what the text itself says of their numbers, and a table from outside."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from corpus.document import LegalDocument
from corpus.folding import fold

_LONGEST = 25
_WORD = re.compile(r"\S+")


def names_of(documents: Iterable[LegalDocument]) -> dict[str, str]:
    """A table of names for `find_mentions`: a name that several documents bear only counts with its year."""
    ids: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        name = f"{document.type} {document.title}".strip()
        if document.title.lower().startswith(document.type.lower()):
            name = document.title
        ids[name].add(document.id)
        if document.issued_on:
            ids[f"{name} năm {document.issued_on.year}"].add(document.id)
    return {name: next(iter(found)) for name, found in ids.items() if len(found) == 1}


class Names:
    """Which document a name means; nothing where it may mean several."""

    def __init__(self, table: Mapping[str, str], own: str, own_number: str) -> None:
        self._given = {key_of(name): number for name, number in table.items()}
        self._own = key_of(own)
        self._own_number = own_number
        self._grounds: dict[str, set[str]] = defaultdict(set)
        self._body: dict[str, set[str]] = defaultdict(set)
        self._years: dict[str, str] = {}

    def learn(self, name: str, number: str, in_grounds: bool) -> None:
        """The text gives the number of a name."""
        if number != self._own_number:
            (self._grounds if in_grounds else self._body)[key_of(name)].add(number)

    def date(self, name: str, year: str) -> None:
        """The grounds name an act by its day alone: elsewhere in the text its name means the one of that year."""
        self._years.setdefault(key_of(name), year)

    def longest(self, text: str, start: int, stop: int) -> int:
        """The end of the longest known name that begins at `start`; `start` when none does."""
        key, best = "", start
        for count, word in enumerate(_WORD.finditer(text, start, stop)):
            bare = word[0].rstrip(".,;:)")
            key = f"{key} {key_of(bare)}".strip()
            if count and (key in self._given or key in self._grounds or key in self._body or key in self._years):
                best = word.start() + len(bare)
            if count >= _LONGEST or word[0][-1:] in ";:.)":
                break
        return best

    def find(self, name: str, year: str | None) -> str | None:
        """The one document that a name means."""
        key = key_of(name)
        year = year or self._years.get(key)
        told = self._grounds.get(key, set()) | self._body.get(key, set())
        if year:
            dated = {number for number in told if f"/{year}/" in number}
            return next(iter(dated)) if len(dated) == 1 else self._given.get(f"{key} nam {year}")
        if key == self._own:
            return None
        for known in (self._grounds.get(key), self._body.get(key)):
            if known:
                return next(iter(known)) if len(known) == 1 else None
        return self._given.get(key)


def key_of(name: str) -> str:
    """A name for comparison: folded, without marks between words."""
    return " ".join(fold(re.sub(r"[.,;:()]", " ", name)).split())
