"""Heads of recognized text whose marks were misread: `Điêu 3.`, `- Điều 3.` (a speck), `KÉ HOẠCH` alone on its line.

Only heads that can be nothing else are mended, only in recognized text, and each is told. Numbers are never touched.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.folding import fold
from ingest.front import TYPES
from ingest.pdf_rows import Row
from ingest.structure.labels import is_upper

_ARTICLE = re.compile(r"(?:[^\w\s“\"(\[]{1,2}\s?)?([^\W\d_]{4})\s?(\d{1,3}[a-zđ]?)\s?([.:])(?=\s+[^\W\d_]|$)")
_CHAPTER = re.compile(r"([^\W\d_]{6})(\s+[IVXLC]{1,6})$")
_DIEU = frozenset({"dieu", "dicu", "dleu", "djeu"})
_CHUONG = "chuong"
_TYPE_LINES = {fold(type_): type_.upper() for type_ in TYPES}


def mended_head(text: str) -> str:
    """A row with its head as it can only have been printed; the same row where nothing is wrong with it."""
    article = _ARTICLE.match(text)
    if article and text.lstrip()[0] not in "đd" and fold(article[1]) in _DIEU:
        word = "ĐIỀU" if article[1].isupper() else "Điều"
        return f"{word} {article[2]}{article[3]}{text[article.end() :]}"
    chapter = _CHAPTER.match(text.strip())
    if chapter and fold(chapter[1]) == _CHUONG and chapter[1][0].isupper():
        return ("CHƯƠNG" if chapter[1].isupper() else "Chương") + chapter[2]
    if is_upper(text) and (type_ := _TYPE_LINES.get(fold(text.strip()))):
        return type_
    return text


def with_mended_heads(rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """The rows with their heads mended, and what was read in place of those that were."""
    better = [mended_head(row.text) for row in rows]
    told = tuple(row.text for row, text in zip(rows, better, strict=True) if text != row.text)
    return tuple(replace(row, text=text) for row, text in zip(rows, better, strict=True)), told


__all__ = ["mended_head", "with_mended_heads"]
