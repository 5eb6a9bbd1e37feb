"""Places as they are written: `điểm a`, `các khoản 1, 2 và 3`, `Điều này`, `Chương II`, one piece for each number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.level import Level
from ingest.numerals import from_ordinal, from_roman
from ingest.places import ITEM, LETTER


@dataclass(frozen=True, slots=True)
class Piece:
    """One level with its number; an empty number is `này`. `joined` tells that it goes on a list of bare numbers."""

    level: Level
    number: str
    start: int
    end: int
    joined: str = ""


_NUMBER = rf"{ITEM}(?![.,]\d)"
_GROUP = r"(?:[IVXLC]+|\d{1,3}|[A-ZĐ])[a-zđ]?(?!\w)"
_ORDINAL = r"thứ\s+[^\W\d_]+(?:\s(?:một|hai))?(?!\w)|[IVXLC]+(?!\w)|\d{1,2}(?!\w)"
_HERE = r"này(?!\w)"
_HEAD = re.compile(
    rf"(?<!\w)(?:(?P<diem>[Đđ]iểm)\s+(?:từ\s+)?(?P<n1>{LETTER}(?!\.\d)|\d{{1,2}}(?![\w.]\w)|{_HERE})\)?"
    rf"|(?P<khoan>[Kk]hoản)\s+(?:từ\s+)?(?P<n2>{_NUMBER}|{_HERE})"
    rf"|(?P<dieu>[Đđ]iều)\s+(?:từ\s+)?(?P<n3>{_NUMBER}|(?<=Điều\s){_HERE})"
    rf"|(?P<tieu_muc>[Tt]iểu mục)\s+(?P<n4>{_GROUP}|{_HERE})"
    rf"|(?P<muc>Mục)\s+(?P<n5>{_GROUP}|{_HERE})"
    rf"|(?P<chuong>Chương|(?<!uân )(?<!uy )chương)\s+(?P<n6>{_GROUP}|{_HERE})"
    rf"|(?P<phan>Phần)\s+(?P<n7>{_ORDINAL}|{_HERE}))"
)
_MORE = r"(?P<join>,?\s+(?:và|hoặc|hay)\s+|,\s+|\s+đến\s+(?:hết\s+)?|\s*[-–]\s*(?=\d))"
_UNIT = (
    r"(?!\s*(?:%|/|\)|(?:ngày|tháng|năm|giờ|phút|tuổi|lần|người|triệu|tỷ|đồng|nghìn|mét|m|km|kg|ha|phần|bản|bộ"
    r"|trường hợp|tầng|tuần|cấp|loại|nhóm|mẫu|trang|luật|nghị định|đối tượng|thành viên|mức|hộ)(?!\w)))"
)
_NEXT = {
    Level.DIEM: re.compile(rf"{_MORE}(?P<n>{LETTER})(?!\s*[.)]\s*\w)"),
    Level.KHOAN: re.compile(rf"{_MORE}(?P<n>{_NUMBER}){_UNIT}"),
    Level.DIEU: re.compile(rf"{_MORE}(?P<n>{_NUMBER}){_UNIT}"),
    Level.MUC: re.compile(rf"{_MORE}(?P<n>(?:[IVXLC]+|\d{{1,3}})(?!\w)){_UNIT}"),
    Level.CHUONG: re.compile(rf"{_MORE}(?P<n>[IVXLC]+(?!\w))"),
}


def pieces_in(text: str) -> Iterator[Piece]:
    """Every piece of a place, in order."""
    place = 0
    while head := _HEAD.search(text, place):
        level = Level(next(name for name in _LEVELS if head[name]))
        raw = next(head[f"n{n}"] for n in range(1, 8) if head[f"n{n}"])
        number = "" if raw == "này" else _number(level, raw)
        yield Piece(level, number, head.start(), head.end())
        place = head.end()
        while number and level in _NEXT and (more := _NEXT[level].match(text, place)):
            if "\n" in more["join"]:
                break
            yield Piece(level, _number(level, more["n"]), more.start("n"), more.end(), more["join"])
            place = more.end()


_LEVELS = ("diem", "khoan", "dieu", "tieu_muc", "muc", "chuong", "phan")


def _number(level: Level, raw: str) -> str:
    """A number as provisions have it: without leading zeros; `thứ ba` is 3."""
    if level is Level.PHAN and from_roman(raw) is None and not raw.isdigit():
        return str(from_ordinal(" ".join(raw.split())) or raw.split()[-1])
    return raw.lstrip("0") or raw
