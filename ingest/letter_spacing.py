"""Words torn into single letters (`q u y đ ị n h`) put together: by the commonest words that explain all letters."""

from __future__ import annotations

import math
import re
from functools import cache
from importlib.resources import files

_TORN = re.compile(r"(?<!\S)[^\W\d_](?: [^\W\d_])+(?![^\s,.;:!?)])")
_BEFORE_MARK = re.compile(r"(?<=[^\W\d_]) (?=[,.;:!?)](?:\s|$))")
_LONGEST = 14
_UNKNOWN = 30.0
"""The price of a letter that no word explains: more than of any word."""


def joined(texts: list[str]) -> list[str]:
    """Paragraphs whose torn runs are words again; left as they are where words do not explain nearly all letters."""
    found = [_BEFORE_MARK.sub("", text) for text in texts]
    torn = [word.lower() for text in found for run in _TORN.findall(text) for word in _words(run.replace(" ", ""))]
    known = sum(len(word) for word in torn if word in _prices())
    if known < 0.97 * sum(map(len, torn)):
        return texts
    return [_TORN.sub(lambda run: " ".join(_words(run[0].replace(" ", ""))), text) for text in found]


def _words(letters: str) -> list[str]:
    """The cheapest way to read letters as words; the price of a word is the logarithm of its rank (Zipf)."""
    prices, small = _prices(), letters.lower()
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(letters) + 1):
        starts = range(max(0, end - _LONGEST), end)
        tries = ((best[at][0] + prices.get(small[at:end], _UNKNOWN * (end - at)), at) for at in starts)
        best.append(min(tries))
    words: list[str] = []
    end = len(letters)
    while end:
        words.insert(0, letters[best[end][1] : end])
        end = best[end][1]
    return [part for word in words for part in _apart(word)]


def _apart(word: str) -> list[str]:
    """The syllables of a common word of two."""
    length = _pairs().get(word.lower())
    return [word[:length], word[length:]] if length else [word]


@cache
def _lines() -> list[str]:
    return files("ingest").joinpath("common_words.txt").read_text(encoding="utf-8").split("\n")


@cache
def _prices() -> dict[str, float]:
    lines = _lines()
    ranked = reversed(list(enumerate(lines)))
    return {word.replace(" ", ""): math.log((rank + 1) * math.log(len(lines))) for rank, word in ranked}


@cache
def _pairs() -> dict[str, int]:
    singles = {word for word in _lines() if " " not in word}
    pairs = ((word, word.replace(" ", "")) for word in _lines() if " " in word)
    return {whole: word.index(" ") for word, whole in pairs if whole not in singles}
