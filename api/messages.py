"""The shapes of the public contract, for validation and for /openapi.json."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from api.answer import Answer, CitedPlace, Contact, DocumentSummary, FoundPassage, Inquiry, SafetyNote
from api.inquiry import LONGEST, cleaned

Day = Annotated[date, Field(ge=date(1945, 9, 2), le=date(2100, 12, 31))]


class Message(BaseModel):
    """A shape of the contract: unknown names of a request are ignored."""

    model_config = ConfigDict(from_attributes=True)


def _read(value: object) -> object:
    return cleaned(value) if isinstance(value, str) else value


class AskRequest(Message):
    """The body of `POST /ask`."""

    question: Annotated[str, Field(min_length=1, max_length=LONGEST), BeforeValidator(_read)]
    as_of: Day | None = None
    event_date: Day | None = None
    conversation_id: Annotated[str, Field(max_length=64, pattern=r"^[\w.:-]*$")] | None = None
    max_passages: Annotated[int, Field(ge=1, le=50)] = 8
    channel: Annotated[str, Field(max_length=32, pattern=r"^[a-z0-9_-]*$")] = "web"

    def inquiry(self) -> Inquiry:
        """The question as it is answered."""
        return Inquiry(**self.model_dump())


class FeedbackRequest(Message):
    """The body of `POST /feedback`. A comment is accepted and not kept."""

    answer_id: Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[\w-]+$")]
    verdict: Literal["helpful", "wrong", "unclear"]
    comment: Annotated[str, Field(max_length=2000)] | None = None


class DocumentMessage(Message):
    """A document and its status on the day of the answer."""

    id: str
    number: str
    type: str
    title: str
    issuer: str
    issued_on: date | None
    in_force_from: date | None
    in_force_until: date | None
    status: Literal["in_force", "not_yet", "expired", "partly_expired", "suspended", "unknown"]
    source_url: str | None

    @classmethod
    def of(cls, summary: DocumentSummary) -> DocumentMessage:
        """From the inside."""
        return cls.model_validate(summary)


class CitationMessage(Message):
    """One contiguous span of one stored text."""

    marker: int
    ref: str
    origin: str
    label: str
    quote: str
    start: int
    end: int
    source_sha256: str
    document: DocumentMessage
    page: int | None
    url: str

    @classmethod
    def of(cls, place: CitedPlace) -> CitationMessage:
        """From the inside."""
        return cls(
            marker=place.marker, ref=str(place.ref), origin=place.origin.value, label=place.label, quote=place.quote,
            start=place.span.start, end=place.span.end, source_sha256=place.source_sha256,
            document=DocumentMessage.of(place.document), page=place.page, url=place.url,
        )  # fmt: skip


class PassageMessage(Message):
    """A passage that was found. `start`, `end` and `source_sha256` say where its text stands."""

    ref: str
    score: float
    text: str
    origin: str
    label: str
    heading: str
    context: str
    start: int
    end: int
    source_sha256: str
    document: DocumentMessage

    @classmethod
    def of(cls, found: FoundPassage) -> PassageMessage:
        """From the inside."""
        passage = found.passage
        return cls(
            ref=str(passage.ref), score=found.score, text=passage.text, origin=passage.document.origin.value,
            label=passage.label, heading=passage.heading, context=passage.context, start=passage.span.start,
            end=passage.span.end, source_sha256=passage.sha256, document=DocumentMessage.of(found.document),
        )  # fmt: skip


class NoticeMessage(Message):
    """One thing to know beside the answer."""

    kind: str
    text: str


class ContactMessage(Message):
    """Somebody to turn to."""

    name: str
    kind: str
    phone: str | None
    hours: str
    cost: str
    area: str
    source: str
    verified_at: date
    stale: bool

    @classmethod
    def of(cls, contact: Contact) -> ContactMessage:
        """From the inside."""
        return cls.model_validate(contact)


class SafetyMessage(Message):
    """The danger told from the question."""

    level: Literal["none", "concern", "emergency"]
    message: str | None
    contacts: list[ContactMessage]


class AnswerMessage(Message):
    """The answer object of `POST /ask` and `hoiluat ask --json`."""

    answer_id: str
    conversation_id: str
    status: Literal["answered", "abstained", "clarify"]
    answer: str
    citations: list[CitationMessage]
    passages: list[PassageMessage]
    notices: list[NoticeMessage]
    suggestions: list[str]
    safety: SafetyMessage
    disclosure: str
    as_of: date
    corpus_version: str
    model: str
    timings_ms: dict[str, int]

    @classmethod
    def of(cls, answer: Answer) -> AnswerMessage:
        """From the inside."""
        return cls(
            answer_id=answer.answer_id, conversation_id=answer.conversation_id, status=answer.status.value,
            answer=answer.answer, citations=[CitationMessage.of(place) for place in answer.citations],
            passages=[PassageMessage.of(found) for found in answer.passages],
            notices=[NoticeMessage.model_validate(notice) for notice in answer.notices],
            suggestions=list(answer.suggestions), safety=safety_message(answer.safety), disclosure=answer.disclosure,
            as_of=answer.as_of, corpus_version=answer.corpus_version, model=answer.model,
            timings_ms=answer.timings_ms,
        )  # fmt: skip

    def record(self) -> dict[str, Any]:
        """The object as JSON values."""
        return self.model_dump(mode="json")


def safety_message(note: SafetyNote) -> SafetyMessage:
    """The safety part of an answer."""
    return SafetyMessage(
        level=note.level.value, message=note.message, contacts=[ContactMessage.of(c) for c in note.contacts]
    )


class ProblemMessage(Message):
    """RFC 9457: what went wrong, in Vietnamese."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str | None = None
