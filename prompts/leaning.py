"""How far the words of a question lean towards danger, where no sign names it: a weight for each word and pair.

A logistic regression, small enough to read: `danger_weights.json` gives each word and each two words side by side
how rare it is, how far it leans to danger, and to danger now. `scripts/danger_weights.py` learns it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise
from math import sqrt

from corpus.folding import fold

_SENTENCE = re.compile(r"[.?!;…\n]")
_WORD = re.compile(r"\w+")
_SELF = frozenset(("toi", "em", "minh", "tao", "con", "chau", "chi", "me", "vo", "be", "ba"))
_OTHER = frozenset(("chong", "no", "han", "ong", "anh", "bo", "cha", "duong", "ho", "lao", "ga", "thang"))


@dataclass(frozen=True, slots=True)
class Leaning:
    """Log odds: of danger against none, and of danger now against danger of another time."""

    danger: float
    now: float


def grams(text: str) -> frozenset[str]:
    """Words and pairs of a text without its marks, also with persons as ME and HE: whoever it is, it is told alike."""
    return frozenset(gram for sentence in _SENTENCE.split(fold(text)) for gram in _grams(_WORD.findall(sentence)))


def _grams(words: list[str]) -> Iterator[str]:
    for told in (words, [_person(word) for word in words]):
        yield from told
        yield from (f"{first} {second}" for first, second in pairwise(["<", *told]))


def _person(word: str) -> str:
    return "ME" if word in _SELF else "HE" if word in _OTHER else word


def lean(text: str) -> Leaning:
    """How far a text leans; shares of what is known of it, so that long texts do not lean further."""
    weights = _weights()
    known = [weights.grams[gram] for gram in grams(text) if gram in weights.grams]
    length = sqrt(sum(rare * rare for rare, _, _ in known)) or 1.0
    danger = sum(rare * danger for rare, danger, _ in known) / length
    now = sum(rare * now for rare, _, now in known) / length
    return Leaning(weights.danger + danger, weights.now + now)


@dataclass(frozen=True, slots=True)
class _Weights:
    danger: float
    now: float
    grams: dict[str, tuple[float, float, float]]


@cache
def _weights() -> _Weights:
    text = resources.files("prompts").joinpath("danger_weights.json").read_text(encoding="utf-8")
    read = json.loads(text)
    return _Weights(read["danger"], read["now"], {gram: tuple(three) for gram, three in read["grams"].items()})
