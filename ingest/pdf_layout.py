"""A second reader of PDF files, by pypdf: for what PDFium does not open or finds no words in, and to tell why.

It breaks more Vietnamese words (6.4 %; as laid out 1.5 % on a second sample, PDFium .9 %) and is fifteen times slower.
"""

from __future__ import annotations

import io
import logging
import re
from dataclasses import dataclass
from enum import StrEnum

import pypdf
from pypdf.errors import DependencyError
from pypdf.generic import DictionaryObject

from ingest.limits import Limits
from ingest.pdf_rows import Row
from ingest.refusal import Refusal

_SIZE, _WIDTH, _LEADING = 14.0, 7.0, 18.0
_FULL = 0.85
"""A row at least so long, measured by the longest ones, ran to the margin: laid-out text knows places only roughly."""
_FAR = re.compile(rb"(?<![<\w])-?\d{6,}(?:\.\d*)?\s")

# A broken file gives dozens of warnings; what they come to is said once, in the refusal or the document's problem.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


class Lock(StrEnum):
    """How a file is encrypted. `owner`: only editing and printing are locked, anybody may read."""

    OPEN = "open"
    OWNER = "owner"
    USER = "user"
    FOREIGN = "foreign"
    """By a scheme that is not the standard's own (rights management)."""


@dataclass(frozen=True, slots=True)
class Structure:
    """What a file is built like. `pages` were found, `stated` is how many the file says it has."""

    lock: Lock
    pages: int = 0
    stated: int = 0
    form: bool = False
    """A form that Adobe draws when it is opened (XFA): its pages hold no text."""
    portfolio: bool = False
    """A wrapper round attached files."""


class LaidOut:
    """A PDF as pypdf sees it; raise `Refusal` on making one of a file that cannot be read, with the reason."""

    def __init__(self, data: bytes) -> None:
        try:
            self._reader = pypdf.PdfReader(io.BytesIO(data))
            self.structure = _structure(self._reader)
        except Exception as error:  # whatever a broken file brings up: pypdf raises nearly everything
            locked = isinstance(error, NotImplementedError | DependencyError)
            self.structure = Structure(Lock.FOREIGN) if locked else self._broken(error)
        _refuse_locked(self.structure.lock)

    @staticmethod
    def _broken(error: Exception) -> Structure:
        raise Refusal("Tệp PDF hỏng, không mở được. Hãy tải lại từ nguồn chính thức.") from error

    def rows(self, limits: Limits) -> tuple[list[list[Row]], list[int]]:
        """The rows of every page at their rough places, and the pages (from 1) without any."""
        limits.check_pages(self.structure.pages)
        texts: list[str] = []
        for page in self._reader.pages:
            texts.append(_text(page))
            limits.check_characters(sum(map(len, texts)))
        return _rows(texts), [number for number, text in enumerate(texts, start=1) if not text.strip()]


def _structure(reader: pypdf.PdfReader) -> Structure:
    lock = _lock(reader)
    if lock is Lock.USER:
        return Structure(lock)
    root = reader.root_object
    form = root.get("/AcroForm")
    form = form.get_object() if form is not None else None
    tree = root["/Pages"].get_object()
    stated = tree.get("/Count", 0) if isinstance(tree, DictionaryObject) else 0
    is_form = isinstance(form, DictionaryObject) and "/XFA" in form
    return Structure(lock, len(reader.pages), int(stated), is_form, "/Collection" in root)


def _lock(reader: pypdf.PdfReader) -> Lock:
    if not reader.is_encrypted:
        return Lock.OPEN
    return Lock.OWNER if reader.decrypt("") else Lock.USER


def _refuse_locked(lock: Lock) -> None:
    if lock is Lock.USER:
        raise Refusal("Tệp PDF có mật khẩu. Hãy mở khóa (in ra PDF mới) rồi nạp lại.")
    if lock is Lock.FOREIGN:
        raise Refusal(
            "Tệp PDF được khóa bằng cách riêng (quản lý bản quyền), không mở được ở đây. "
            "Hãy mở bằng phần mềm của nơi cấp, in ra PDF mới rồi nạp lại."
        )


def _text(page: pypdf.PageObject) -> str:
    """The page as laid out; plainly where a place lies so far out that laying it out would fill the memory."""
    try:
        contents = page.get_contents()
        if contents is None:
            return ""
        far = _FAR.search(contents.get_data())
        return page.extract_text() if far else page.extract_text(extraction_mode="layout")
    except Exception:  # one page that cannot be read is told as one without words
        return ""


def _rows(texts: list[str]) -> list[list[Row]]:
    pages = [[line.rstrip() for line in text.split("\n")] for text in texts]
    lengths = sorted(len(line) for lines in pages for line in lines if line)
    longest = lengths[int(len(lengths) * 0.97)] if lengths else 0
    return [_page(lines, longest) for lines in pages]


def _page(lines: list[str], longest: int) -> list[Row]:
    rows = []
    for place, line in enumerate(lines):
        words = " ".join(line.split())
        if words:
            indent = len(line) - len(line.lstrip())
            reach = max(len(line), longest) if len(line) >= _FULL * longest else len(line)
            rows.append(Row(words, indent * _WIDTH, reach * _WIDTH, -place * _LEADING, _SIZE))
    return rows
