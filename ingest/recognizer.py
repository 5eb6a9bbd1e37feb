"""Reading the letters of a picture: a seam with one verb, and what it gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from ingest.pdf_rows import Row


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as a picture: grey values row by row from the top; `scale` is points per pixel."""

    width: int
    height: int
    scale: float
    pixels: bytes

    @property
    def pgm(self) -> bytes:
        """The picture in the plainest file format that there is."""
        return b"P5\n%d %d\n255\n" % (self.width, self.height) + self.pixels


@dataclass(frozen=True, slots=True)
class Reading:
    """What was recognized on a page: rows, and how sure the recognizer is of their letters (0 to 1)."""

    rows: tuple[Row, ...]
    confidence: float
    mended: tuple[str, ...] = ()
    """Rows as they were read whose heads were then mended."""


class NotRecognized(Exception):
    """A page could not be read: the program failed, or took too long."""


class Recognizer(Protocol):
    """Something that reads pictures of pages."""

    def read_page(self, image: PageImage) -> Reading:
        """The rows of a page, in reading order; raise `NotRecognized` when that fails."""


class Scripted:
    """The honest twin: gives the readings that it was given, page after page, and keeps the pictures it saw."""

    def __init__(self, *readings: Reading | None) -> None:
        self._readings = list(readings)
        self.seen: list[PageImage] = []

    def read_page(self, image: PageImage) -> Reading:
        """The next reading; `NotRecognized` where it is None."""
        self.seen.append(image)
        reading = self._readings[len(self.seen) - 1]
        if reading is None:
            raise NotRecognized("scripted")
        return reading
