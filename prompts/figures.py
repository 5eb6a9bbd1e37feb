"""The numbers of a Vietnamese sentence, so that `07 tuổi`, `bảy tuổi` and `7 tuổi` are one."""

from __future__ import annotations

import re
from fractions import Fraction

_DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6,
    "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tr": 10**6, "tỷ": 10**9, "tỉ": 10**9, "k": 10**3}
_DATE = re.compile(r"(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?!\d)")
_LONG_DATE = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})")
_NUMBER = re.compile(r"(?<![\w.,])(\d+(?:[.,]\d+)*)\s*(nghìn|ngàn|triệu|tr|tỷ|tỉ|k(?!\w))?(?:\s+(triệu|tỷ|tỉ))?")
_WORD = re.compile(r"[^\W\d_]+")
_UNITS = frozenset(
    [
        "năm",
        "tháng",
        "tuần",
        "ngày",
        "giờ",
        "tuổi",
        "lần",
        "người",
        "con",
        "đồng",
        "phần",
        "điều",
        "khoản",
        "mét",
        "suất",
        "thành",
        "viên",
        "bên",
        "bản",
    ]
)
"""A spelt number counts only before one of these: `một` is mostly an article."""


def figures(text: str) -> frozenset[Fraction | str]:
    """All amounts as numbers, all full days as `dd/mm/yyyy`."""
    lowered = text.lower()
    found: set[Fraction | str] = set()
    for pattern in (_LONG_DATE, _DATE):
        for day, month, year in pattern.findall(lowered):
            found.add(f"{int(day):02}/{int(month):02}/{year}")
        lowered = pattern.sub(" ", lowered)
    for digits, scale, wider in _NUMBER.findall(lowered):
        found.add(_value(digits) * _SCALES.get(scale, 1) * _SCALES.get(wider, 1))
    return frozenset(found | _spelt(lowered))


def _value(digits: str) -> Fraction:
    """`1.000.000` and `1,5` as a Vietnamese reader takes them."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", digits):
        return Fraction(digits.replace(".", ""))
    if re.fullmatch(r"\d+[.,]\d+", digits):
        return Fraction(digits.replace(",", "."))
    return Fraction(re.sub(r"\D", "", digits))


def _spelt(text: str) -> set[Fraction | str]:
    found: set[Fraction | str] = set()
    words = _WORD.findall(text)
    start = 0
    while start < len(words):
        value, length = _read(words[start:])
        if length and start + length < len(words) and words[start + length] in _UNITS:
            found.add(Fraction(value))
        start += max(length, 1)
    return found


def _read(words: list[str]) -> tuple[int, int]:
    """The number spelt by the first words, below a thousand, and how many words it takes (0: none)."""
    if not words or (words[0] not in _DIGITS and words[0] != "mười"):
        return 0, 0
    value, place = (10, 1) if words[0] == "mười" else (_DIGITS[words[0]], 1)
    while place < len(words):
        word = words[place]
        if word == "trăm" and value < 10:
            value *= 100
        elif word == "mươi" and value % 10:
            value = value - value % 10 + value % 10 * 10
        elif word == "mười" and value >= 100:
            value += 10
        elif word in _DIGITS and value % 10 == 0 and value and not _is_unit(words, place):
            value += _DIGITS[word]
        elif word in ("linh", "lẻ"):
            pass
        else:
            break
        place += 1
    return value, place


def _is_unit(words: list[str], place: int) -> bool:
    """Whether `năm` means years here: nothing that could be counted follows it."""
    return words[place] == "năm" and not (place + 1 < len(words) and words[place + 1] in _UNITS)
