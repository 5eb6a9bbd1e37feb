"""The interfaces of the corpus: `CorpusReader` for everybody, `CorpusStore` for those who put law in.

`corpus.library.Library` implements both over shelves in memory (the honest twin) or in SQLite.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from corpus.card import CARD_PREFIX, AnswerCard
from corpus.document import LegalDocument, Revision
from corpus.ending import Ending
from corpus.passage import Passage
from corpus.provision import Provision
from corpus.reference import ProvisionRef
from corpus.relation import Relation
from corpus.standing import Standing
from corpus.turn import Turn
from corpus.validity import Validity


class Outcome(StrEnum):
    """What putting a revision did. `outranked`: kept in history, but a text of higher rank stays current."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    OUTRANKED = "outranked"


@dataclass(frozen=True, slots=True)
class Put:
    """The outcome of `CorpusStore.put`, with the document id that the store chose."""

    outcome: Outcome
    document_id: str
    renamed: tuple[str, ...] = ()
    """Ids that ended because two documents share a number (`15/VBHN-VPQH` → `…@2023`)."""


@dataclass(frozen=True, slots=True)
class RevisionEntry:
    """A line of a document's history, oldest first."""

    sha256: str
    document: LegalDocument
    added_at: datetime
    source: str
    current: bool
    by: str = ""
    """Who put it in: the user of the operating system; empty for what came before this was kept."""
    problems: int = 0
    """How many places its reader was not sure of."""


class CorpusReader(Protocol):
    """Reading the law."""

    def version(self) -> str:
        """A short name of the present content: equal content, equal name."""

    def documents(self) -> tuple[LegalDocument, ...]:
        """The current document of each id, ordered by id; cards are not among them."""

    def revision(self, document_id: str, sha256: str | None = None) -> Revision | None:
        """The current or the named revision of a document or card; None where there is none."""

    def holds(self, sha256: str) -> bool:
        """Whether a text is kept, shown or not."""

    def history(self, document_id: str) -> tuple[RevisionEntry, ...]:
        """All revisions, oldest first."""

    def turns(self, document_id: str) -> tuple[Turn, ...]:
        """When an earlier revision was taken up again, or left to the order of rank again, oldest first."""

    def before(self, document_id: str) -> Revision | None:
        """What was shown before the present revision came; None where that was the first."""

    def cards(self) -> tuple[AnswerCard, ...]:
        """All answer cards, ordered by id."""

    def provision(self, ref: ProvisionRef) -> Provision | None:
        """A provision of a current revision."""

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        """The passages of the current revision of a document or card, with today's knowledge of their validity."""

    def validity(self, document_id: str) -> Validity:
        """When a document is in force, from its own words and from what later documents did to it."""

    def ending(self, document_id: str) -> Ending:
        """The day on which a document ends, held or not, and what made it so."""

    def standing(self, ref: ProvisionRef, day: date) -> Standing | None:
        """A provision as it stood on a day; None where no text held here ever had it."""

    def relations_to(self, document_id: str) -> tuple[Relation, ...]:
        """What the documents held here do to a document."""


class CorpusStore(CorpusReader, Protocol):
    """Reading and writing the law. Each call is atomic."""

    def put(self, revision: Revision, source: str = "") -> Put:
        """Store a revision; the best revision of its document becomes current."""

    def put_card(self, card: AnswerCard) -> Outcome:
        """Store an answer card."""

    def remove(self, document_id: str) -> bool:
        """Remove a document with all its revisions, or a card; False where there was none."""

    def turn_to(self, document_id: str, sha256: str | None) -> bool:
        """Show the named revision, until a text comes that goes before all that are held; None: the best one again.

        False where that is so already, or where the document has no such revision.
        """


def is_card(document_id: str) -> bool:
    """Whether an id is that of an answer card."""
    return document_id.startswith(CARD_PREFIX)


def passages_in(reader: CorpusReader) -> Iterator[Passage]:
    """All passages of a corpus, documents by id, then cards."""
    for document in reader.documents():
        yield from reader.passages(document.id)
    for card in reader.cards():
        yield from reader.passages(card.document_id)
