"""Tesseract as the recognizer: the program itself, one process a page, words with places and confidence back."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise
from statistics import median

from ingest.pdf_rows import Row
from ingest.recognizer import NotRecognized, PageImage, Reading
from ingest.vietnamese import mended

INSTALL = "apt-get install tesseract-ocr tesseract-ocr-vie"
"""How the program and its Vietnamese come onto a machine."""
_LANGUAGE = "vie"
_LAYOUT = "3"
_SECONDS = 60
_NOISE = 0.30
"""A row less sure than this is a seal, a signature or a speck: measured, no row of law was below."""
_LETTER_SIZE = 1.25
"""The size of a font by the height of its words: words without ascender or descender are lower."""
_SPECK = re.compile(r"[_|~^°“”\"'‘’`«»<>{}\\]+|[-–—=.]{3,}|[–—]{2}")
"""What dust and ruled lines are read as; a real quotation mark stands at a word, never alone."""
_LABEL = re.compile(r"^[-–—'‘`.,](?=\d{1,2}\. )")
"""A speck before the number of a clause."""
_CELL = 2.5
"""A gap of so many letter heights parts two cells."""


def installed() -> TesseractReader | None:
    """The reader, where the program and its Vietnamese are installed."""
    program = shutil.which("tesseract")
    return TesseractReader(program) if program and _knows_vietnamese(program) else None


@cache
def _knows_vietnamese(program: str) -> bool:
    try:
        done = subprocess.run([program, "--list-langs"], capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 (found on PATH)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return _LANGUAGE in done.stdout.decode(errors="replace").split()


@dataclass(frozen=True, slots=True)
class TesseractReader:
    """Reads pages with the program at a path; one thread, so that a batch does not fight over the cores."""

    program: str
    seconds: float = _SECONDS

    def read_page(self, image: PageImage) -> Reading:
        """The rows of a page; `NotRecognized` when the program fails or is not done in time."""
        dpi = round(72 / image.scale)
        command = [self.program, "stdin", "stdout", "-l", _LANGUAGE, "--psm", _LAYOUT, "--dpi", str(dpi), "tsv"]
        try:
            done = subprocess.run(  # noqa: S603 (no shell, no words of the file among the arguments)
                command,
                input=image.pgm,
                capture_output=True,
                timeout=self.seconds,
                check=True,
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise NotRecognized(str(error)) from error
        return reading_of(done.stdout.decode(errors="replace"), image)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the table that Tesseract writes; pixels, y downwards."""

    line: tuple[str, ...]
    left: int
    top: int
    width: int
    height: int
    confidence: float
    text: str


def reading_of(table: str, image: PageImage) -> Reading:
    """The rows in Tesseract's table of words (TSV), noise left out; what they are sure of, weighed by letters."""
    words = list(_words(table))
    height = median(word.height for word in words) if words else 1.0
    lines = [list(line) for _, line in groupby(words, key=lambda word: word.line)]
    kept = [line for line in lines if _confidence(line) >= _NOISE and any(c.isalnum() for w in line for c in w.text)]
    rows = tuple(_row(line, height, image) for line in kept)
    return Reading(rows, _confidence(word for line in kept for word in line))


def _words(table: str) -> Iterator[_Word]:
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row["text"] or "").strip().strip("_|~^")
        if row["level"] == "5" and text and not _SPECK.fullmatch(text):
            line = (row["block_num"], row["par_num"], row["line_num"])
            left, top, width, height = (int(row[name]) for name in ("left", "top", "width", "height"))
            yield _Word(line, left, top, width, height, max(0.0, float(row["conf"]) / 100), text)


def _confidence(words: Iterable[_Word]) -> float:
    weighed = [(len(word.text), word.confidence) for word in words]
    letters = sum(length for length, _ in weighed)
    return sum(length * sure for length, sure in weighed) / letters if letters else 0.0


def _row(line: list[_Word], height: float, image: PageImage) -> Row:
    text = line[0].text
    for before, word in pairwise(line):
        text += ("\t" if word.left - before.left - before.width > _CELL * height else " ") + word.text
    text = mended(_LABEL.sub("", text))
    scale, last = image.scale, line[-1]
    base = median(word.top + word.height for word in line)
    return Row(
        text,
        line[0].left * scale,
        (last.left + last.width) * scale,
        (image.height - base) * scale,
        _LETTER_SIZE * height * scale,
    )
