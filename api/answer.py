"""What is asked and what is answered, inside. `api.messages` is the same at the HTTP edge."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from urllib.parse import quote

from corpus.document import LegalDocument, Origin
from corpus.passage import Passage
from corpus.reference import ProvisionRef
from corpus.span import Span
from corpus.validity import Status
from prompts.safety import Danger


class AnswerStatus(StrEnum):
    """Whether the corpus carried an answer."""

    ANSWERED = "answered"
    ABSTAINED = "abstained"
    CLARIFY = "clarify"


class NoticeKind(StrEnum):
    """What a reader must know beside the answer."""

    UPCOMING_CHANGE = "upcoming_change"
    EXPIRED = "expired"
    AMENDED = "amended"
    EVENT_DATE = "event_date"
    STALE_CARD = "stale_card"
    LOW_CONFIDENCE = "low_confidence"
    FALSE_PREMISE = "false_premise"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to know, in one or two sentences."""

    kind: NoticeKind
    text: str


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A document as an answer shows it; `status` on the day of the answer."""

    id: str
    number: str
    type: str
    title: str
    issuer: str
    issued_on: date | None
    in_force_from: date | None
    in_force_until: date | None
    status: Status
    source_url: str | None

    @classmethod
    def of(cls, document: LegalDocument, day: date) -> DocumentSummary:
        """Summarise a document as it stands on `day`."""
        return cls(
            document.id, document.number, document.type, document.title, document.issuer, document.issued_on,
            document.in_force_from, document.in_force_until, status_of(document, day), document.source_url,
        )  # fmt: skip


def status_of(document: LegalDocument, day: date) -> Status:
    """The document's status on `day`, from its own days."""
    if document.in_force_until is not None and day >= document.in_force_until:
        return Status.EXPIRED
    if document.in_force_from is None:
        return Status.UNKNOWN
    return Status.NOT_YET if day < document.in_force_from else Status.IN_FORCE


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """A citation: one contiguous span of one stored text."""

    marker: int
    ref: ProvisionRef
    origin: Origin
    label: str
    quote: str
    span: Span
    source_sha256: str
    document: DocumentSummary
    page: int | None
    url: str


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage that was looked at, with its score."""

    passage: Passage
    score: float
    document: DocumentSummary


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to turn to, from the table that officers verify."""

    name: str
    kind: str
    phone: str | None
    hours: str
    cost: str
    area: str
    source: str
    verified_at: date
    stale: bool = False


@dataclass(frozen=True, slots=True)
class SafetyNote:
    """The danger told from the question, with whom to turn to."""

    level: Danger = Danger.NONE
    message: str | None = None
    contacts: tuple[Contact, ...] = ()


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question as it is answered: cleaned, with the day whose law is asked for."""

    question: str
    as_of: date | None = None
    event_date: date | None = None
    conversation_id: str | None = None
    max_passages: int = 8
    channel: str = "web"


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything that leaves the house for one question."""

    answer_id: str
    conversation_id: str
    status: AnswerStatus
    answer: str
    citations: tuple[CitedPlace, ...]
    passages: tuple[FoundPassage, ...]
    notices: tuple[Notice, ...]
    suggestions: tuple[str, ...]
    safety: SafetyNote
    disclosure: str
    as_of: date
    corpus_version: str
    model: str
    timings_ms: dict[str, int] = field(default_factory=dict)


def provision_url(ref: ProvisionRef, day: date | None = None) -> str:
    """Where a provision can be read, its id and path percent-encoded."""
    path = f"/documents/{quote(ref.document, safe='')}"
    if ref.path:
        path += f"/provisions/{quote(ref.fragment, safe='')}"
    return f"{path}?as_of={day.isoformat()}" if day and ref.path else path
