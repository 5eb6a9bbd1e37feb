"""Whether what is cited still is law, and what made an end of it."""

from __future__ import annotations

from api.changes import CHANGES
from api.inspection.finding import Ground
from corpus.day import in_words
from corpus.reference import ProvisionRef
from corpus.standing import Standing
from corpus.validity import Status


def end_of(target: ProvisionRef, ground: Ground) -> str:
    """How a document or a place in one stopped being law; empty where it did not. Asked once for each cited place."""
    if target not in ground.ends:
        whole = ProvisionRef(target.document)
        if target.path:
            ground.ends[target] = end_of(whole, ground) or _end_of_place(target, ground)
        else:
            ground.ends[target] = _end_of_document(target.document, ground)
    return ground.ends[target]


def _end_of_document(name: str, ground: Ground) -> str:
    """Of documents that are not held too: those that are may have ended them."""
    ending = ground.corpus.ending(name)
    if ending.day is None or ending.day > ground.day:
        return ""
    since = f"đã hết hiệu lực từ ngày {in_words(ending.day)}"
    if not ending.made_by:
        return since
    act = ending.made_by[-1]
    by = f"bị {act.source.document} {CHANGES[act.kind]}"
    if act.target.document == name:
        return f"{since}, {by}"
    return f"{since} cùng {act.target.document} mà nó quy định chi tiết ({act.target.document} {by})"


def _end_of_place(target: ProvisionRef, ground: Ground) -> str:
    """Only places that something touches, or whose days their document states, can have ended before it."""
    if not _may_have_ended(target, ground):
        return ""
    standing = ground.corpus.standing(target, ground.day)
    return _ended(standing) if standing and standing.status is Status.EXPIRED else ""


def _may_have_ended(target: ProvisionRef, ground: Ground) -> bool:
    revision = ground.corpus.revision(target.document)
    stated = revision is not None and any(effect.ref.contains(target) for effect in revision.effects)
    return stated or any(r.target.contains(target) for r in ground.corpus.relations_to(target.document))


def _ended(standing: Standing) -> str:
    above = [r for r in standing.made_by if r.target.contains(standing.ref)]
    act = next((r for r in reversed(above) if r.kind.ends), above[-1] if above else None)
    if act is None:
        until = standing.validity.until
        return "đã hết hiệu lực" + (f" từ ngày {in_words(until)}" if until else "")
    if act.kind.ends:
        return f"đã bị {act.source.document} {CHANGES[act.kind]}"
    return f"không còn trong lời mới mà {act.source.document} đặt vào chỗ ấy"
