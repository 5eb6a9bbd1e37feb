"""Roman numerals, list letters and the ordinals of Vietnamese headings."""

from __future__ import annotations

import re

_ROMAN = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]  # fmt: skip
_VALID = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_ORDINALS = {
    "nhất": 1, "một": 1, "hai": 2, "nhì": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12,
}  # fmt: skip
POINTS = "abcdđeghiklmnopqrstuvxy"
"""The letters of points (điểm), in order (domain 1.3): no f, j, w, z."""


def to_roman(number: int) -> str:
    """`4` → `IV`; digits where there is no numeral."""
    if not 0 < number < 4000:
        return str(number)
    out = []
    for value, letters in _ROMAN:
        while number >= value:
            out.append(letters)
            number -= value
    return "".join(out)


def from_roman(text: str) -> int | None:
    """`IV` → 4; None for what is no numeral."""
    if not text or not _VALID.fullmatch(text):
        return None
    total, rest = 0, text
    for value, letters in _ROMAN:
        while rest.startswith(letters):
            total += value
            rest = rest[len(letters) :]
    return total


def to_letters(number: int) -> str:
    """Word's list letters: 1 → `a`, 27 → `aa`."""
    if number < 1:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def from_ordinal(words: str) -> int | None:
    """`thứ nhất` → 1, `THỨ BA` → 3."""
    return _ORDINALS.get(" ".join(words.lower().removeprefix("thứ").split()))
