"""References in the text of a document that lead nowhere, or to what is law no more."""

from __future__ import annotations

from collections.abc import Iterator

from api.inspection.finding import Finding, Ground
from api.inspection.gone import end_of
from api.inspection.kinds import Weight
from corpus.document import Revision
from corpus.provision import Provision
from corpus.reference import ProvisionRef
from corpus.span import Span
from corpus.validity import Status
from ingest.mentions import Mention, find_mentions

_COMPARE = "Đối chiếu với tệp gốc: hoặc bản nạp thiếu chỗ ấy, hoặc văn bản dẫn theo số cũ."


def dangling(revision: Revision, ground: Ground) -> Iterator[Finding]:
    """Places that the text names and that it, or another text held here, does not have; one finding for each."""
    naming: dict[ProvisionRef, dict[ProvisionRef, None]] = {}
    for mention in _mentions(revision, ground):
        if mention.ref is not None and _is_missing(mention.ref, revision, ground):
            naming.setdefault(mention.ref, {})[_where(revision, mention.span)] = None
    for target, places in naming.items():
        here, *more = places
        whose = "chính văn bản này" if target.document == revision.document.id else target.document
        at = f"{_label(here)} và {len(more)} chỗ khác" if more else _label(here)
        words = f"{at} dẫn {target.label()} của {whose}, không có chỗ ấy"
        yield Finding("dangling", Weight.WARNING, here, words, _COMPARE)


def _is_missing(target: ProvisionRef, revision: Revision, ground: Ground) -> bool:
    """Chapters are no places of a path, and what the document acts on is looked at by its relations."""
    places = ground.places(target.document)
    if target.dieu is None or not places or target in places:
        return False
    return not any(relation.target.contains(target) for relation in revision.relations)


def _label(here: ProvisionRef) -> str:
    return here.label() or "phần mở đầu"


def cites_ended(revision: Revision, ground: Ground) -> Iterator[Finding]:
    """Documents in force that still cite provisions or documents that are law no more; one finding for each cited."""
    document = ground.documents[revision.document.id]
    if document.validity.status_on(ground.day) is Status.EXPIRED:
        return
    cited = {mention.ref: mention for mention in reversed(_mentions(revision, ground)) if mention.ref is not None}
    for target, mention in reversed(cited.items()):
        if target.document == document.id or any(r.target.contains(target) for r in revision.relations):
            continue
        if words := end_of(target, ground):
            here = _where(revision, mention.span)
            named = f"{target.label()} của {target.document}" if target.path else target.document
            remedy = "Xem văn bản nào thay thế, và quy định chuyển tiếp; người hỏi sẽ đọc thấy dẫn chiếu này."
            yield Finding("cites_ended", Weight.INFO, here, f"{_label(here)} dẫn {named}, {words}", remedy)


def _mentions(revision: Revision, ground: Ground) -> tuple[Mention, ...]:
    """The references of a text, found once for all lints."""
    if revision.document.id not in ground.mentions:
        ground.mentions.clear()  # documents are looked at one after the other
        ground.mentions[revision.document.id] = find_mentions(revision, ground.names)
    return ground.mentions[revision.document.id]


def _where(revision: Revision, span: Span) -> ProvisionRef:
    """The smallest provision around a place of the text; the document where there is none."""
    here, parts = ProvisionRef(revision.document.id), revision.provisions
    while inside := _around(parts, span):
        here, parts = inside.ref, inside.children
    return here


def _around(parts: tuple[Provision, ...], span: Span) -> Provision | None:
    return next((part for part in parts if part.span.contains(span)), None)
