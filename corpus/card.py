"""Answer cards: a plain answer to a question that many people ask, tied to the provisions that carry it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from corpus.document import LegalDocument, Origin, Revision
from corpus.level import Level
from corpus.provision import Provision
from corpus.reference import ProvisionRef
from corpus.span import Span

CARD_PREFIX = "the/"
"""Document ids of cards begin so: `the/ly-hon-don-phuong`."""


@dataclass(frozen=True, slots=True)
class AnswerCard:
    """`answer` is plain text whose `[n]` markers index `cites`, counted from 1."""

    id: str
    question: str
    variants: tuple[str, ...]
    area: str
    answer: str
    cites: tuple[ProvisionRef, ...]
    checked_on: date | None = None

    @property
    def document_id(self) -> str:
        """The id under which its text can be read."""
        return CARD_PREFIX + self.id

    @property
    def ref(self) -> ProvisionRef:
        """The place of the answer in the card's stored text."""
        return ProvisionRef(self.document_id).child(Level.MUC, "1")

    def revision(self) -> Revision:
        """The card as a stored text, so that what is quoted from it is a slice too."""
        text = f"{self.question}\n\n{self.answer}"
        span = Span(len(self.question) + 2, len(text))
        answer = Provision(self.ref, "", "", span, span.end)
        document = LegalDocument(
            self.document_id, "", "Thẻ trả lời", self.question, issued_on=self.checked_on,
            in_force_from=self.checked_on, origin=Origin.CARD,
        )  # fmt: skip
        return Revision(document, text, (answer,))
