"""What a sentence says of duty: must, must not, may. Cosines cannot tell `được` from `không được`; words can."""

from __future__ import annotations

import re
from enum import StrEnum

from prompts.phrase import plain


class Duty(StrEnum):
    """What a rule does to people."""

    MUST = "must"
    MUST_NOT = "must_not"
    MAY = "may"
    NEED_NOT = "need_not"


_PATTERNS = (
    (
        Duty.NEED_NOT,
        re.compile(r"không (?:phải|bắt buộc|cần|có nghĩa vụ)|được miễn|miễn (?:án phí|lệ phí|nộp)|không thu"),
    ),
    (
        Duty.MUST_NOT,
        re.compile(
            r"không được|không có quyền|không thể|nghiêm cấm|bị cấm|\bcấm\b|chưa được|không đủ điều kiện|không áp dụng|"
            r"không công nhận|không chấp nhận"
        ),
    ),
    (Duty.MUST, re.compile(r"\bphải\b|bắt buộc|có nghĩa vụ|có trách nhiệm|\bbị (?:phạt|xử|tước|truy|buộc)")),
    (Duty.MAY, re.compile(r"có quyền|có thể|\bđược\b")),
)


def duties(text: str) -> frozenset[Duty]:
    """The duties that a text states; each word is counted once, the longest reading first."""
    left = plain(text)
    found = set()
    for duty, pattern in _PATTERNS:
        if pattern.search(left):
            found.add(duty)
            left = pattern.sub(" ", left)
    return frozenset(found)


def contradicts(said: str, source: str) -> bool:
    """Whether `said` states a duty that `source` nowhere states."""
    return bool(duties(said) - duties(source))
