"""What a question asks for, told from its words: law, or what no law holds, or help with a wrong.

A logistic regression for each aim but law, small enough to read: `aim_weights.json` gives each word and each two words
side by side how rare it is and how far it speaks for each. `scripts/aim_weights.py` learns it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from math import sqrt

from prompts.leaning import grams
from prompts.phrase import phrase, plain
from prompts.spoken import spoken


class Aim(StrEnum):
    """What is asked for."""

    LAW = "law"
    PREDICTION = "prediction"
    """How a court or an office will decide this very case."""
    FACT = "fact"
    """A name, an address, a balance, a number of cases, a law to come: what stands in no law."""
    ELSEWHERE = "elsewhere"
    """The weather, a recipe, a remedy, a horoscope."""
    PREMISE = "premise"
    """What follows from a rule that the question says there is."""
    HARM = "harm"
    """How to do a wrong without being found out."""


_OTHERS = tuple(aim for aim in Aim if aim is not Aim.LAW)
_FROM = {Aim.PREDICTION: 0.0, Aim.FACT: 0.0, Aim.ELSEWHERE: 0.0, Aim.PREMISE: 0.1, Aim.HARM: 1.0}
"""From here on the words settle it. To take a victim for a wrongdoer is worst; figures are in docs/answers.md."""
_AGAINST = phrase(
    "(tố cáo|tố giác|báo ở đâu|báo ai|báo cho|trình báo|bị phạt|bị xử|xử lý|bị tội|tội gì|có tội|bị tù|kiện|khiếu nại|"
    "có sao không|giá trị|hiệu lực|đòi lại)"
)
"""Words of who asks what the law does about a wrong, rather than how to do it."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Of each word: how rare it is, then how far it speaks for each aim but law; `of_all` is where each begins."""

    of_all: tuple[float, ...]
    grams: dict[str, tuple[float, ...]]


def aim_of(question: str) -> Aim:
    """What a question asks for; law where its words do not settle it."""
    return aim_by(question, _shipped())


def aim_by(question: str, weights: Weights) -> Aim:
    """The same by other weights."""
    far = {aim: value - _FROM[aim] for aim, value in zip(_OTHERS, leanings(question, weights), strict=True)}
    best = max(far, key=lambda aim: far[aim])
    if best is Aim.HARM and _AGAINST.search(plain(question)):
        return Aim.LAW
    return best if far[best] > 0 else Aim.LAW


def leanings(question: str, weights: Weights) -> tuple[float, ...]:
    """Log odds of each aim but law; shares of what is known of the text, so that long texts do not lean further."""
    known = [weights.grams[gram] for gram in words_of(question) if gram in weights.grams]
    length = sqrt(sum(one[0] * one[0] for one in known)) or 1.0
    return tuple(
        of_all + sum(one[0] * one[place] for one in known) / length
        for place, of_all in enumerate(weights.of_all, start=1)
    )


def words_of(text: str) -> frozenset[str]:
    """What of a text is weighed: its words and pairs in common spelling, marks aside."""
    return grams(spoken(text))


def read_weights(text: str) -> Weights:
    """The weights of a JSON text."""
    read = json.loads(text)
    return Weights(tuple(read["all"]), {gram: tuple(numbers) for gram, numbers in read["grams"].items()})


@cache
def _shipped() -> Weights:
    return read_weights(resources.files("prompts").joinpath("aim_weights.json").read_text(encoding="utf-8"))
