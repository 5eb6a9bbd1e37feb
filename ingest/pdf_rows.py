"""The rows of a PDF page: words on one height, with their box, their size, and small raised numbers marked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest.limits import Limits
from ingest.pdf_marks import with_marks
from ingest.pdf_turned import direction, is_turned, turned_words
from ingest.running_heads import is_gazette_head, is_page_number, is_stamp

_DIGITS = re.compile(r"\d{1,3}")
_UNIT = re.compile(r"(?:^|[^\w])(?:m|km|cm|dm|mm|hm|dam)$", re.IGNORECASE)
_RAISED = 0.8
_FEW = 4
_WORDS_ON_PAGE = 25
_WORDS_ON_PICTURE = 200
_WHOLE = 0.5
"""A picture over so much of a page is the page itself; the words beside it are laid over: a name, a stamp."""
_WRAP = "\x1e"
LOST = "\ufffd"
"""Stands for a glyph whose letter the file does not tell."""


class Unopened(Exception):
    """PDFium does not open a file."""


@dataclass(slots=True)
class Row:
    """One visual line. Coordinates in points, y upwards; `size` is the height of its letters."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    marks: list[tuple[int, int]] = field(default_factory=list)
    """Places `[start, end)` of small raised numbers in `text`."""

    @property
    def lead(self) -> int | None:
        """The raised number that the row begins with, as a footnote does."""
        if not self.marks:
            return None
        start, end = self.marks[0]
        return int(self.text[start:end]) if not self.text[:start].strip() else None

    def without_marks(self, numbers: set[int]) -> str:
        """The words without the raised numbers that point to these footnotes."""
        text = self.text
        for start, end in reversed(self.marks):
            if int(text[start:end]) in numbers:
                text = text[:start] + text[end:]
        return text


def read_rows(data: bytes, limits: Limits) -> tuple[list[list[Row]], list[int]]:
    """The rows of every page, and the pages (from 1) that are pictures without text.

    Raise `Unopened` when the file is broken or locked, `Refusal` when it is too long.
    """
    document = _open(data)
    try:
        limits.check_pages(len(document))
        return _read(document, limits)
    finally:
        document.close()


def _open(data: bytes) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(data)
        len(document)
        return document
    except pdfium.PdfiumError as error:
        raise Unopened(str(error)) from error


def _read(document: pdfium.PdfDocument, limits: Limits) -> tuple[list[list[Row]], list[int]]:
    pages: list[list[Row]] = []
    scanned: list[int] = []
    characters = 0
    for number in range(len(document)):
        try:
            page = document[number]
        except pdfium.PdfiumError:
            pages.append([])
            scanned.append(number + 1)
            continue
        rows = rows_of(page)
        count = sum(len(row.text) for row in rows)
        if _is_picture(page, rows):
            scanned.append(number + 1)
        page.close()
        characters += count
        limits.check_characters(characters)
        pages.append(rows)
    return pages, scanned


def _is_picture(page: pdfium.PdfPage, rows: list[Row]) -> bool:
    """Whether what there is to read on a page is a picture: stamps, running heads and page numbers are not counted."""
    heads = (is_stamp, is_gazette_head, is_page_number)
    count = sum(len(row.text) for row in rows if not any(is_head(row.text) for is_head in heads))
    return (count < _WORDS_ON_PAGE and _has_picture(page)) or (count < _WORDS_ON_PICTURE and _is_covered(page))


def _is_covered(page: pdfium.PdfPage) -> bool:
    width, height = page.get_size()
    boxes = (picture.get_bounds() for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=1))
    return any((box[2] - box[0]) * (box[3] - box[1]) > _WHOLE * width * height for box in boxes)


def _has_picture(page: pdfium.PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM], max_depth=2))


def rows_of(page: pdfium.PdfPage) -> list[Row]:
    """The rows of a page, in the order of the file, without what lies off the paper: nobody sees it.

    The coordinates of a turned page are those of the paper turned upright.
    """
    textpage = page.get_textpage()
    try:
        turn = direction(textpage)
        if turn:
            return _merged(_turned_rows(page, textpage, turn))
        rows = [row for start, words in _pieces(textpage) if (row := _row(textpage, start, words))]
    finally:
        textpage.close()
    left, bottom, right, top = page.get_cropbox()
    shown = [row for row in rows if left - 1 <= row.x0 <= right + 1 and bottom - 1 <= row.y <= top + 1]
    return _merged(shown if 2 * len(shown) >= len(rows) else rows)  # a box that leaves most out is none


def _turned_rows(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage, turn: int) -> list[Row]:
    """The rows along the long side; of what stands upright beside them all but furniture, below."""
    width, height = page.get_size()
    right, down = (0.0, width) if turn > 0 else (height, 0.0)
    turned = turned_words(textpage, _text(textpage), turn)
    rows = [Row(_mended(w.text), w.x0 + right, w.x1 + right, w.y + down, w.size) for w in turned]
    pieces = [(start, words) for start, words in _pieces(textpage) if not is_turned(textpage, start, turn)]
    beside = _merged([row for start, words in pieces if (row := _row(textpage, start, words))])
    heads = (is_stamp, is_gazette_head, is_page_number)
    kept = [row for row in beside if not any(is_head(row.text) for is_head in heads)]
    return [*rows, *(replace(row, y=-row.size * place) for place, row in enumerate(kept, start=1))]


def _pieces(textpage: pdfium.PdfTextPage) -> list[tuple[int, str]]:
    text = _text(textpage)
    out: list[tuple[int, str]] = []
    start = 0
    for words in re.split(rf"(\r\n|\r|\n|{_WRAP})", _wraps_shown(textpage, text)):
        if words == _WRAP and out:
            out[-1] = (out[-1][0], out[-1][1] + "-")
        elif words.strip() and words not in ("\r\n", "\r", "\n"):
            out.append((start, words))
        start += len(words)
    return out


def _text(textpage: pdfium.PdfTextPage) -> str:
    """The characters of a page, each at its place."""
    count = textpage.count_chars()
    text: str = textpage.get_text_range() if count else ""
    if len(text) != count:  # characters outside the basic plane, or unset ones: one by one keeps places right
        codes = (raw.FPDFText_GetUnicode(textpage, place) for place in range(count))
        text = "".join(chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x10000 else LOST for code in codes)
    return text


def _wraps_shown(textpage: pdfium.PdfTextPage, text: str) -> str:
    """PDFium joins words cut by a hyphen at a line's end and puts U+FFFE there: mark the line's end again."""
    for match in re.finditer("\ufffe", text):
        place = match.start()
        if 0 < place < len(text) - 1 and not text[place + 1].isspace():
            before, after = textpage.get_charbox(place - 1, loose=True), textpage.get_charbox(place + 1, loose=True)
            if after[3] < before[1] + 0.3 * (before[3] - before[1]):
                text = text[:place] + _WRAP + text[place + 1 :]
    return text


def _row(textpage: pdfium.PdfTextPage, start: int, words: str) -> Row | None:
    solid = [place for place, char in enumerate(words) if not char.isspace() and char != "\ufffe"]
    if not solid:
        return None
    first = textpage.get_charbox(start + solid[0], loose=True)
    last = textpage.get_charbox(start + solid[-1], loose=True)
    letters = [place for place in solid if not words[place].isdigit()]
    middle = ordinary_box(textpage, [start + place for place in (letters if len(letters) > 1 else solid)])
    size = middle[3] - middle[1]
    marks = [
        match.span()
        for match in _DIGITS.finditer(words)
        if _may_be_mark(words, match.start()) and _is_raised(textpage, start + match.start(), middle)
    ]
    bottom = middle[1] if len(solid) > 1 else first[1]
    shown = words if marks else with_marks(textpage, start, words)
    return Row(_mended(shown), first[0], last[2], bottom, size, marks)


def ordinary_box(textpage: pdfium.PdfTextPage, places: list[int]) -> tuple[float, ...]:
    """The box of an ordinary letter: one with two marks (`ể`) stands out of its line, one of another font may be lower.

    Of a few signs (`8.5`) it is the tallest one's: there is hardly a letter among them.
    """
    chosen = {places[len(places) * part // 10] for part in range(10)}
    boxes = sorted((textpage.get_charbox(place, loose=True) for place in chosen), key=lambda box: box[3] - box[1])
    box: tuple[float, ...] = boxes[len(boxes) // 4] if len(places) > _FEW else boxes[-1]
    return box


def _mended(words: str) -> str:
    """U+FFFE is a hyphen at the end of a line, a lost glyph anywhere else."""
    if "\ufffe" not in words and "\x00" not in words:
        return words
    stripped = words.rstrip()
    if stripped.endswith("\ufffe") and stripped[-2:-1].isalnum() and not stripped[-2:-1].isalpha():
        words = stripped[:-1] + "-"
    return words.replace("\ufffe", LOST).replace("\x00", LOST)


def _may_be_mark(words: str, place: int) -> bool:
    before = words[:place]
    if not before.strip():
        return True
    return not before[-1].isspace() and before[-1] not in "/,(-+" and not _UNIT.search(before)


def _is_raised(textpage: pdfium.PdfTextPage, place: int, middle: tuple[float, ...]) -> bool:
    box: tuple[float, ...] = textpage.get_charbox(place, loose=True)
    return box[3] - box[1] < _RAISED * (middle[3] - middle[1])


def _merged(rows: list[Row]) -> list[Row]:
    """Pieces that stand side by side become one row; a wide gap becomes a tab, as between cells."""
    out: list[Row] = []
    for row in rows:
        before = out[-1] if out else None
        if before is not None and _beside(before, row):
            _append(before, row)
        else:
            out.append(row)
    return out


def _beside(left: Row, right: Row) -> bool:
    tall = max(left.size, right.size)
    return abs(left.y - right.y) < 0.62 * tall and right.x0 >= left.x1 - 0.3 * tall and right.x0 - left.x0 > 1


def _append(left: Row, right: Row) -> None:
    tall = max(left.size, right.size)
    gap = right.x0 - left.x1
    digits, small = right.text.strip(), right.size < _RAISED * left.size
    if not left.marks and left.text.strip().isdigit() and left.size < _RAISED * right.size:
        place = left.text.index(left.text.strip())
        left.marks.append((place, place + len(left.text.strip())))
    glue = (
        ""
        if gap < 0.12 * tall or left.text.endswith(" ") or right.text.startswith(" ")
        else " "
        if gap < 2.5 * tall
        else "\t"
    )
    if small and digits.isdigit() and len(digits) <= 3 and not _UNIT.search(left.text.rstrip()):
        base = len(left.text.rstrip())
        left.text = left.text.rstrip() + digits
        left.marks.append((base, base + len(digits)))
        left.x1 = right.x1
        return
    base = len(left.text) + len(glue)
    left.marks.extend((base + start, base + end) for start, end in right.marks)
    left.text += glue + right.text
    left.x1 = max(left.x1, right.x1)
    if len(right.text) > len(left.text) // 2 and right.size > left.size:
        left.size, left.y = right.size, right.y
