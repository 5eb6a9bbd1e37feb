"""How sure a ranking is that the corpus holds an answer at all."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from retriever.diacritics import Diacritics
from retriever.syllables import bare, pairs, syllables

_READ = 3
"""Passages whose words count as found."""


@dataclass(frozen=True, slots=True)
class Signals:
    """`words`, `pairs`: the share of the question, by weight, that one of the best passages holds.

    `similarity` is the best cosine (None without a model), `margin` how far it stands out from the mean of the nearest
    hundred, `unknown` the share of syllables that the whole corpus does not hold.
    """

    words: float = 0.0
    pairs: float = 0.0
    similarity: float | None = None
    margin: float = 0.0
    unknown: float = 0.0


UNSURE = Signals()
"""Of an empty ranking."""


def signals_of(spoken: str, texts: Sequence[str], similarities: Sequence[float], diacritics: Diacritics) -> Signals:
    """What the texts of the best passages and the cosines say about a question."""
    asked = list(dict.fromkeys(bare(syllables(spoken))))
    held = [bare(syllables(text)) for text in texts[:_READ]]
    weights = {word: _rarity(word, diacritics) for word in asked}
    neighbours = {pair: weights_of(pair, weights) for pair in pairs(bare(syllables(spoken)))}
    best = max((_share(weights, set(words)) for words in held), default=0.0)
    best_pairs = max((_share(neighbours, set(pairs(words))) for words in held), default=0.0)
    missing = sum(diacritics.known(word) == 0 for word in asked if not word.isdigit())
    mean = sum(similarities) / len(similarities) if similarities else 0.0
    top = similarities[0] if similarities else None
    return Signals(best, best_pairs, top, top - mean if top is not None else 0.0, missing / max(len(asked), 1))


def weights_of(pair: str, weights: dict[str, float]) -> float:
    """What a pair of syllables weighs: the sum of its parts."""
    return sum(weights.get(word, 0.0) for word in pair.split("_"))


def _share(weights: dict[str, float], held: set[str]) -> float:
    whole = sum(weights.values())
    return sum(weight for term, weight in weights.items() if term in held) / whole if whole else 0.0


def _rarity(word: str, diacritics: Diacritics) -> float:
    return math.log((diacritics.total + 1) / (diacritics.known(word) + 1))
