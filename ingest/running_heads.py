"""Running heads and feet of pages: the gazette's line, page numbers, portal stamps."""

from __future__ import annotations

import re

_GAZETTE = re.compile(r"^\s*(?:\d{1,4}\s+)?CÔNG BÁO\s*/\s*Số\s.{1,60}?Ngày\s*[\d\-/. ]+(?:\s+\d{1,4})?\s*$")
_CONTINUED = re.compile(r"^\s*\((?:Xem tiếp|Tiếp theo)\b[^()]{0,60}Công báo[^()]{0,60}\)\s*$", re.IGNORECASE)
_NUMBER = re.compile(r"^\s*[-–—]?\s*(?:Trang\s+)?\d{1,4}(?:\s*/\s*\d{1,4})?\s*[-–—]?\s*$")
_SITE = re.compile(r"^\s*(?:https?://)?www\.[\w.-]+/?\s*$", re.IGNORECASE)
_STAMP = re.compile(
    r"^\s*(?:Ký bởi|Người ký|Email\s*:|Cơ quan\s*:|Thời gian ký|Signature Not Verified|Digitally signed).{0,120}$"
)


def is_gazette_head(line: str) -> bool:
    """Whether a line is the running head of the official gazette: `CÔNG BÁO/Số 5 + 6/Ngày 11-9-2025 52`."""
    return _GAZETTE.match(line) is not None


def is_continuation(line: str) -> bool:
    """Whether a line points to another issue of the gazette: `(Xem tiếp Công báo số 5 + 6)`."""
    return _CONTINUED.match(line) is not None


def is_page_number(line: str) -> bool:
    """Whether a line is a page number alone."""
    return _NUMBER.match(line) is not None


def is_stamp(line: str) -> bool:
    """Whether a line belongs to a visible digital signature, or is the address of a portal alone."""
    return _STAMP.match(line) is not None or _SITE.match(line) is not None
