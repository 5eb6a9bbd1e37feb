"""The head of a further issue of the gazette in the middle of a law: it belongs to no provision."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.level import Level
from ingest.structure.lines import Line

_SECTION = re.compile(r"(?:PHẦN )?VĂN BẢN (?:QUY PHẠM PHÁP LUẬT|PHÁP LUẬT KHÁC|KHÁC)$")
_ACT = re.compile(
    r"(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Thông tư|Thông tư liên tịch|Văn bản hợp nhất)"
    r" số \S+ ngày \d"
)
_GOES_ON = re.compile(r"\(\s*(?:Tiếp theo|Xem tiếp)", re.IGNORECASE)
_NAMED_WITHIN = 4
_LONGEST = 16


def end_of_continuation(lines: Sequence[Line], place: int) -> int:
    """The first line after the head that begins at `place`; `place` itself where none does.

    The gazette prints its section, the act with its day, and the headings under which the law goes on. The words of the
    law come again with an article, a clause, a point, or a line that ends as a sentence does.
    """
    if not _SECTION.match(lines[place].text):
        return place
    head = lines[place + 1 : place + _LONGEST]
    if not any(_ACT.match(line.text) for line in head[:_NAMED_WITHIN]):
        return place
    for below, line in enumerate(head, place + 1):
        begins = line.claim is not None and line.claim.level in (Level.DIEU, Level.KHOAN, Level.DIEM)
        if begins or (line.text[-1] in ".;:" and not _GOES_ON.match(line.text)):
            return below
    return place
