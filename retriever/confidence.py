"""How sure a ranking is that the corpus holds an answer at all."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from retriever.diacritics import Diacritics
from retriever.question import Question
from retriever.syllables import bare, pairs, syllables

_READ = 3
"""Passages whose words count as found."""

WEAK, GOOD = 0.3, 0.85
"""Below `WEAK` the corpus hardly holds an answer; from `GOOD` on it very likely does."""


@dataclass(frozen=True, slots=True)
class Signals:
    """`words`, `pairs`: the share of the question, by weight, that one of the best passages holds.

    `similarity` is the best cosine on the scale of the bundled model (None without it), `unknown` the share of
    syllables that the whole corpus does not hold, `lay` whether the question uses an expression that the law has a
    word for.
    """

    words: float = 0.0
    pairs: float = 0.0
    similarity: float | None = None
    unknown: float = 0.0
    lay: bool = False


UNSURE = Signals()
"""Of an empty ranking."""


def supported(signals: Signals) -> float:
    """How likely it is, 0 to 1, that the corpus is about the question at all.

    A logistic regression over answerable questions (benchmark and suite, both spellings) and fifty that no Vietnamese
    law answers; figures and the way to them are in docs/retrieval.md.
    """
    if signals.similarity is None:
        logit = 8.8 * signals.pairs - 10.5 * signals.unknown + 5.8 * signals.lay - 1.6
    else:
        logit = 123.5 * signals.similarity - 14.8 * signals.unknown + 3.5 * signals.lay - 107.0
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, logit))))


def signals_of(question: Question, texts: Sequence[str], similarity: float | None, diacritics: Diacritics) -> Signals:
    """What the texts of the best passages and the best cosine say about a question."""
    asked = bare(syllables(question.spoken))
    weights = {word: _rarity(word, diacritics) for word in asked}
    neighbours = {pair: weights_of(pair, weights) for pair in pairs(asked)}
    held = [bare(syllables(text)) for text in texts[:_READ]]
    missing = sum(diacritics.known(word) == 0 for word in weights if not word.isdigit())
    return Signals(
        words=max((_share(weights, set(words)) for words in held), default=0.0),
        pairs=max((_share(neighbours, set(pairs(words))) for words in held), default=0.0),
        similarity=similarity,
        unknown=missing / max(len(weights), 1),
        lay=bool(question.added),
    )


def weights_of(pair: str, weights: dict[str, float]) -> float:
    """What a pair of syllables weighs: the sum of its parts."""
    return sum(weights.get(word, 0.0) for word in pair.split("_"))


def _share(weights: dict[str, float], held: set[str]) -> float:
    whole = sum(weights.values())
    return sum(weight for term, weight in weights.items() if term in held) / whole if whole else 0.0


def _rarity(word: str, diacritics: Diacritics) -> float:
    return math.log((diacritics.total + 1) / (diacritics.known(word) + 1))
