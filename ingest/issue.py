"""Who issued a document and when, where the number does not tell."""

from __future__ import annotations

import re
from datetime import date

from ingest.dates import first_date
from ingest.structure.ending import VERIFIED

_ADOPTED = re.compile(r"thông qua\s+(?=ngày)|thông qua(?=[^.]{0,40}ngày)", re.IGNORECASE)
_CLOSING = re.compile(
    r"^(?:Bộ luật|Luật|Nghị quyết|Pháp lệnh|Hiến pháp)(?: này)?(?: đã)? được [^\n.]{5,160}thông qua\s+(?=ngày)",
    re.MULTILINE,
)
_PLACE = re.compile(r"(?:Hà Nội|Thành phố[^,\n]{0,30}|[^\s,][^,\n]{2,30}),\s*(?=ngày\s*\d)")
_ISSUERS = re.compile(
    r"(?:ỦY BAN|UỶ BAN|HỘI ĐỒNG|BỘ|CHÍNH PHỦ|QUỐC HỘI|THỦ TƯỚNG|TÒA ÁN|VIỆN|HỘI LIÊN HIỆP)(?![\wÀ-ỹ])[^a-z\d]*"
)
_UNIT = re.compile(r"(\s(?:phường|xã|quận|huyện|tỉnh|thành phố|đặc khu|thị trấn)\s)((?:(?!ban\s)[^\W\d_]+\s?){1,4})")


def verified_on(text: str) -> date | None:
    """The day on which a consolidated text was signed."""
    place = text.rfind(VERIFIED)
    near = text[max(0, place - 400) : place + 1_500] if place >= 0 else ""
    stated = _PLACE.search(near)
    return first_date(near[stated.end() :]) if stated else None


def adopted_on(text: str) -> date | None:
    """The day on which the closing words say that a law was adopted."""
    adopted = [match.end() for match in _CLOSING.finditer(text)]  # annexes may follow it
    adopted += [match.end() for match in _ADOPTED.finditer(text, max(0, len(text) - 6_000))]
    for place in reversed(adopted):
        if (day := first_date(text[place : place + 60])) is not None:
            return day
    return None


def constitution_year(text: str, end: int) -> int | None:
    """The year of a constitution: of its adoption, told in the words up to `end` or after, else the one named first."""
    adopted = _ADOPTED.search(text, max(0, end - 4_000))
    if adopted and (day := first_date(text[adopted.start() : adopted.start() + 120])):
        return day.year
    named = re.search(r"(?:Hiến pháp|HIẾN PHÁP)\D{0,80}?((?:19|20)\d\d)", text[:3_000])
    return int(named[1]) if named else None


def issuer_in(head: str) -> str | None:
    """The body that stands at the top of the first page, in ordinary letters."""
    for line in head.split("\n")[:12]:
        cell = re.split(r"\s+(?:CỘNG H|SỐ\s*:|Số\s*:|ĐỘC LẬP)", line.split("\t")[0].strip())[0]
        if (match := _ISSUERS.match(cell)) and len(words := match[0].strip(" -–_*:")) > 3:
            return _UNIT.sub(lambda unit: unit[1] + unit[2].title(), words[:1] + words[1:].lower())
    return None
