"""How near one text is to another, letter by letter."""

from __future__ import annotations

import unicodedata
from collections import defaultdict


def accuracy(read_text: str, truth: str) -> float:
    """1 - edit distance / length of the truth, never below 0."""
    found, wanted = flat(read_text), flat(truth)
    return max(0.0, 1 - distance(found, wanted) / max(1, len(wanted)))


def distance(first: str, second: str) -> int:
    """Levenshtein's distance, one column at a time in the bits of an integer (Myers 1999, in Hyyrö's form)."""
    if not first:
        return len(second)
    places: defaultdict[str, int] = defaultdict(int)
    for place, char in enumerate(first):
        places[char] |= 1 << place
    everything, last = (1 << len(first)) - 1, 1 << (len(first) - 1)
    up, down, score = everything, 0, len(first)
    for char in second:
        same = places.get(char, 0)
        diagonal = (((same & up) + up) ^ up) | same | down
        right, left = down | (everything & ~(diagonal | up)), up & diagonal
        score += bool(right & last) - bool(left & last)
        right, left = (right << 1) | 1, left << 1
        up, down = (left | ~(diagonal | right)) & everything, right & diagonal & everything
    return score


def flat(text: str) -> str:
    """A text for comparison: composed, with white space and the strokes of tables as one space."""
    return " ".join(unicodedata.normalize("NFC", text).replace("|", " ").split())
