"""Where revisions and cards are kept: in memory, as the honest twin of `corpus.sqlite_shelves`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from corpus.card import AnswerCard
from corpus.document import LegalDocument, Revision
from corpus.relation import Relation
from corpus.turn import Turn


@dataclass(frozen=True, slots=True)
class StoredRevision:
    """A revision, when it came and from where; a later `order` came later."""

    revision: Revision
    added_at: datetime
    source: str
    order: int
    by: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of a document without reading its text: its current revision, and all relations stated with it.

    What a lesser revision says that *others* did to the document (an editor's record of later amendments) stays known.
    """

    document: LegalDocument
    sha256: str
    relations: tuple[Relation, ...]
    fingerprint: str
    """Names all that is shown: the same text read into another tree has another one."""


class Shelves(Protocol):
    """Keeping things, without any thought about law."""

    def transaction(self) -> AbstractContextManager[None]:
        """All writes inside happen, or none."""

    def stamp(self) -> int:
        """A number that changes when anybody has written."""

    def heads(self) -> dict[str, Head]:
        """The current revision of every document, by id."""

    def load(self, document_id: str) -> list[StoredRevision]:
        """All revisions of a document, oldest first; empty where there is none."""

    def holds(self, sha256: str) -> bool:
        """Whether any document has a revision of this name."""

    def save(self, document_id: str, revisions: list[StoredRevision], head: Head | None) -> None:
        """Replace all revisions of a document, and what is shown of it; an empty list and no head remove it."""

    def turns(self, document_id: str) -> tuple[Turn, ...]:
        """What officers decided about a document, oldest first."""

    def save_turns(self, document_id: str, turns: Sequence[Turn]) -> None:
        """Replace what officers decided about a document."""

    def cards(self) -> dict[str, AnswerCard]:
        """All cards by id."""

    def save_card(self, card: AnswerCard) -> None:
        """Add or replace a card."""

    def drop_card(self, card_id: str) -> None:
        """Remove a card."""

    def next_order(self) -> int:
        """One more than the greatest order in use."""


class MemoryShelves:
    """Shelves that last as long as the process."""

    def __init__(self) -> None:
        self._revisions: dict[str, tuple[list[StoredRevision], Head]] = {}
        self._turns: dict[str, tuple[Turn, ...]] = {}
        self._cards: dict[str, AnswerCard] = {}
        self._stamp = 0

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Put everything back when the block fails."""
        before = (dict(self._revisions), dict(self._turns), dict(self._cards))
        try:
            yield
        except BaseException:
            self._revisions, self._turns, self._cards = before
            raise
        finally:
            self._stamp += 1

    def stamp(self) -> int:
        """The number of transactions so far."""
        return self._stamp

    def heads(self) -> dict[str, Head]:
        """The current revision of every document, by id."""
        return {name: head for name, (_, head) in self._revisions.items()}

    def load(self, document_id: str) -> list[StoredRevision]:
        """All revisions of a document, oldest first."""
        held = self._revisions[document_id][0] if document_id in self._revisions else []
        return sorted(held, key=lambda stored: stored.order)

    def holds(self, sha256: str) -> bool:
        """Whether any document has a revision of this name."""
        return any(stored.revision.sha256 == sha256 for held, _ in self._revisions.values() for stored in held)

    def save(self, document_id: str, revisions: list[StoredRevision], head: Head | None) -> None:
        """Replace all revisions of a document; an empty list and no head remove it."""
        if head is not None:
            self._revisions[document_id] = (list(revisions), head)
        else:
            self._revisions.pop(document_id, None)

    def turns(self, document_id: str) -> tuple[Turn, ...]:
        """What officers decided about a document, oldest first."""
        return self._turns.get(document_id, ())

    def save_turns(self, document_id: str, turns: Sequence[Turn]) -> None:
        """Replace what officers decided about a document."""
        self._turns[document_id] = tuple(turns)

    def cards(self) -> dict[str, AnswerCard]:
        """All cards by id."""
        return dict(self._cards)

    def save_card(self, card: AnswerCard) -> None:
        """Add or replace a card."""
        self._cards[card.id] = card

    def drop_card(self, card_id: str) -> None:
        """Remove a card."""
        self._cards.pop(card_id, None)

    def next_order(self) -> int:
        """One more than the greatest order in use."""
        orders = [stored.order for revisions, _ in self._revisions.values() for stored in revisions]
        return max(orders, default=0) + 1
