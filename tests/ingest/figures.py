"""The figures of a Vietnamese legal text: ages, terms, amounts, shares and dates, in digits or in words."""

import re
import unicodedata
from typing import NamedTuple

_DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_TENS = {"mười": 10, "mươi": 10}
_SCALES = {"trăm": 100, "nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000}
_UNITS = (
    "ngày làm việc", "tháng tuổi", "tuổi", "tháng", "ngày", "năm", "giờ", "phút", "tuần", "lần", "đồng", "đời",
)  # fmt: skip
_SAME = {"phần trăm": "%", "tháng tuổi": "tháng"}
_WORD = "|".join([*_DIGITS, *_TENS, *_SCALES])
_UNIT = "|".join(_UNITS)
_DATE = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b|\bngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})\b")
_DOCUMENT = re.compile(r"\b[\d.]+/(?:\d{4}/)?[A-ZĐ][\w-]*|\[\d+\]")
_IN_DIGITS = re.compile(rf"\b(\d[\d.]*(?:,\d+)?)\s*(%|trăm|nghìn|triệu|tỷ)?\s*({_UNIT})?(?!\w)")
_IN_WORDS = re.compile(rf"(?<!\w)((?:{_WORD})(?:\s+(?:{_WORD}))*)\s+({_UNIT}|phần trăm)(?!\w)")


class Figure(NamedTuple):
    """A value with its unit; the unit is empty when the text gives none."""

    value: float
    unit: str


def plain(text: str) -> str:
    """Return the text in NFC, lower case, with single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).lower().split())


def dates(text: str) -> set[str]:
    """Return the days named in the text, ISO."""
    found = (tuple(part for part in match.groups() if part) for match in _DATE.finditer(plain(text)))
    return {f"{year}-{int(month):02}-{int(day):02}" for day, month, year in found}


def figures(text: str) -> set[Figure]:
    """Return every figure of the text, dates and document numbers left out."""
    bare = _DATE.sub(" ", _DOCUMENT.sub(" ", unicodedata.normalize("NFC", text)))
    bare = _DATE.sub(" ", plain(bare))
    found = {_from_digits(*match.groups()) for match in _IN_DIGITS.finditer(bare)}
    for words, unit in _IN_WORDS.findall(bare):
        value = _from_words(words.split())
        if value is not None:
            found.add(Figure(value, _SAME.get(unit, unit)))
    return found


def unfounded(told: str, official: str) -> set[Figure]:
    """Return the figures of what is told that the official words do not carry."""
    known = figures(official)
    values = {figure.value for figure in known}
    return {figure for figure in figures(told) if figure not in known and (figure.unit or figure.value not in values)}


def _from_digits(number: str, scale: str | None, unit: str | None) -> Figure:
    number = number.rstrip(".")
    value = float(number.replace(".", "").replace(",", "."))
    if scale == "%":
        return Figure(value, "%")
    return Figure(value * _SCALES.get(scale or "", 1), _SAME.get(unit or "", unit or ""))


def _from_words(words: list[str]) -> int | None:
    """Read a number in words; None for what is none ("năm" alone before "năm" is a year)."""
    total, current = 0, 0
    for word in words:
        if word in _DIGITS:
            current += _DIGITS[word]
        elif word in _TENS:
            current = (current or 1) * 10
        elif word == "trăm":
            current *= 100
        else:
            total, current = total + current * _SCALES[word], 0
    return (total + current) or None
