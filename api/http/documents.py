"""Reading the corpus: documents, provisions and stored texts."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from fastapi.responses import PlainTextResponse

from api.answer import DocumentSummary
from api.http.household import Household
from api.http.problems import Problem
from api.messages import Day, DocumentMessage, Message, NoticeMessage
from api.reading import SeenProvision, provision_on
from corpus.day import today
from corpus.document import LegalDocument, Origin, Revision
from corpus.folding import fold
from corpus.level import Level
from corpus.reference import InvalidReference, ProvisionRef
from corpus.relation import RelationKind
from corpus.store import CorpusReader


class ListedDocument(DocumentMessage):
    """A document in a list, with the origin of its current text."""

    origin: str
    holds_from: date | None


class Listing(Message):
    """One page of the documents held."""

    documents: list[ListedDocument]
    total: int
    offset: int
    limit: int


class OutlineEntry(Message):
    """A heading of a document: chapters and articles, in the order of the text."""

    ref: str
    level: str
    label: str
    heading: str
    depth: int
    start: int
    end: int


class RevisionMessage(Message):
    """One stored text of a document."""

    sha256: str
    origin: str
    added_at: datetime
    current: bool


class DocumentDetail(Message):
    """A document with its outline and every revision. `repeats` is the law that a consolidated text works over."""

    document: ListedDocument
    repeats: str | None
    outline: list[OutlineEntry]
    revisions: list[RevisionMessage]


class PieceMessage(Message):
    """Words of a provision: one span of the stored text `source_sha256` of `document_id`."""

    document_id: str
    source_sha256: str
    start: int
    end: int
    text: str
    joined: bool
    """Whether it goes on in the middle of the words before it, as around a changed phrase."""


class ProvisionMessage(Message):
    """A provision as it stood on a day, and why.

    `text` is its words of that day. Where they all stand in one place, `start:end` of `source_sha256` is that place;
    where later acts gave some of them, these three are null and `pieces` says where each stands.
    """

    ref: str
    label: str
    heading: str
    text: str
    start: int | None
    end: int | None
    source_sha256: str | None
    pieces: list[PieceMessage]
    origin: str
    document: DocumentMessage
    status: str
    why: str
    notices: list[NoticeMessage]
    as_of: date


def router(house: Household) -> APIRouter:
    """The routes that read."""
    routes = APIRouter(tags=["văn bản"])

    @routes.get("/documents", response_model=Listing)
    def documents(
        q: Annotated[str, Query(max_length=200)] = "",
        kind: Annotated[str, Query(alias="type", max_length=60)] = "",
        origin: Annotated[Literal["official", "unofficial", "snapshot", "digest"] | None, Query()] = None,
        offset: Annotated[int, Query(ge=0)] = 0,
        limit: Annotated[int, Query(ge=1, le=200)] = 50,
    ) -> Listing:
        """The documents held; `q` looks in number and title, with or without diacritics."""
        held = [d for d in house.corpus.documents() if _wanted(d, q, kind, origin)]
        shown = [_listed(d) for d in held[offset : offset + limit]]
        return Listing(documents=shown, total=len(held), offset=offset, limit=limit)

    @routes.get("/documents/{document_id:path}/provisions/{path}", response_model=ProvisionMessage)
    def provision(document_id: str, path: str, as_of: Annotated[Day | None, Query()] = None) -> dict[str, Any]:
        """One provision as it stood on `as_of` (default: today), and why."""
        revision = _revision(house.corpus, document_id)
        return _provision(house.corpus, revision, path, as_of or today())

    @routes.get("/documents/{document_id:path}/text", response_class=PlainTextResponse)
    def text(
        document_id: str, sha256: Annotated[str | None, Query(pattern="^[0-9a-f]{64}$")] = None
    ) -> PlainTextResponse:
        """The stored text of a revision (default: the current one), in which every span counts."""
        return PlainTextResponse(_revision(house.corpus, document_id, sha256).text)

    @routes.get("/documents/{document_id:path}", response_model=DocumentDetail)
    def document(document_id: str) -> DocumentDetail:
        """One document, with its outline and revisions."""
        revision = _revision(house.corpus, document_id)
        history = house.corpus.history(revision.document.id)
        revisions = [
            RevisionMessage(sha256=e.sha256, origin=e.document.origin.value, added_at=e.added_at, current=e.current)
            for e in history
        ]
        return DocumentDetail(
            document=_listed(revision.document),
            repeats=next((r.target.document for r in revision.relations if r.kind is RelationKind.CONSOLIDATES), None),
            outline=_outline(revision),
            revisions=revisions,
        )

    return routes


def _revision(corpus: CorpusReader, document_id: str, sha256: str | None = None) -> Revision:
    name = unicodedata.normalize("NFC", document_id)
    revision = corpus.revision(name, sha256)
    if revision is None and sha256 is not None and corpus.revision(name) is not None:
        raise Problem(404, f"Văn bản {name} không có bản lưu nào mang mã {sha256[:12]}….")
    if revision is None:
        raise Problem(404, f"Kho văn bản không có {name}. Xem các văn bản đang có ở /documents.")
    return revision


def _provision(corpus: CorpusReader, revision: Revision, path: str, day: date) -> dict[str, Any]:
    try:
        ref = ProvisionRef.parse(f"{revision.document.id}#{path}")
    except InvalidReference:
        title = f"“{path}” không phải vị trí điều khoản. Hãy viết như dieu_56__khoan_1."
        raise Problem(404, title) from None
    seen = provision_on(revision, ref, corpus, day)
    if seen is None:
        raise Problem(404, f"{revision.document.name} không có {ref.label()}.")
    return {
        "ref": str(ref),
        "label": f"{ref.label()} {revision.document.name}",
        "heading": seen.standing.heading,
        "text": seen.text,
        **_place(seen),
        "origin": revision.document.origin.value,
        "document": DocumentSummary.of(seen.document, day),
        "status": seen.standing.status.value,
        "why": " ".join(seen.why),
        "notices": seen.notices,
        "as_of": day,
    }


def _place(seen: SeenProvision) -> dict[str, Any]:
    pieces = [
        PieceMessage(
            document_id=one.piece.document, source_sha256=one.piece.sha256,
            start=one.piece.span.start, end=one.piece.span.end, text=one.text, joined=one.piece.joined,
        )
        for one in seen.pieces
    ]  # fmt: skip
    only = pieces[0] if len(pieces) == 1 else None
    return {
        "pieces": pieces,
        "start": only and only.start,
        "end": only and only.end,
        "source_sha256": only and only.source_sha256,
    }


def _wanted(document: LegalDocument, q: str, kind: str, origin: str | None) -> bool:
    words = fold(q).split()
    named = fold(f"{document.type} {document.title} {document.number}")
    return (
        all(word in named for word in words)
        and (not kind or fold(kind) == fold(document.type))
        and (origin is None or document.origin is Origin(origin))
    )


def _listed(document: LegalDocument) -> ListedDocument:
    summary = DocumentMessage.of(DocumentSummary.of(document, today()))
    return ListedDocument(**summary.model_dump(), origin=document.origin.value, holds_from=document.holds_from)


def _outline(revision: Revision) -> list[OutlineEntry]:
    return [
        OutlineEntry(
            ref=str(part.ref), level=part.level.value, label=part.label, heading=part.heading,
            depth=len(part.ref.path), start=part.span.start, end=part.span.end,
        )
        for part in revision.walk()
        if part.level not in (Level.KHOAN, Level.DIEM)
    ]  # fmt: skip
