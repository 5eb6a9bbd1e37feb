"""A provision as it stood on a day, in words and with the reasons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from api.answer import Notice, NoticeKind
from api.changes import CHANGES, notices_of
from corpus.day import in_words
from corpus.document import LegalDocument, Revision
from corpus.passage import Passage
from corpus.reference import ProvisionRef
from corpus.relation import Relation, RelationKind
from corpus.span import Span
from corpus.standing import Standing
from corpus.store import CorpusReader
from corpus.validity import Status
from corpus.wording import Piece, merged, spoken


@dataclass(frozen=True, slots=True)
class SeenPiece:
    """Words of a provision: one contiguous span of one stored text."""

    piece: Piece
    text: str


@dataclass(frozen=True, slots=True)
class SeenProvision:
    """How a provision stood on a day: its words, its status, and why, in sentences."""

    document: LegalDocument
    standing: Standing
    pieces: tuple[SeenPiece, ...]
    why: tuple[str, ...]
    notices: tuple[Notice, ...]

    @property
    def text(self) -> str:
        """The words of that day; a new line parts words that stand in different places, but for changed phrases."""
        return spoken((seen.piece, seen.text) for seen in self.pieces)


def provision_on(revision: Revision, ref: ProvisionRef, corpus: CorpusReader, day: date) -> SeenProvision | None:
    """How a provision of the document of `revision` stood on `day`; None where it never had it."""
    standing = corpus.standing(ref, day)
    if standing is None:
        return None
    days = corpus.validity(revision.document.id)
    document = replace(revision.document, in_force_from=days.start, in_force_until=days.until)
    pieces = _pieces(standing, revision, corpus)
    why = tuple(_why(document, standing, corpus))
    return SeenProvision(document, standing, pieces, why, _notices(document, standing, revision, corpus))


def document_status(document: LegalDocument, corpus: CorpusReader, day: date) -> Status:
    """What a document is on a day, suspended as a whole by another one too."""
    status = document.validity.status_on(day)
    is_halted = any(r.acts_on(day) for r in _halting(document, corpus))
    return Status.SUSPENDED if status is Status.IN_FORCE and is_halted else status


def _halting(document: LegalDocument, corpus: CorpusReader) -> list[Relation]:
    done = corpus.relations_to(document.id)
    return [r for r in done if r.kind is RelationKind.SUSPENDS and not r.target.path]


def document_why(document: LegalDocument, status: Status, corpus: CorpusReader) -> Iterator[str]:
    """Whether a document is law that day, and what made it so."""
    start, until = document.holds_from or document.in_force_from, document.in_force_until
    if status is Status.UNKNOWN or start is None:
        yield f"Chưa biết ngày có hiệu lực của {document.name}."
    elif status is Status.NOT_YET:
        yield f"{document.name} có hiệu lực từ ngày {in_words(start)}, sau ngày được hỏi."
    elif status is Status.EXPIRED and until:
        yield f"{document.name} hết hiệu lực từ ngày {in_words(until)}."
        yield from _ended(document, corpus)
    else:
        if status is Status.SUSPENDED:
            yield from (_change(relation, corpus) for relation in _halting(document, corpus))
        yield f"{document.name} có hiệu lực từ ngày {in_words(start)} và chưa hết hiệu lực vào ngày được hỏi."
    if document.territory != "toàn quốc":
        yield f"Văn bản này chỉ áp dụng tại {document.territory}."


def _ended(document: LegalDocument, corpus: CorpusReader) -> Iterator[str]:
    for relation in corpus.ending(document.id).made_by:
        act = _act(relation.source, corpus)
        if relation.target.document == document.id:
            yield f"{act} {CHANGES[relation.kind]} văn bản này."
        else:
            yield (
                f"Văn bản này quy định chi tiết {_name(relation.target.document, corpus)}, đã bị {act} "
                f"{CHANGES[relation.kind]}; văn bản quy định chi tiết hết hiệu lực cùng lúc nếu không được công bố "
                "tiếp tục có hiệu lực (Luật 64/2025/QH15, sửa đổi bởi Luật 87/2025/QH15)."
            )


def _why(document: LegalDocument, standing: Standing, corpus: CorpusReader) -> Iterator[str]:
    whole = document.validity.status_on(standing.day)
    yield from document_why(document, whole, corpus)
    place = standing.ref.label()
    if standing.status is not whole or standing.made_by:
        yield f"Ngày {in_words(standing.day)}, {place}: {_STATES[standing.status]}."
    for relation in standing.made_by:
        yield _change(relation, corpus)
    if standing.unworked:
        yield (
            "Lời mới của thay đổi chưa ghép được vào đây (không thấy cụm từ ấy, hoặc văn bản sửa đổi "
            "không có trong kho): lời trên là lời trước thay đổi đó."
        )
    for relation in standing.coming:
        yield "Sắp tới: " + _change(relation, corpus)


_STATES = {
    Status.IN_FORCE: "còn hiệu lực",
    Status.NOT_YET: "chưa có hiệu lực",
    Status.EXPIRED: "đã hết hiệu lực",
    Status.PARTLY_EXPIRED: "hết hiệu lực một phần",
    Status.SUSPENDED: "đang tạm ngưng hiệu lực",
    Status.UNKNOWN: "chưa rõ hiệu lực",
}


def _change(relation: Relation, corpus: CorpusReader) -> str:
    """A change in words, such as `Điều 1 Luật … số … sửa đổi, bổ sung khoản 2 Điều 5, từ ngày 01/07/2025`."""
    what = relation.target.label() or "cả văn bản"
    when = f", từ ngày {in_words(relation.effective)}" if relation.effective else " (chưa rõ ngày)"
    until = f" đến trước ngày {in_words(relation.until)}" if relation.until else ""
    return f"{_act(relation.source, corpus)} {CHANGES[relation.kind]} {what}{when}{until}."


def _act(source: ProvisionRef, corpus: CorpusReader) -> str:
    return f"{source.label()} {_name(source.document, corpus)}".strip()


def _name(document: str, corpus: CorpusReader) -> str:
    held = corpus.revision(document)
    return held.document.name if held else f"văn bản số {document}"


def _pieces(standing: Standing, revision: Revision, corpus: CorpusReader) -> tuple[SeenPiece, ...]:
    texts = {revision.sha256: revision.text}
    for piece in standing.pieces:
        held = None if piece.sha256 in texts else corpus.revision(piece.document, piece.sha256)
        if held is not None:
            texts[piece.sha256] = held.text
    return tuple(SeenPiece(p, p.span.slice(texts[p.sha256])) for p in merged(standing.pieces, texts))


def _notices(
    document: LegalDocument, standing: Standing, revision: Revision, corpus: CorpusReader
) -> tuple[Notice, ...]:
    """What a reader must know: coming changes, the kind of text; past changes only where they are not worked in."""
    passage = Passage(
        standing.ref, "", "", standing.heading, "", Span(0, 0), document, revision.sha256, standing.validity
    )
    found = notices_of((passage,), corpus, standing.day)
    reworded = (RelationKind.AMENDS, RelationKind.CORRECTS)
    worked_in = not standing.unworked and any(r.kind in reworded for r in standing.made_by)
    return tuple(n for n in found if not (worked_in and n.kind is NoticeKind.AMENDED))
