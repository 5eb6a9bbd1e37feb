"""Two editions of one text: the stretch that both have, and the words they share in whatever order.

The stretch is found by the best local alignment of the words (Smith and Waterman 1981: +1 for an equal word, -1 for any
other step). It begins and ends where the editions go apart; inside it everything counts, lost lines too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np


def shared_stretch(first: str, second: str) -> tuple[str, str]:
    """The stretch of words that two texts share, as each of them has it; empty where no word is the same."""
    a, b = first.split(), second.split()
    last_a, last_b = _end(a, b)
    a, b = a[:last_a], b[:last_b]
    before_a, before_b = _end(a[::-1], b[::-1])
    return " ".join(a[last_a - before_a :]), " ".join(b[last_b - before_b :])


def words_found(read_text: str, truth: str) -> float:
    """The share of the truth's words that were read, wherever they stand; 1 of none."""
    wanted = Counter(truth.split())
    return (wanted & Counter(read_text.split())).total() / wanted.total() if wanted else 1.0


def _end(a: Sequence[str], b: Sequence[str]) -> tuple[int, int]:
    """How many words of each text lie before the end of the best local alignment."""
    codes = {word: code for code, word in enumerate({*a, *b})}
    columns = np.array([codes[word] for word in b], dtype=np.int64)
    steps = np.arange(len(b) + 1)
    scores = np.zeros(len(b) + 1, dtype=np.int64)
    best, place = 0, (0, 0)
    for row, word in enumerate(a, start=1):
        above = np.maximum(scores - 1, 0)
        above[1:] = np.maximum(above[1:], scores[:-1] + np.where(columns == codes[word], 1, -1))
        scores = np.maximum.accumulate(above + steps) - steps  # a step to the right costs 1, however far it goes
        column = int(scores.argmax())
        if scores[column] > best:
            best, place = int(scores[column]), (row, column)
    return place


__all__ = ["shared_stretch", "words_found"]
