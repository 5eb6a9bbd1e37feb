"""What an index is built from: documents, each a list of units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus.store import CorpusReader
from retriever.unit import Unit, text_hash, units_of


class UnitSource(Protocol):
    """What an index is built from."""

    def version(self) -> str:
        """Names the content: equal content, equal name."""

    def documents(self) -> Sequence[str]:
        """The names of the documents."""

    def units(self, document: str) -> list[Unit]:
        """The units of a document, in text order."""


@dataclass(frozen=True, slots=True)
class CorpusUnits:
    """A corpus as a source."""

    corpus: CorpusReader

    def version(self) -> str:
        """The version of the corpus."""
        return self.corpus.version()

    def documents(self) -> Sequence[str]:
        """The ids of its documents."""
        return [document.id for document in self.corpus.documents()]

    def units(self, document: str) -> list[Unit]:
        """A unit per passage of a current revision; what else an article is to be found by is added here."""
        return units_of(self.corpus.passages(document))


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as it goes into the index."""

    document: str
    units: list[Unit]

    @property
    def state(self) -> str:
        """Names what is indexed of it: another name, other words or another tree."""
        return text_hash("\0".join(f"{unit.ref}\1{unit.words}" for unit in self.units))[:32]


def entries_of(source: UnitSource) -> list[Entry]:
    """Every document of a source, in its order."""
    return [Entry(name, source.units(name)) for name in source.documents()]
