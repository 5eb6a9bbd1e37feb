"""What documents do to one another, and where that leaves a wrong picture of what is law."""

from __future__ import annotations

import re
from collections.abc import Iterator

from api.changes import CHANGES
from api.inspection.finding import Finding, Ground
from api.inspection.kinds import Weight
from corpus.day import in_words
from corpus.document import LegalDocument, Revision
from corpus.folding import fold
from corpus.reference import ProvisionRef
from corpus.relation import Relation, RelationKind
from corpus.validity import Status

_CONSOLIDATED = re.compile(r"/VBHN-", re.IGNORECASE)
_NUMBER = re.compile(r"([0-9]+)([a-zđ]*)")
_POINT = re.compile(r"[a-zđ][0-9]*")


def absent_targets(revision: Revision, ground: Ground) -> Iterator[Finding]:
    """Provisions that a document acts on and that the other document, held here, does not have."""
    for relation in dict.fromkeys(revision.relations):
        places = ground.places(relation.target.document)
        if not places or relation.target in places or _is_addition(relation, places):
            continue
        target = relation.target
        words = f"tác động đến {target.label()} của {target.document}, nhưng bản đang dùng không có chỗ ấy"
        remedy = f"Đối chiếu với tệp gốc; xem các điều đang có bằng `hoiluat corpus show {target.document}`."
        yield Finding("absent_target", Weight.WARNING, relation.source, words, remedy)


def _is_addition(relation: Relation, places: frozenset[ProvisionRef]) -> bool:
    """Whether the place may be one that the act puts in: `12a`, or the number after the last."""
    if relation.kind is not RelationKind.AMENDS or not relation.target.path:
        return False
    *above, step = relation.target.path
    if ProvisionRef(relation.target.document, tuple(above)) not in places:
        return False
    match = _NUMBER.fullmatch(step.number)
    if match is None:
        return _POINT.fullmatch(step.number) is not None
    siblings = [ref.path[-1].number for ref in places if ref.path[:-1] == tuple(above) and ref.path]
    numbers = [int(found[1]) for number in siblings if (found := _NUMBER.fullmatch(number))]
    return bool(match[2]) or int(match[1]) > max(numbers, default=0)


def not_held(revision: Revision, ground: Ground) -> Iterator[Finding]:
    """Documents that this one changes, or that change this one, and that are not here."""
    here = ProvisionRef(revision.document.id)
    told = ground.corpus.relations_to(here.document)
    acting = {r.source.document: None for r in told if r.kind in CHANGES and not ground.places(r.source.document)}
    if acting:
        words = f"đã hoặc sẽ được sửa đổi bởi {_listed(acting)}, chưa có trong kho"
        yield Finding("not_held", Weight.WARNING, here, words, _FETCH)
    changed = {r.target.document: None for r in revision.relations if r.kind in CHANGES and not r.kind.ends}
    if missing := {name: None for name in changed if not ground.places(name)}:
        yield Finding("not_held", Weight.INFO, here, f"sửa đổi {_listed(missing)}, chưa có trong kho", _FETCH)


def _listed(names: dict[str, None]) -> str:
    first = list(names)[:_FEW]
    return ", ".join(first) + (f" và {len(names) - _FEW} văn bản khác" if len(names) > _FEW else "")


_FEW = 5
_FETCH = "Nạp văn bản ấy bằng `hoiluat ingest` nếu người dân cần đến."


def ended(revision: Revision, ground: Ground) -> Iterator[Finding]:
    """Documents that are law no more, and those that would be if the day of their end were known."""
    document = ground.documents[revision.document.id]
    here = ProvisionRef(document.id)
    if document.validity.status_on(ground.day) is Status.EXPIRED and document.in_force_until:
        words = f"đã hết hiệu lực từ {in_words(document.in_force_until)}; chỉ còn được tìm cho ngày trước đó"
        remedy = f"Không cần làm gì; nếu không muốn giữ: `hoiluat corpus remove {document.id}`."
        yield Finding("ended", Weight.INFO, here, words, remedy)
        return
    for relation in ground.corpus.relations_to(document.id):
        if relation.kind.ends and not relation.target.path and relation.effective is None:
            words = f"{relation.source.document} {CHANGES[relation.kind]} văn bản này, không rõ từ ngày nào"
            remedy = f"Khai `effective` của quan hệ ấy trong tệp khai báo của {relation.source.document}, rồi nạp lại."
            yield Finding("ended", Weight.ERROR, here, f"{words}: nó vẫn được coi là còn hiệu lực", remedy)


def superseded(revision: Revision, ground: Ground) -> Iterator[Finding]:
    """Documents in force of which a later one of the same name is in force too: most likely it took their place."""
    document = ground.documents[revision.document.id]
    if not _stands(document, ground) or document.issued_on is None:
        return
    for other in ground.documents.values():
        later = other.issued_on is not None and other.issued_on > document.issued_on
        if later and _stands(other, ground) and _title(other) == _title(document):
            words = f"cùng tên với {other.name} ban hành sau, mà cả hai đều được coi là còn hiệu lực"
            remedy = f"Nếu văn bản sau thay thế: khai `relations` loại `replaces` cho {other.id}, rồi nạp lại."
            yield Finding("superseded", Weight.WARNING, ProvisionRef(document.id), words, remedy)


def _stands(document: LegalDocument, ground: Ground) -> bool:
    in_force = document.validity.status_on(ground.day) is Status.IN_FORCE
    return in_force and not _CONSOLIDATED.search(document.number) and bool(document.title)


def _title(document: LegalDocument) -> str:
    return fold(f"{document.type} {document.title} {document.territory}")
