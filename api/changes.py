"""What later law did, does or will do to a quoted provision: which act, and from when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from api.answer import Notice, NoticeKind, status_of
from corpus.day import in_words
from corpus.document import LegalDocument, Origin
from corpus.passage import Passage
from corpus.relation import Relation, RelationKind
from corpus.store import CorpusReader
from corpus.validity import Status
from prompts.wording import unnumbered

CHANGES = {
    RelationKind.AMENDS: "sửa đổi, bổ sung",
    RelationKind.CORRECTS: "đính chính",
    RelationKind.REPLACES: "thay thế",
    RelationKind.REPEALS: "bãi bỏ",
    RelationKind.SUSPENDS: "ngưng hiệu lực",
    RelationKind.OVERLAYS: "áp dụng quy định khác thay cho",
}
"""The kinds of relation that change what the target says, as said to a reader."""


def notices_of(passages: Iterable[Passage], corpus: CorpusReader, day: date) -> tuple[Notice, ...]:
    """The notices that the quoted passages call for, each once: changes first, then what kind of text was quoted."""
    quoted = list({(p.document.id, p.ref): p for p in passages}.values())
    changed = [notice for passage in quoted for notice in _changed(passage, corpus, day)]
    documents = {p.document.id: p.document for p in quoted}
    expired = [notice for document in documents.values() for notice in _expired(document, day)]
    return tuple(dict.fromkeys((*expired, *changed, *_origins(list(documents.values())))))


def touching(passage: Passage, corpus: CorpusReader) -> tuple[list[Relation], list[Relation]]:
    """What changes a passage after the day for which its text was made.

    First what names its place; then acts on the whole document that name no place at all in it.
    """
    document = passage.document
    later = [r for r in corpus.relations_to(document.id) if r.kind in CHANGES and not _is_within(r, document)]
    near = [r for r in later if r.target.path and (r.target.contains(passage.ref) or passage.ref.contains(r.target))]
    detailed = {r.source.document for r in later if r.target.path}
    whole = [r for r in later if not r.target.path and r.source.document not in detailed]
    return near, whole


def is_outdated(passage: Passage, corpus: CorpusReader, day: date) -> bool:
    """Whether later law changed the very provision by `day`, so that its stored words hold no more."""
    near = touching(passage, corpus)[0]
    return any(not _is_ahead(relation, day) and not _is_over(relation, day) for relation in near)


def _is_within(relation: Relation, document: LegalDocument) -> bool:
    """Whether the text carries the change already: a consolidated one what came by its day, another what came before.

    A change of the very day from which a law was in force was made to it before: its words as issued never applied.
    What acts for a time leaves no mark in a text.
    """
    if relation.effective is None or relation.kind.is_for_a_time:
        return False
    if document.holds_from is not None:
        return relation.effective <= document.holds_from
    made = document.in_force_from or document.issued_on
    return made is not None and relation.effective < made


def _changed(passage: Passage, corpus: CorpusReader, day: date) -> Iterator[Notice]:
    near, whole = ([r for r in found if not _is_over(r, day)] for found in touching(passage, corpus))
    for relation in near:
        place = f"{passage.ref.label()} {unnumbered(passage.document)}"
        act, what = _act(relation, corpus), CHANGES[relation.kind]
        if _is_ahead(relation, day):
            text = f"{place} được {act} {what}. Đến trước ngày đó, lời trích ở đây vẫn áp dụng."
            yield Notice(NoticeKind.UPCOMING_CHANGE, text)
        elif relation.kind is RelationKind.SUSPENDS:
            until = f" đến trước ngày {in_words(relation.until)}" if relation.until else ""
            text = f"{place} đang bị {act} {what}{until}; trong thời gian đó, lời trích ở đây không áp dụng."
            yield Notice(NoticeKind.AMENDED, text)
        else:
            text = f"{place} đã được {act} {what}; lời trích ở đây là lời trước khi thay đổi, hãy đọc văn bản đó."
            yield Notice(NoticeKind.AMENDED, text)
    for ahead in (False, True):
        acts = [_act(relation, corpus) for relation in whole if _is_ahead(relation, day) is ahead]
        if acts:
            yield _whole(passage.document, list(dict.fromkeys(acts)), ahead)


def _whole(document: LegalDocument, acts: list[str], ahead: bool) -> Notice:
    """Of acts whose changed provisions are not known one by one."""
    if ahead:
        text = f"{document.name} sắp được sửa đổi bởi {', '.join(acts)}; quy định trích ở đây có thể thay đổi."
        return Notice(NoticeKind.UPCOMING_CHANGE, text)
    text = f"Một số điều của {document.name} đã được sửa đổi bởi {', '.join(acts)}; hãy kiểm tra điều trích ở đây."
    return Notice(NoticeKind.AMENDED, text)


def _origins(documents: list[LegalDocument]) -> Iterator[Notice]:
    retold = [document for document in documents if document.origin is Origin.DIGEST]
    if retold:
        names = "; ".join(f"{d.name} ({d.source_url})" if d.source_url else d.name for d in retold)
        text = f"Bản tóm lược do HỏiLuật viết lại, không phải nguyên văn. Bản chính thức: {names}."
        yield Notice(NoticeKind.DIGEST, text)
    snapshots = [document.name for document in documents if document.origin is Origin.SNAPSHOT]
    if snapshots:
        text = f"Trích từ bản chụp năm 2023 của {'; '.join(snapshots)}; hãy đối chiếu bản chính thức hiện hành."
        yield Notice(NoticeKind.DIGEST, text)


def _expired(document: LegalDocument, day: date) -> Iterator[Notice]:
    if status_of(document, day) is Status.EXPIRED and document.in_force_until:
        text = f"{document.name} đã hết hiệu lực từ ngày {in_words(document.in_force_until)}."
        yield Notice(NoticeKind.EXPIRED, text)


def _is_over(relation: Relation, day: date) -> bool:
    return relation.until is not None and relation.until <= day


def _is_ahead(relation: Relation, day: date) -> bool:
    return relation.effective is not None and relation.effective > day


def _act(relation: Relation, corpus: CorpusReader) -> str:
    """The acting document and its day: `Luật … số … (từ ngày 01/07/2025)`."""
    revision = corpus.revision(relation.source.document)
    name = revision.document.name if revision else f"văn bản số {relation.source.document}"
    return f"{name} (từ ngày {in_words(relation.effective)})" if relation.effective else name
