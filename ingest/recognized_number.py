"""The number in a recognized heading: confirmed by the file's name or by annexes, never by a second reading.

Measured: a 1 written by hand was read as a 4 at three resolutions and in three layouts alike, with a confidence of
92 %. So agreeing readings prove nothing, but a number written or stamped into its gap shows: it stands apart from the
printed sign behind it (`Số: 115 /NQ-CP`). Such a one is left out unless something else tells it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.folding import fold
from corpus.problem import Problem, Severity
from ingest.file_name import number_of_file, serials_beside
from ingest.number import find_numbers, is_number, normalise

_ORGAN = r"[A-ZĐ\u00d0][A-Za-zĐđ\u00d00-9&]*"
_STATED = re.compile(
    r"(?:^|[\s|])[Ss][ốỐôÔóÓốo6]\s*:?\s*(?P<serial>[^\n/]{0,12}?)(?P<gap>\s*)/\s*"
    rf"(?P<sign>(?:\d{{4}}\s*/\s*)?{_ORGAN}(?:\s*[-–—]\s*{_ORGAN})*)",
    re.MULTILINE,
)
_GROUND = ("Căn cứ", "CĂN CỨ", "Xét ", "Theo ", "Thực hiện")
_ATTACHED = re.compile(r"kèm theo\s+[^\n]{0,40}?số:?\s+(?=\d)", re.IGNORECASE)
_DAY = re.compile(r"ngày\s?.{0,6}tháng\s?.{0,6}năm[^\n]{0,6}")
_GLUED = re.compile(r"(?:ngày|tháng|năm)\d|\d(?:tháng|năm)")


@dataclass(frozen=True, slots=True)
class Statement:
    """What stands in a heading after `Số:`; `sign` is the printed end of the number: `2026/TT-BCT`."""

    serial: str
    sign: str
    is_written: bool
    """Whether the serial was filled in by hand, by a stamp, or not at all."""

    @property
    def codes(self) -> tuple[str, ...]:
        """The letters of the sign as file names have them: `tt`, `bct`."""
        return tuple(fold(code) for code in re.split(r"[/-]", self.sign) if not code.isdigit())


def stated_in(head: str) -> Statement | None:
    """The statement of a heading; None where no line of it is one."""
    lines = [line for line in head.split("\n") if not line.startswith(_GROUND)]
    match = _STATED.search("\n".join(lines))
    if match is None:
        return None
    serial = match["serial"].strip()
    is_written = bool(match["gap"]) or re.fullmatch(r"\d{1,5}(?:\.\d{1,3})?[a-zA-Z]?", serial) is None
    return Statement(serial, re.sub("ĐĐ+", "Đ", normalise(match["sign"])), is_written)


def is_day_written(head: str) -> bool:
    """Whether the day in a heading was filled in by hand: its digits stick to the printed words (`ngày23 tháng`)."""
    lines = (line for line in head.split("\n") if not line.startswith(_GROUND))
    day = next((match for line in lines if (match := _DAY.search(line))), None)
    return day is not None and _GLUED.search(day[0]) is not None


def confirmed(number: str | None, head: str, text: str, stem: str) -> tuple[str | None, Problem | None]:
    """The number to go by, and what to say of it; `number` is the one read in `head`, `stem` the file's name."""
    stated, named = stated_in(head), number_of_file(stem)
    named = named if named and is_number(named) else None  # `59-nd` tells a serial only
    remedy = f"Hãy ghi number vào tệp khai báo của {stem}."
    other = named or next(_told_elsewhere(stated, text, stem), None)
    if other is not None:
        if number is None and named is not None:
            return None, None  # the caller takes a whole number from the name, and says so
        if number is not None and fold(other) == fold(number):
            return number, None
        read = f"{stated.serial}/{stated.sign}" if stated else number
        reason = f"Số hiệu nhận dạng từ ảnh là {read}; dùng {other} theo tên tệp hoặc phụ lục kèm theo. {remedy}"
        return other, Problem(Severity.WARNING, reason)
    if number is None:
        return None, None
    if stated is not None and stated.is_written:
        reason = f"Số hiệu điền tay hoặc đóng dấu (máy đọc là {number}), không đọc chắc được nên để trống. {remedy}"
        return None, Problem(Severity.ERROR, reason)
    reason = f"Số hiệu {number} nhận dạng từ ảnh chụp, chưa có gì xác nhận; phải đối chiếu bản chính. {remedy}"
    return number, Problem(Severity.ERROR, reason)


def _told_elsewhere(stated: Statement | None, text: str, stem: str) -> Iterator[str]:
    """Numbers with the sign of the heading: by the file's name, then by an annex (`kèm theo Quyết định số …`)."""
    if stated is None:
        return
    serials = serials_beside(stem, stated.codes)
    if len(serials) == 1 and is_number(number := f"{serials.pop()}/{stated.sign}"):
        yield number
    for place in _ATTACHED.finditer(text):
        number, start, end = next(iter(find_numbers(text[place.end() : place.end() + 40])), ("", 1, 1))
        if start == 0 and " " not in text[place.end() : place.end() + end] and number.endswith("/" + stated.sign):
            yield number


__all__ = ["Statement", "confirmed", "is_day_written", "stated_in"]
