"""Where a document is law: acts of local councils and committees hold in their own place alone."""

from __future__ import annotations

import re

EVERYWHERE = "toàn quốc"
_LOCAL = re.compile(r"-(?:UBND|HĐND|HDND)\d*$", re.IGNORECASE)
_BESIDE = re.compile(r"\s+(?:CỘNG H|SỐ\s*:|ĐỘC LẬP)", re.IGNORECASE)
_PLACE = re.compile(
    r"(?:ủy ban|uỷ ban|hội đồng) nhân dân[\s,]+(tỉnh|thành phố|tp\.|đặc khu|quận|huyện|thị xã|thị trấn|phường|xã)"
    r"\s+([^\W\d_]+(?:(?:\s+|\s*-\s*)[^\W\d_]+){0,4})",
    re.IGNORECASE,
)
_NEXT_UNIT = re.compile(r"\s+(?:tỉnh|thành phố|huyện|quận|thị xã)\s.*$", re.IGNORECASE)


def territory_of(number: str, head: str, issuer: str) -> str:
    """The place of a local act, in ordinary letters, from its issuer or the top of its first page.

    `toàn quốc` where the number is none of a local body, or the place is not told.
    """
    if not _LOCAL.search(number):
        return EVERYWHERE
    match = _PLACE.search(issuer) or _PLACE.search(_top(head))
    if match is None:
        return EVERYWHERE
    unit = "thành phố" if match[1].lower() == "tp." else match[1].lower()
    name = _NEXT_UNIT.sub("", " ".join(match[2].split()))
    return f"{unit} {name.title()}"


def _top(head: str) -> str:
    """The first cells of the first lines up to the number: a long name of an issuer runs over two."""
    cells = []
    for line in head.split("\n")[:12]:
        cell = _BESIDE.split(line.split("\t")[0].strip())[0]
        if re.match(r"(?:số\s*:|[-–—_*]{3}|căn cứ|nghị quyết|quyết định|cộng h)", cell, re.IGNORECASE):
            break
        cells.append(cell)
    return " ; ".join(cells).replace("NHÂN DÂN ;", "NHÂN DÂN").replace("nhân dân ;", "nhân dân")
