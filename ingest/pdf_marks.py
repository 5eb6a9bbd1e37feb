"""Tone marks that a PDF draws apart from their letters, put where they stand on the paper."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_SPACE = 0.25
"""A gap of so much of a letter's width parts words."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A character with its left and right edge; `made` where the reader put it in, as it does with spaces."""

    char: str
    x0: float
    x1: float
    made: bool = False

    @property
    def is_mark(self) -> bool:
        """Whether this is a mark that needs a letter."""
        return unicodedata.combining(self.char) > 0


def with_marks(textpage: pdfium.PdfTextPage, start: int, words: str) -> str:
    """The words at a place of a page, each mark behind the letter that it stands over or under."""
    if not any(unicodedata.combining(char) for char in words):
        return words
    drawn = []
    for place, char in enumerate(words, start=start):
        left, _, right, _ = textpage.get_charbox(place, loose=True)
        drawn.append(Drawn(char, left, right, raw.FPDFText_IsGenerated(textpage, place) == 1))
    return joined(drawn)


def joined(drawn: Sequence[Drawn]) -> str:
    """The characters as words: a mark goes to its letter, and the space made around it goes where there is none."""
    home = {place: _home(drawn, place) for place, one in enumerate(drawn) if one.is_mark}
    moved = {place for place, letter in home.items() if letter is not None and letter != place - 1}
    gone = {space for place in moved for space in _empty_spaces(drawn, place)}
    words = ""
    for place, one in enumerate(drawn):
        if place not in moved and place not in gone:
            words += one.char + "".join(drawn[mark].char for mark in sorted(moved) if home[mark] == place)
    return words


def _home(drawn: Sequence[Drawn], place: int) -> int | None:
    """The letter over or under which a mark stands; of several the nearest in the file."""
    middle = (drawn[place].x0 + drawn[place].x1) / 2
    letters = (n for n, one in enumerate(drawn) if one.char.isalpha() and one.x0 <= middle <= one.x1)
    return min(letters, key=lambda n: abs(n - place), default=None)


def _empty_spaces(drawn: Sequence[Drawn], place: int) -> list[int]:
    """The made spaces beside a mark, but for one where the letters on both sides stand apart."""
    made = [n for n in (place - 1, place + 1) if 0 <= n < len(drawn) and drawn[n].made and drawn[n].char.isspace()]
    before = next((one for one in reversed(drawn[:place]) if one.char.isalpha()), None)
    after = next((one for one in drawn[place + 1 :] if one.char.isalpha()), None)
    if before is None or after is None:
        return []
    is_apart = after.x0 - before.x1 > _SPACE * (after.x1 - after.x0)
    return made[1:] if is_apart else made
