"""Vietnamese without its marks, for indexes and rules that must read phone typing."""

from __future__ import annotations

import re
import unicodedata

_MARKS = re.compile("[\u0300-\u036f]")


def fold(text: str) -> str:
    """Lower case, diacritics off, đ as d. The length may change: fold for matching, never for slicing."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", text.lower()))
    return unicodedata.normalize("NFC", bare).replace("đ", "d")
