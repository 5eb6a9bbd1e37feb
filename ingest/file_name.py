"""What a file's name hints at: a number, and which part of a document it is. A hint only; the text decides."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

_PART = re.compile(r"[-_ .](?:part|phan|phần|p)[-_ ]?(\d{1,3})$", re.IGNORECASE)
_SLUG = re.compile(
    r"(?:^|[-_ ])(?P<n>\d{1,5}(?:-\d(?=-\d{4}-nq-cp))?)"
    r"(?:[-_ ](?P<year>(?:19|20)\d\d))?[-_ ]"
    r"(?P<tail>(?:qh|ubtvqh|lct|vbhn|nd|nq|qd|tt|ttlt|ct|kh|tb|pl|cd)\d*(?:[-_ ][a-z0-9]+)*?)"
    r"(?:[-_ ](?:unofficial|vbpl|cong|phap|structured|partial|retyped|sua|quy|gia).*)?$"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SERIAL = re.compile(r"\d{1,5}[a-z]?")
_CHANGES = re.compile(r"\b(?:sua doi|bo sung|thay the|bai bo|huong dan|dinh chinh|thi hanh)\b")
_CODES = {
    "nd": "NĐ", "nq": "NQ", "qd": "QĐ", "tt": "TT", "ttlt": "TTLT", "ct": "CT", "vbhn": "VBHN",
    "kh": "KH", "tb": "TB", "pl": "PL", "cd": "CĐ",
    "ttg": "TTg", "hdtp": "HĐTP", "hdnd": "HĐND", "hdnn8": "HĐNN8",
    "bldtbxh": "BLĐTBXH", "bgddt": "BGDĐT", "bkhdt": "BKHĐT",
}  # fmt: skip


def part_of_file(stem: str) -> tuple[str, int | None]:
    """`102-2024-nd-cp-part-2` → (`102-2024-nd-cp`, 2); None where the name tells no part."""
    match = _PART.search(stem)
    return (stem[: match.start()], int(match[1])) if match else (stem, None)


def number_of_file(stem: str) -> str | None:
    """The number that a file's name seems to hold: `121-2025-vbhn-vpqh` → `121/VBHN-VPQH`."""
    name = unicodedata.normalize("NFC", part_of_file(stem)[0]).lower().replace("đ", "d")
    match = _SLUG.search(name)
    if match is None:
        return None
    codes = [_CODES.get(code, code.upper()) for code in re.split(r"[-_ ]", match["tail"])]
    tail = "-".join(codes)
    number = match["n"].replace("-", ".")
    if codes[0] == "LCT":
        return f"{number}-{'/'.join(codes)}"
    year = None if codes[0] == "VBHN" else match["year"]
    return f"{number}/{year}/{tail}" if year else f"{number}/{tail}"


def serials_beside(stem: str, codes: Collection[str]) -> set[str]:
    """The numerals in a file's name that stand beside a code: `qd-729-ttg` has 729 beside `qd`; years are none.

    Nothing where the name tells of a change to another document (`sua-doi-qd-729-ttg`).
    """
    name = unicodedata.normalize("NFC", part_of_file(stem)[0]).lower().replace("đ", "d")
    words = [word for word in re.split(r"[-_ .,()]+", name) if word and not _YEAR.fullmatch(word)]
    if _CHANGES.search(" ".join(words)):
        return set()
    return {
        word
        for place, word in enumerate(words)
        if _SERIAL.fullmatch(word) and set(codes) & {*words[max(0, place - 1) : place], *words[place + 1 : place + 2]}
    }


def year_of_file(stem: str) -> int | None:
    """The year in a file's name."""
    match = re.search(r"(?<!\d)((?:19|20)\d\d)(?!\d)", stem)
    return int(match[1]) if match else None
