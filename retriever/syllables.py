"""Text as the index reads it: one spelling per syllable, document numbers kept whole, bare and paired forms."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from corpus.folding import fold

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_END = r"(?![\u0302\u0306]|[^\W\d_])"
"""No letter follows, nor a hat or a breve, which come after the dot below in NFD (hoặc)."""
_LATE_TONE = re.compile(rf"(?<!q)(o)([ae])([{_TONES}]){_END}|(?<!q)(u)(y)([{_TONES}]){_END}")
_SHORT_Y = re.compile(rf"(?<![^\W\d_])((?:[bcdđghklmnpqrstvx]{{1,3}}|qu))y([{_TONES}]?)(?![^\W\d_])")
_NUMBER = re.compile(r"\d{1,4}[a-zđ]?/(?:\d{4}/)?[a-zđ]+[a-zđ\d]*(?:-[a-zđ\d]+)*")
_WORDS = re.compile(rf"{_NUMBER.pattern}|\d+|[^\W\d_]+")
_KEPT = 1 << 17


def canonical(text: str) -> str:
    """NFC and lower case, tone on the first vowel (hoà → hòa, thuỷ → thủy), i for a lone y (ly → li, kỹ → kĩ)."""
    marked = unicodedata.normalize("NFD", text.lower())
    if not marked.isascii():
        marked = _LATE_TONE.sub(_earlier, marked)
    return unicodedata.normalize("NFC", _SHORT_Y.sub(r"\1i\2", marked))


def _earlier(match: re.Match[str]) -> str:
    first, second, tone = (part for part in match.groups() if part)
    return first + tone + second


def syllables(text: str) -> list[str]:
    """The syllables and numbers of a text; `31/2024/QH15` gives itself and its parts, `07` gives `7`."""
    found: list[str] = []
    for word in _WORDS.findall(unicodedata.normalize("NFC", text.lower())):
        found.extend(_read(word))
    return found


@lru_cache(maxsize=_KEPT)
def _read(word: str) -> tuple[str, ...]:
    """A word or number of a text as it is indexed; a corpus of a million words has some thirty thousand different."""
    said = canonical(word)
    if _NUMBER.fullmatch(said):
        return (said, *(part for part in re.split(r"[/-]", said) if part))
    return (said.lstrip("0") or "0" if said.isdigit() else said,)


def bare(words: Iterable[str]) -> list[str]:
    """The same without diacritics."""
    return [_bare(word) for word in words]


_bare = lru_cache(maxsize=_KEPT)(fold)


def pairs(words: Sequence[str]) -> list[str]:
    """Neighbours joined: `ly hôn đơn` → `ly_hôn hôn_đơn`."""
    return [f"{a}_{b}" for a, b in itertools.pairwise(words)]


def marked_share(text: str) -> float:
    """The share of syllables that carry a diacritic or đ, 0 to 1. Vietnamese prose has about 0.75, phone typing 0."""
    words = [word for word in syllables(text) if not word[0].isdigit()]
    return sum(fold(word) != word for word in words) / len(words) if words else 0.0
