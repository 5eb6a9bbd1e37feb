"""What later law did, does or will do to a quoted provision: which act, and from when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from api.answer import Notice, NoticeKind, status_of
from corpus.day import in_words
from corpus.document import Origin
from corpus.passage import Passage
from corpus.reference import ProvisionRef
from corpus.relation import Relation, RelationKind
from corpus.store import CorpusReader
from corpus.validity import Status
from prompts.wording import unnumbered

CHANGES = {
    RelationKind.AMENDS: "sửa đổi, bổ sung",
    RelationKind.REPLACES: "thay thế",
    RelationKind.REPEALS: "bãi bỏ",
    RelationKind.SUSPENDS: "ngưng hiệu lực",
    RelationKind.OVERLAYS: "áp dụng quy định khác thay cho",
}
"""The kinds of relation that change what the target says, as said to a reader."""


def notices_of(passages: Iterable[Passage], corpus: CorpusReader, day: date) -> tuple[Notice, ...]:
    """The notices that the quoted passages call for, each once."""
    found: dict[Notice, None] = {}
    for passage in passages:
        for notice in (*_origin(passage), *_expired(passage, day), *_changed(passage, corpus, day)):
            found.setdefault(notice)
    return tuple(found)


def touching(passage: Passage, corpus: CorpusReader) -> list[Relation]:
    """What changes a passage after the day for which its text was made; of the whole law where nothing is nearer."""
    document = passage.document
    made = document.holds_from or document.in_force_from or document.issued_on
    later = [
        r
        for r in corpus.relations_to(document.id)
        if r.kind in CHANGES and not (r.effective and made and r.effective <= made)
    ]
    near = [r for r in later if r.target.path and (r.target.contains(passage.ref) or passage.ref.contains(r.target))]
    detailed = {r.source.document for r in later if r.target.path}
    whole = [r for r in later if not r.target.path and r.source.document not in detailed]
    return near + whole


def _changed(passage: Passage, corpus: CorpusReader, day: date) -> Iterator[Notice]:
    for relation in touching(passage, corpus):
        act = _name(relation.source, corpus)
        place = (
            f"{passage.ref.label()} {unnumbered(passage.document)}" if relation.target.path else passage.document.name
        )
        when = f" từ ngày {in_words(relation.effective)}" if relation.effective else ""
        what = CHANGES[relation.kind]
        if relation.effective and relation.effective > day:
            text = (
                f"Sắp thay đổi: {place} được {act} {what}{when}. Đến trước ngày đó, quy định trích ở đây vẫn áp dụng."
            )
            yield Notice(NoticeKind.UPCOMING_CHANGE, text)
        else:
            text = f"{place} đã được {act} {what}{when}; lời trích ở đây là lời trước khi thay đổi. Hãy xem văn bản đó."
            yield Notice(NoticeKind.AMENDED, text)


def _origin(passage: Passage) -> Iterator[Notice]:
    document = passage.document
    if document.origin is Origin.DIGEST:
        where = f" Bản chính thức: {document.source_url}" if document.source_url else ""
        text = f"Phần về {document.name} dựa vào bản tóm lược do HỏiLuật viết lại, không phải nguyên văn.{where}"
        yield Notice(NoticeKind.DIGEST, text)
    if document.origin is Origin.SNAPSHOT:
        text = f"Lời của {document.name} lấy từ bản chụp năm 2023; cần đối chiếu bản chính thức hiện hành."
        yield Notice(NoticeKind.DIGEST, text)


def _expired(passage: Passage, day: date) -> Iterator[Notice]:
    if status_of(passage.document, day) is Status.EXPIRED and passage.document.in_force_until:
        until = in_words(passage.document.in_force_until)
        text = f"{passage.document.name} đã hết hiệu lực từ ngày {until}."
        yield Notice(NoticeKind.EXPIRED, text)


def _name(source: ProvisionRef, corpus: CorpusReader) -> str:
    revision = corpus.revision(source.document)
    return revision.document.name if revision else f"văn bản số {source.document}"
