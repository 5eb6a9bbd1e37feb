"""The first page of a document: number, type, title, place and day, and the grounds it stands on."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from datetime import date

from ingest.dates import first_date
from ingest.number import first_number
from ingest.structure.labels import claim_of, is_upper

TYPES = (
    "Văn bản hợp nhất", "Thông tư liên tịch", "Nghị quyết liên tịch", "Bộ luật", "Hiến pháp", "Pháp lệnh",
    "Nghị định", "Nghị quyết",
    "Quyết định", "Thông tư", "Chỉ thị", "Công điện", "Kế hoạch", "Thông báo", "Hướng dẫn", "Công văn", "Luật", "Lệnh",
    "Án lệ",
)  # fmt: skip
_TYPE_LINE = re.compile(rf"(?:{'|'.join(t.upper() for t in TYPES)})(?![\wÀ-ỹ])")
_PLACE_DAY = re.compile(r"(?:^|\s)[A-ZĐ][^\d\n,.;:]{2,40},\s*ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4}")
_WRAPPER = re.compile(rf"((?:{'|'.join(TYPES)})\s.{{3,400}})\s+số\s+(\S.*)$", re.IGNORECASE)
_STOPS = re.compile(
    r"(?:Căn cứ|CĂN CỨ|Quốc hội ban hành|[_\-–=*.…]{3,}|Theo đề nghị|Xét đề nghị|Thực hiện|Để "
    r"|QUYẾT NGHỊ|QUYẾT ĐỊNH\s*:|Lời nói đầu|LỜI NÓI ĐẦU"
    r"|CHÍNH PHỦ$|QUỐC HỘI$|THỦ TƯỚNG|BỘ TRƯỞNG|CHỦ TỊCH|ỦY BAN|UỶ BAN|HỘI ĐỒNG"
    r"|Số\s*:|Nguồn:|Kính gửi|CỘNG HÒA|CỘNG HOÀ|MỤC LỤC)"
    r"|.{0,160}(?:có hiệu lực|được sửa đổi, bổ sung bởi)"
    r"|(?:Luật|Bộ luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Pháp lệnh)(?: này| [^.]{3,200} số \d+/)"
)
_NUMBERED = re.compile(r"(?:(?:Bộ luật|Luật|Nghị quyết|Nghị định)\s+)?[Ss]ố\s*:\s*\d")
_BLANK = re.compile(r"[Ss][ốỐ]\s*:\s*(?:[.…_]+\s*)?/")
_OLD_NAME = re.compile(
    r"của [^\d]{2,60}? số \S+ ngày (?:\d+[/-]\d+[/-]\d{4}|\d+ tháng \d+ năm \d{4})\s*(?:về (?!việc))?", re.IGNORECASE
)
"""What older texts put between type and title: `của Quốc hội số … ngày … về`."""
_NUMBER_IN_NAME = re.compile(r"\b\d+[a-z]?/(?:\d{4}/)?[\wđ]+(?:-[\wđ]+)*")
_LAW_IN_NAME = re.compile(
    r"(?:(?<=\bcủa )|(?<=, )|(?<=\bvà ))(bộ luật|luật|pháp lệnh|hiến pháp)(?: (?!này|số)(\w))?"
    r"|\b(luật|pháp lệnh|nghị định|nghị quyết|thông tư|quyết định)(?= số \d)"
)
_SELF = re.compile(rf"^({'|'.join(TYPES)}) này (?:quy định|hướng dẫn|ban hành|sửa đổi|điều chỉnh)", re.MULTILINE)
_MOTTO = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA|Độc lập - Tự do|Độc lập- Tự do")


@dataclass(frozen=True, slots=True)
class Front:
    """What the head of a document says; None or empty where it does not."""

    number: str | None = None
    type: str | None = None
    title: str = ""
    day: date | None = None
    place: str = ""


def read_front(head: str) -> Front:
    """Read the lines before the first article."""
    lines = [line for line in head.split("\n") if line]
    wrapper = _wrapper(lines)
    type_, title = _type_and_title(lines)
    number = _number(lines)
    if wrapper is not None:
        number = first_number("Số " + wrapper[2]) or number
        title = _better(title, wrapper[1], type_ or wrapper[0])
        type_ = type_ or wrapper[0]
    day_line = next((line for line in lines if (m := _place_line(line)) and m), "")
    return Front(number, type_, title, first_date(day_line) if day_line else None, day_line.split(",")[0].strip())


def type_in_words(text: str) -> str | None:
    """What a text without a head calls itself in its scope: `Luật này quy định …`; None where it does not."""
    own = _SELF.search(text)
    return own[1] if own else None


def _number(lines: list[str]) -> str | None:
    """The stated number: of a line `… số: …` first, else of any line that is no ground."""
    rest = [line for line in lines if not line.startswith(("Căn cứ", "CĂN CỨ"))]
    stated = [line for line in rest if re.search(r"(?:^|[\s|])[Ss][ốỐ]\s*:", line)]
    if any(_BLANK.search(line) for line in stated):
        return None  # a draft: its number is not given yet, and any other number here is another document's
    return next((number for line in (*stated, *rest) if (number := first_number(line))), None)


def cased(title: str, text: str) -> str:
    """A title in capitals as the text itself writes it elsewhere; else with one capital letter."""
    if not is_upper(title):
        return title[:1].upper() + title[1:]
    flat = re.sub(r"\s+", " ", text[:200_000])
    place, wanted = 0, title.lower()
    lowered = flat.lower()
    while len(lowered) == len(flat) and (place := lowered.find(wanted, place)) >= 0:
        found = flat[place : place + len(title)]
        if not is_upper(found):
            return found[:1].upper() + found[1:]
        place += len(title)
    return title[:1] + _NUMBER_IN_NAME.sub(_number_in_name, _LAW_IN_NAME.sub(_law_in_name, title.lower()))[1:]


def _law_in_name(law: re.Match[str]) -> str:
    """`luật quy hoạch` → `Luật Quy hoạch`."""
    if law[3]:
        return law[3].capitalize()
    return law[1].capitalize() + (" " + law[2].upper() if law[2] else "")


def _number_in_name(number: re.Match[str]) -> str:
    return number[0].upper().replace("-TTG", "-TTg")


def bare_title(title: str, number: str) -> str:
    """A title without the document's own number, and without the issuer and day that older texts put before it."""
    title = _OLD_NAME.sub("", title, count=1) if _OLD_NAME.match(title) else title
    own = re.compile(rf"\s+số {re.escape(number)}\.?$", re.IGNORECASE)
    return (own.sub("", title) if number else title).strip(" .*_-")


def _place_line(line: str) -> bool:
    cells = [cell for cell in line.split("\t") if not cell.startswith(("Căn cứ", "CĂN CỨ", "(", "Luật", "Bộ luật"))]
    return any(_PLACE_DAY.search(cell) and len(cell) < 160 for cell in cells)


def _wrapper(lines: list[str]) -> tuple[str, str, str] | None:
    """The title line of a vbpl.vn export, told by the `Nguồn:` line after it: type, title, number."""
    for line, after in itertools.pairwise(lines):
        if after.startswith("Nguồn:") and (match := _WRAPPER.match(line)):
            type_ = next(t for t in TYPES if match[1].lower().startswith(t.lower()))
            return type_, match[1][len(type_) :].strip(), match[2].strip()
    return None


def _better(title: str, wrapped: str, type_: str) -> str:
    """Of the title in the text and the portal's, the one in lower case when they are the same words."""
    bare = wrapped[len(type_) :].strip() if wrapped.lower().startswith(type_.lower()) else wrapped
    if not title:
        return bare
    return bare if is_upper(title) and title.lower() == bare.lower() else title


def _type_and_title(lines: list[str]) -> tuple[str | None, str]:
    for place, line in enumerate(lines):
        match = _TYPE_LINE.match(line)
        if match is None or line.rstrip().endswith(":") or _MOTTO.search(line):
            continue
        rest = line[match.end() :].strip()
        if rest and not is_upper(rest) and not place < 3:
            continue
        if rest.startswith(("-", "–")):  # the gazette's own section head: `VĂN BẢN HỢP NHẤT - VĂN PHÒNG QUỐC HỘI`
            continue
        if first_number(line) or re.match(r"(?:số|SỐ)\s*:?\s*\d", rest):
            continue
        type_ = next(t for t in TYPES if t.upper() == match[0])
        words = _title_lines(rest, lines[place + 1 : place + 9])
        return type_, " ".join(words).strip(" .*_-")
    return _named_at_once(lines[:5])


def _title_lines(first: str, lines: list[str]) -> list[str]:
    """The lines of a title: what stands beside the type, and what follows until the text itself begins."""
    words = [first] if first else []
    for line in lines:
        if not words and _NUMBERED.match(line):
            continue
        if _STOPS.match(line) or claim_of(line) or _MOTTO.search(line) or "\t" in line or _place_line(line):
            break
        if words and _is_sentence(" ".join(words), line):
            break
        words.append(line)
    return words


def _is_sentence(title: str, line: str) -> bool:
    """Whether a line is of the text: a title does not go on in small letters after capitals, nor in whole sentences."""
    if is_upper(line):
        return False
    return is_upper(title) or (line[0].isupper() and line.endswith((".", ":", ";")))


def _named_at_once(lines: list[str]) -> tuple[str | None, str]:
    """Type and title of a text that begins with its name in small letters: `Luật Bảo hiểm xã hội`."""
    for line in lines:
        type_ = next((t for t in TYPES if line.startswith(t + " ")), None)
        if type_ is not None and line[len(type_) + 1].isupper() and len(line) < 200 and line[-1] not in ".;:,":
            return type_, line[len(type_) :].strip()
    return None, ""
