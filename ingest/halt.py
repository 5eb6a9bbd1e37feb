"""How law says that a rule stops for a time (`tạm ngưng hiệu lực thi hành`), and that it goes on again."""

from __future__ import annotations

import re

_HALT = (
    r"(?:tạm (?:thời )?)?(?:ngưng|ngừng|dừng) (?:việc )?(?:áp dụng|hiệu lực(?:,? và)?(?: (?:thi hành|áp dụng))?)"
    r"|đình chỉ (?:việc )?thi hành"
)
HALTS = re.compile(
    rf"\W*(?:(?:kể )?từ ngày [^.;]{{0,80}}? đến (?:hết )?ngày [^.;,]{{0,40}},\s*)?(?:tiếp tục )?(?:{_HALT})(?!\w)",
    re.IGNORECASE,
)
"""A sentence that begins so halts what it names."""
HALTED = re.compile(
    rf"\s(?:(?:được|bị) )?(?:tiếp tục )?(?:{_HALT})(?=\s+(?:kể từ|từ ngày|cho đến|đến)\b|[.;:,]?\s*$)", re.IGNORECASE
)
"""What stands before it is halted."""
PASSED_OVER = re.compile(r"\W*(?:tạm thời )?không áp dụng(?!\w)", re.IGNORECASE)
"""Halts too where days are named; otherwise it only tells how far a rule reaches."""
LIFTS = re.compile(
    rf"(?:bãi bỏ|hủy bỏ|huỷ bỏ|chấm dứt|kết thúc) (?:việc |quy định |nội dung )?(?:về )?(?:việc )?(?:{_HALT})(?!\w)",
    re.IGNORECASE,
)
"""What was halted goes on: none of what is named ends."""
_HELD_AT = re.compile(r"\s+(?:quy định )?tại\s", re.IGNORECASE)


def lifts(words: str) -> bool:
    """Whether words end a halt by naming what was halted: `Bãi bỏ việc ngưng hiệu lực đối với Điều 5`.

    Not where they repeal the rule that halts: `Bãi bỏ quy định ngưng hiệu lực tại Điều 3`.
    """
    found = LIFTS.search(words)
    return found is not None and _HELD_AT.match(words, found.end()) is None


def halts(words: str) -> bool:
    """Whether a sentence begins by halting something or by lifting a halt."""
    return HALTS.match(words) is not None or lifts(words)
