"""Pages whose words run up or down the paper, as wide tables do: read as if the paper were turned.

PDFium keeps their letters in order but ends a line at every change of the font, and Vietnamese fonts change often.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_LEAST = 40
_ACROSS = 0.7
_SAMPLE = 60
_APART, _CELLS = 0.12, 2.5
"""Gaps between letters, by their height: from the first on two words, from the second on two cells."""


@dataclass(frozen=True, slots=True)
class TurnedWords:
    """Words on one line of a turned page, with their box there."""

    text: str
    x0: float
    x1: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class _Letter:
    char: str
    x0: float
    x1: float
    y: float
    size: float


def direction(textpage: pdfium.PdfTextPage) -> int:
    """1 where the words of a page run up the paper, -1 where they run down, 0 where most stand upright."""
    count = textpage.count_chars()
    if count < _LEAST:
        return 0
    places = range(0, count, max(1, count // _SAMPLE))
    sines = [_sine(textpage, place) for place in places]
    up, down = (sum(1 for sine in sines if sign * sine > _ACROSS) for sign in (-1, 1))
    if max(up, down) <= len(sines) / 2:
        return 0
    return 1 if up > down else -1


def turned_words(textpage: pdfium.PdfTextPage, text: str, turn: int) -> list[TurnedWords]:
    """The words that run in a direction, in the order of the file, each stretch of a line in one piece."""
    pieces: list[list[_Letter]] = []
    for place, char in enumerate(text):
        if char in "\r\n" or -turn * _sine(textpage, place) < _ACROSS:
            continue
        letter = _letter(textpage, place, char, turn)
        if not pieces or not _goes_on(pieces[-1][-1], letter):
            pieces.append([])
        pieces[-1].append(letter)
    return [_joined(piece) for piece in pieces if any(not letter.char.isspace() for letter in piece)]


def is_turned(textpage: pdfium.PdfTextPage, place: int, turn: int) -> bool:
    """Whether a letter is one of those that run in a direction."""
    return -turn * _sine(textpage, place) >= _ACROSS


def _sine(textpage: pdfium.PdfTextPage, place: int) -> float:
    angle = raw.FPDFText_GetCharAngle(textpage, place)
    return math.sin(angle) if angle >= 0 else 0.0


def _letter(textpage: pdfium.PdfTextPage, place: int, char: str, turn: int) -> _Letter:
    """A letter at its place on the turned paper, where lines go down from zero."""
    left, bottom, right, top = textpage.get_charbox(place, loose=True)
    if turn > 0:
        return _Letter(char, bottom, top, -right, right - left)
    return _Letter(char, -top, -bottom, left, right - left)


def _goes_on(before: _Letter, letter: _Letter) -> bool:
    tall = max(before.size, letter.size)
    gap = letter.x0 - before.x1
    return abs(letter.y - before.y) < 0.5 * tall and -0.3 * tall < gap < _CELLS * tall


def _joined(piece: list[_Letter]) -> TurnedWords:
    words = ""
    for before, letter in zip([None, *piece], piece, strict=False):
        is_apart = before is not None and letter.x0 - before.x1 > _APART * letter.size
        words += (" " if is_apart and not words.endswith(" ") and not letter.char.isspace() else "") + letter.char
    sizes = sorted(letter.size for letter in piece)
    bottom = min(letter.y for letter in piece)
    return TurnedWords(words, piece[0].x0, piece[-1].x1, bottom, sizes[len(sizes) // 2])
