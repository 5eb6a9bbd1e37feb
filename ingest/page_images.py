"""Pages of a PDF as pictures, for a recognizer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import sqrt

import pypdfium2 as pdfium

from ingest.recognizer import PageImage

_DPI = 200
"""Measured on scans of 200 and 300: finer pictures take longer and are read no better."""
_PIXELS = 12_000_000
"""A sheet of A3 at 200 dots an inch has 8 million; a bigger one is drawn coarser, so that none fills the memory."""


def images_of(data: bytes, numbers: Iterable[int]) -> Iterator[tuple[int, PageImage | None]]:
    """The pages `numbers` (from 1), one at a time; None for one that cannot be drawn."""
    document = pdfium.PdfDocument(data)
    try:
        for number in numbers:
            yield number, _image(document, number - 1)
    finally:
        document.close()


def _image(document: pdfium.PdfDocument, place: int) -> PageImage | None:
    try:
        page = document[place]
        try:
            return _drawn(page)
        finally:
            page.close()
    except (pdfium.PdfiumError, ValueError, MemoryError):
        return None


def _drawn(page: pdfium.PdfPage) -> PageImage:
    """Without annotations: visible signatures and stamps of portals are laid over the words."""
    width, height = page.get_size()
    scale = min(_DPI / 72, sqrt(_PIXELS / max(1.0, width * height)))
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False, draw_annots=False)
    try:
        pixels, stride = bytes(bitmap.buffer), bitmap.stride
        if stride != bitmap.width:
            pixels = b"".join(pixels[row * stride : row * stride + bitmap.width] for row in range(bitmap.height))
        return PageImage(bitmap.width, bitmap.height, 1 / scale, pixels)
    finally:
        bitmap.close()
