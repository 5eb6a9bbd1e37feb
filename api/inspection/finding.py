"""What a check of the corpus brings to light."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from api.inspection.kinds import Weight
from corpus.document import LegalDocument, Revision
from corpus.reference import ProvisionRef
from corpus.store import CorpusReader
from ingest.mentions import Mention, names_of


@dataclass(frozen=True, slots=True)
class Finding:
    """A place to look at: what is the matter and what to do, in Vietnamese."""

    kind: str
    weight: Weight
    ref: ProvisionRef
    words: str
    remedy: str

    @property
    def document(self) -> str:
        """The document or card that it is found in."""
        return self.ref.document


class Ground:
    """What is looked at: a corpus on a day, with what several lints ask again and again."""

    def __init__(self, corpus: CorpusReader, day: date) -> None:
        self.corpus, self.day = corpus, day
        self._places: dict[str, frozenset[ProvisionRef]] = {}
        self.mentions: dict[str, tuple[Mention, ...]] = {}
        self.ends: dict[ProvisionRef, str] = {}

    @cached_property
    def names(self) -> dict[str, str]:
        """The documents held by their names, for references that give no number."""
        return names_of(self.documents.values())

    @cached_property
    def documents(self) -> dict[str, LegalDocument]:
        """Every document held, by id, with its end where a later one ended it."""
        return {document.id: document for document in self.corpus.documents()}

    def places(self, document_id: str) -> frozenset[ProvisionRef]:
        """Every place of the text shown, the whole of it included; empty where it is not held."""
        if document_id not in self._places:
            revision = self.corpus.revision(document_id)
            parts = (part.ref for part in revision.walk()) if revision else ()
            self._places[document_id] = frozenset((ProvisionRef(document_id), *parts) if revision else ())
        return self._places[document_id]


Lint = Callable[[Revision, Ground], Iterator[Finding]]
"""Looks at the shown text of one document or card."""
