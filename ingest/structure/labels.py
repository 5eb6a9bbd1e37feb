"""What the first words of a line claim to be: `Điều 12a.`, `2-`, `đ)`, `Chương IV`, `PHỤ LỤC II`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.level import Level
from ingest.numerals import from_ordinal, from_roman


@dataclass(frozen=True, slots=True)
class Claim:
    """A line that may begin a provision. `value` orders the number; `suffix` is the letter of an inserted one."""

    level: Level
    number: str
    value: int
    suffix: str
    label_end: int
    """Length of the label in the line: `Điều 1`, `1.`, `a)`."""
    rest_at: int
    """Where the words after the label begin in the line."""
    strong: bool
    """Whether the punctuation after the number is that of a heading, not of a reference."""


_UPPER = "A-ZĐÀ-ÖØ-ÞĂĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_SPOT = "ẳẵằắẩẫầấểễềếổỗồốởỡờớẲẴẰẮẨẪẦẤỂỄỀẾỔỖỒỐỞỠỜỚ"
"""What text recognition makes of a full stop stuck to a number (`Điều 7ẳ Hiệu lực`): no Vietnamese number has these."""
_DIEU = re.compile(
    r"(?:Đ|đ)(?:iều|IỀU|iêu|IÊU|iền)\s*(\d{1,4})\s?([a-zđ](?![\wÀ-ỹ]))?"
    rf"\s*([.:]|(?<=\d)[{_SPOT}](?=\s))?\s*"
)
_KHOAN = re.compile(rf"(\d{{1,3}})([a-zđ]?)\s?(?:([.])(?!\d)|(?<=\d)[{_SPOT}](?=\s)|([-–/])(?=\s|[^\d\s])|\)(?=\s))\s*")
_NOTED = re.compile(rf"(\d{{1,3}})([a-zđ]?)\.\d{{1,3}}\s+(?=[{_UPPER}(])")
_DIEM = re.compile(r"([a-zđ])(\d{0,2})\s?(?:(\))|([./-])(?=\s))\s*")
_PHAN = re.compile(
    r"(?:PHẦN|Phần)\s+((?:THỨ|Thứ|thứ)\s+[^\W\d_]+(?:\s(?:một|hai|MỘT|HAI)\b)?|[IVXLC]+|\d{1,2})\b([.:])?\s*"
)
_CHUONG = re.compile(
    rf"(?:CHƯƠNG|Chương|CHUƠNG)\s+([IVXLC]+(?![{_UPPER}])|(?=[IVX])X{{0,3}}(?:IX|IV|V?I{{0,3}})|\d{{1,3}})\s?"
    r"([a-zđ](?![\wÀ-ỹ]))?\s*([.:–-])?\s*"
)
"""A numeral ends where the name of a chapter is stuck to it: `Chương IIVIỆC LÀM`."""
_NUMBER_ENDS = rf"(?:(?![\wÀ-ỹ])|(?<=\d)(?=[{_UPPER}]{{2}}))"
"""A figure also ends where the name of a section is stuck to it: `Mục 2ĐẤU GIÁ`."""
_MUC = re.compile(rf"(?:MỤC|Mục)\s+([IVXLC]+|\d{{1,3}}|[A-ZĐ])([a-zđ](?![\wÀ-ỹ]))?{_NUMBER_ENDS}\s*([.:–-])?\s*")
_TIEU_MUC = re.compile(
    rf"(?:TIỂU MỤC|Tiểu mục|TIỂU MUC)\s+([IVXLC]+|\d{{1,3}})([a-zđ](?![\wÀ-ỹ]))?{_NUMBER_ENDS}\s*([.:–-])?\s*"
)
_PHU_LUC = re.compile(
    r"(?:PHỤ LỤC|Phụ lục)(?:\s+(?:SỐ|số|Số)?\s*([IVXLC]+|\d{1,3}|[A-ZĐ])([a-zđ]?)(?![\wÀ-ỹ]))?\s*([.:–-])?\s*"
)
_MAU = re.compile(
    r"(?:Mẫu|MẪU|Biểu mẫu|BIỂU MẪU|Biểu|BIỂU)\s+(?:số|SỐ)\s*:?\s*([0-9]{1,3}[A-Za-z]?)(?![\wÀ-ỹ])\s*[.:]?\s*"
)
_CODED = re.compile(r"(?:Mẫu|MẪU)\s+((?:[A-ZĐ]{1,6}-){0,3}\d{1,3}[a-z]?)[.:]?\s*(?=$|\()")
"""A form without the word `số` needs the line for itself: `Mẫu TP-CC-01`."""
_BARE = re.compile(rf"(\d{{1,3}})\s+(?=[{_UPPER}])")
_SECTION = re.compile(r"([IVX]{1,6})\s?[.\-]\s+")
_REFERENCE_WORDS = re.compile(
    r"(?:của|và|hoặc|hay|này|nêu|theo|trên|tại|đến|Luật|Bộ luật|Nghị định|Nghị quyết"
    r"|Thông tư|Quyết định|Pháp lệnh|Hiến pháp"
    r"|Quy chế này|Quy định này)(?![\wÀ-ỹ])"
)


def claim_of(line: str) -> Claim | None:
    """What a line claims to be, or None: cheap, decided on the line alone."""
    first = line[:1]
    if first.isdigit():
        return _clause(line)
    if first in "Đđ" and line[1:2] in "iI" and (claim := _article(line)):
        return claim
    if first in "PCMTpcmt" and (claim := _grouping(line)):
        return claim
    return _point(line) if first.islower() else None


def annex_of(line: str) -> Claim | None:
    """Whether a line begins an annex or a form (`PHỤ LỤC I`, `Mẫu số 01`); a form counts as an annex `Mau01`."""
    if match := _PHU_LUC.match(line):
        number = (match[1] or "") + (match[2] or "")
        rest = line[match.end() :]
        if match[0][:3].isupper() or not rest or (match[3] and rest[:1].isupper()):
            return Claim(
                Level.PHU_LUC, number, 0, "", len(match[0].rstrip(" .:–-")), match.end(), match[0][:3].isupper()
            )
    if (match := _MAU.match(line)) and len(line) < 120 and not line[match.end() :][:1].islower():
        return Claim(Level.PHU_LUC, "Mau" + match[1], 0, "", len(match[0].rstrip(" .:")), match.end(), False)
    if match := _CODED.match(line):
        number = "Mau" + match[1].replace("-", ".")
        return Claim(Level.PHU_LUC, number, 0, "", len(match[0].rstrip(" .:")), match.end(), False)
    return None


def section_of(line: str) -> Claim | None:
    """Whether a line begins a section of a long article (`II. NHIỆM VỤ`), as decisions on plans have."""
    match = _SECTION.match(line)
    value = from_roman(match[1]) if match else None
    if match is None or value is None or not is_upper(line[match.end() :]):
        return None
    return Claim(Level.MUC, match[1], value, "", len(match[0].rstrip()), match.end(), True)


def noted_clause(line: str) -> Claim | None:
    """A clause whose number has the mark of a note stuck to it (`8.5 (được bãi bỏ)`), as consolidated texts have."""
    match = _NOTED.match(line)
    if match is None:
        return None
    number = match[1] + match[2]
    return Claim(Level.KHOAN, number, int(match[1]), match[2], len(number) + 1, match.end(), True)


def bare_clause(line: str) -> Claim | None:
    """A clause whose number has lost its full stop (`1 Trường hợp …`): the numbers around it must prove it."""
    match = _BARE.match(line)
    if match is None or _REFERENCE_WORDS.match(line[match.end() :]):
        return None
    number = match[1].lstrip("0")
    return Claim(Level.KHOAN, number, int(match[1]), "", len(match[1]), match.end(), False)


def is_upper(text: str) -> bool:
    """Whether a line is set in capitals, as headings are."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 1 and sum(c.isupper() for c in letters) >= 0.9 * len(letters)


def _article(line: str) -> Claim | None:
    match = _DIEU.match(line)
    if not match:
        return None
    rest = line[match.end() :]
    strong = match[3] is not None
    if rest and (rest[0] in ',;)”"' or _REFERENCE_WORDS.match(rest)) and not (strong and match[3] == "."):
        return None
    if rest and not strong and rest[0].islower():
        return None
    label = len(match[0].rstrip().rstrip(".:" + _SPOT).rstrip())
    return Claim(Level.DIEU, match[1] + (match[2] or ""), int(match[1]), match[2] or "", label, match.end(), strong)


def _clause(line: str) -> Claim | None:
    match = _KHOAN.match(line)
    if not match or not line[match.end() :]:
        return None
    label = len(match[0].rstrip())
    return Claim(
        Level.KHOAN, match[1].lstrip("0") + match[2], int(match[1]), match[2], label, match.end(), bool(match[3])
    )


def _point(line: str) -> Claim | None:
    match = _DIEM.match(line)
    if not match or not line[match.end() :]:
        return None
    value = _ALPHABET.index(match[1])
    return Claim(Level.DIEM, match[1] + match[2], value, match[2], len(match[0].rstrip()), match.end(), bool(match[3]))


def _grouping(line: str) -> Claim | None:
    found = next(((level, match) for level, pattern in _GROUPINGS if (match := pattern.match(line))), None)
    if found is None:
        return None
    level, match = found
    raw = match[1]
    suffix = (match[2] or "") if level is not Level.PHAN else ""
    mark = match[3] if level is not Level.PHAN else match[2]
    value = _value(raw)
    rest = line[match.end() :]
    if value is None or (
        rest and (rest[0] in ",;)" or (not mark and (rest[0].islower() or _REFERENCE_WORDS.match(rest))))
    ):
        return None
    number = (raw if raw[:1].isdigit() or _roman(raw) else str(value)) + suffix
    label = len(line[: match.end()].rstrip().rstrip(".:–-").rstrip())
    return Claim(level, number, value, suffix, label, match.end(), not rest or bool(mark) or is_upper(rest))


def _value(raw: str) -> int | None:
    if raw.isdigit():
        return int(raw)
    if (roman := from_roman(raw)) is not None:
        return roman
    if len(raw) == 1:
        return ord(raw) - ord("A") + 1
    return from_ordinal(raw)


def _roman(raw: str) -> bool:
    return from_roman(raw) is not None or len(raw) == 1


_GROUPINGS = (
    (Level.PHAN, _PHAN),
    (Level.CHUONG, _CHUONG),
    (Level.MUC, _MUC),
    (Level.TIEU_MUC, _TIEU_MUC),
)
_ALPHABET = "abcdđefghijklmnopqrstuvwxyz"
