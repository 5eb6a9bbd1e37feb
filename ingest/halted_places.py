"""Which of the references in a sentence are what it halts, and which only name the acts that changed or title them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.reference import ProvisionRef
from corpus.span import Span
from ingest.mentions import Mention

_TO_WHOLE = r"\s*(?:[:,]\s*)?(?:đối với|của)?\s*(?:toàn bộ\s+)?(?:(?:các )?văn bản\s+(?:sau đây|sau)?\s*:?\s*)?"
_LEAD = re.compile(
    r"\s*(?:[:,]\s*)?(?:đối với|của)?\s*(?:toàn bộ\s+)?(?:(?:các )?(?:quy định|nội dung)(?: sau(?: đây)?)?\s+)?"
    r"(?:quy định )?(?:tại|của)?\s*(?:các\s+)?\s*:?",
    re.IGNORECASE,
)
"""Between the verb and a provision; any other word means that only a matter in it is halted."""
_LEAD_TO_WHOLE = re.compile(_TO_WHOLE, re.IGNORECASE)
_GOES_ON = re.compile(r"(?:[,;]|\svà|[,;] và)\s*(?:tại |các )?$", re.IGNORECASE)
_AMENDED_BY = re.compile(r"được (?:sửa đổi|bổ sung|thay thế|đính chính)|\((?:đã )?được", re.IGNORECASE)
_CLOSED = re.compile(r"[;)]")
_TITLE = re.compile(r"ngày\s+\d.*?\s(?:quy định|về|hướng dẫn|ban hành|sửa đổi|phê duyệt|bãi bỏ)\s", re.IGNORECASE)
_LIMITS = re.compile(r"\btrừ\b|trường hợp|trong phạm vi|trên địa bàn", re.IGNORECASE)
_FOR = re.compile(r"\bđối với\b", re.IGNORECASE)


def halted_in(text: str, reach: Span, mentions: Sequence[Mention]) -> tuple[ProvisionRef, ...]:
    """The provisions and documents that words halt as a whole; none where they may halt less than they name."""
    taken: list[Mention] = []
    titles: set[str] = set()
    for mention in mentions:
        before = text[taken[-1].span.end if taken else reach.start : mention.span.start]
        if not taken:
            lead = _LEAD if mention.ref is not None and mention.ref.path else _LEAD_TO_WHOLE
            if mention.ref is None or not lead.fullmatch(before):
                return ()
        elif _is_of_history(before):
            continue
        elif mention.ref is None or not _continues(before, _type_of(mention, text), titles):
            titles.add(_type_of(mention, text))
            continue
        taken.append(mention)
    limits = text[taken[-1].span.end : reach.end] if taken else ""
    return () if _is_limited(limits) else tuple(dict.fromkeys(m.ref for m in taken if m.ref is not None))


def names_law(text: str, reach: Span, mentions: Sequence[Mention]) -> bool:
    """Whether words speak of a certain rule: they begin with it, or give its number; not `giấy phép theo Luật X`."""
    first = text[reach.start : mentions[0].span.start]
    return _LEAD.fullmatch(first) is not None or any(m.ref is not None for m in mentions)


def _is_of_history(before: str) -> bool:
    """Whether a reference names an act that changed the one before: `đã được bổ sung theo Luật số …`."""
    changed = list(_AMENDED_BY.finditer(before))
    return bool(changed) and _CLOSED.search(before, changed[-1].end()) is None


def _continues(before: str, type_: str, titles: set[str]) -> bool:
    """Whether a reference goes on with the list; after a law in a title, only one of another type surely does."""
    return _GOES_ON.search(before) is not None and (";" in before or type_ not in titles)


def _type_of(mention: Mention, text: str) -> str:
    words = mention.span.slice(text)
    named = re.findall(r"(Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định)", words)
    return named[-1] if named else ""


def _is_limited(after: str) -> bool:
    """Whether words after the last reference say that it goes on for some; the title of an act says no such thing."""
    limits = _AMENDED_BY.split(after)[0]
    return _LIMITS.search(limits) is not None or (_FOR.search(limits) is not None and not _TITLE.search(limits))
