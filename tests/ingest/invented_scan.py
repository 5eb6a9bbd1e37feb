"""Scans of invented law: words drawn with DejaVu by PDFium, then laid into a PDF as a picture of the page."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterable
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from tests.ingest.invented_files import Words

FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf")
_WIDTH, _HEIGHT, _SCALE = 595, 842, 200 / 72


def scan(*pages: Iterable[Words]) -> bytes:
    """A PDF whose pages are pictures of words, as a scanner makes it."""
    document = pdfium.PdfDocument.new()
    for words in pages:
        page = document.new_page(_WIDTH, _HEIGHT)
        image = pdfium.PdfImage.new(document)
        image.set_bitmap(_picture(words))
        image.set_matrix(pdfium.PdfMatrix().scale(_WIDTH, _HEIGHT))
        page.insert_obj(image)
        page.gen_content()
    stream = io.BytesIO()
    document.save(stream)
    document.close()
    return stream.getvalue()


def _picture(words: Iterable[Words]) -> pdfium.PdfBitmap:
    document = pdfium.PdfDocument.new()
    page = document.new_page(_WIDTH, _HEIGHT)
    data = FONT.read_bytes()
    held = (ctypes.c_uint8 * len(data)).from_buffer_copy(data)
    font = raw.FPDFText_LoadFont(document.raw, held, len(data), raw.FPDF_FONT_TRUETYPE, True)
    for x, y, size, text in words:
        drawn = raw.FPDFPageObj_CreateTextObj(document.raw, font, size)
        codes = (text + "\0").encode("utf-16-le")
        raw.FPDFText_SetText(drawn, (ctypes.c_ushort * (len(codes) // 2)).from_buffer_copy(codes))
        raw.FPDFPageObj_Transform(drawn, 1, 0, 0, 1, x, y)
        raw.FPDFPage_InsertObject(page.raw, drawn)
    page.gen_content()
    return page.render(scale=_SCALE)
