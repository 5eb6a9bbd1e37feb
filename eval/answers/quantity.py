"""Numbers as Vietnamese writes them: in digits, in words, with words of scale."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.folding import fold


@dataclass(frozen=True, slots=True)
class Value:
    """A number as it was written, and what its last word of scale stands for."""

    number: float
    scaled: bool
    factor: float = 1


def value_of(text: str) -> Value:
    """`2 triệu 500 nghìn`, `hai triệu rưỡi`, `nửa`; what is added is of the next lower scale, or half of the last."""
    total, factor, scaled = 0.0, 1.0, False
    for match in _PART.finditer(text):
        if match["half"]:
            total += factor / 2
        else:
            factor = _SCALES.get(fold(match["scale"] or ""), 1)
            scaled = scaled or bool(match["scale"])
            total += number_of(match["number"]) * factor
    return Value(total, scaled, factor)


def number_of(text: str) -> float:
    """A number in digits as Vietnamese writes them (1.000,5; 10,000,000 too), or in words up to 999."""
    if not text[0].isdigit():
        return _in_words(fold(text).split())
    text = re.sub(r"\s", "", text)
    if re.fullmatch(r"[1-9]\d{0,2}(?:,\d{3}){2,}|[1-9]\d{0,2},000", text):
        text = text.replace(",", "")
    whole, _, part = text.partition(",")
    return float(f"{whole.replace('.', '')}.{part or 0}")


def _in_words(words: list[str]) -> float:
    total, last = 0.0, 0.0
    for word in words:
        if word == "tram":
            total, last = total + last * 100, 0
        elif word in ("muoi", "chuc"):
            total, last = total + (last or 1) * 10, 0
        else:
            last = _DIGITS.get(word, last)  # linh, lẻ say nothing of their own
    return total + last


_DIGITS = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
    "nua": 0.5,
}  # fmt: skip
_SCALES = {"nghin": 1e3, "ngan": 1e3, "trieu": 1e6, "ty": 1e9, "ti": 1e9}

WORD = r"(?:một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mười|mươi|trăm|linh|lẻ|nửa)(?!\w)"
_DIGITAL = r"(?:[1-9]\d{0,2}(?:,\d{3}){2,}|\d+(?:[. ]\d{3})*(?:,\d+)?)"
SCALE = r"(?:nghìn|ngàn|triệu|tỷ|tỉ)"
_IN_WORDS = rf"{WORD}(?:\s+{WORD})*"
SIMPLE = rf"(?:{_DIGITAL}|{_IN_WORDS})"
SCALED = rf"{SIMPLE}\s*{SCALE}(?!\w)(?:\s+{SIMPLE}\s*{SCALE}(?!\w))*(?:\s+rưỡi(?!\w))?"
_PART = re.compile(rf"(?i)(?P<half>(?<!\w)rưỡi)|(?P<number>{SIMPLE})(?:\s*(?P<scale>{SCALE})(?!\w))?")
