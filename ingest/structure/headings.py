"""The names of articles and chapters: on the line of the label, or on the lines after it."""

from __future__ import annotations

import re

from corpus.level import Level
from ingest.structure.labels import Claim, is_upper
from ingest.structure.lines import Line

_MARK_BEFORE = re.compile(r"\[\d{1,3}\]\s*[.:]?\s*|\d{1,3} (?=[A-ZĐÀ-Ỹ])")
_MARK_AFTER = re.compile(r"\s*\[\d{1,3}\]$|(?<=[a-zđà-ỹ][a-zđà-ỹ])\d{1,3}$")
"""Marks of footnotes: `Điều 5.12 Tên`, `Điều 5.[12] Tên`, `tố tụng hình sự11`."""
_LONGEST = 500
_LINES = 6


def article_heading(lines: list[Line], place: int, claim: Claim) -> tuple[str, int]:
    """An article's name (empty where its words begin at once) and the first line after it."""
    rest = lines[place].text[claim.rest_at :].strip()
    after = lines[place + 1] if place + 1 < len(lines) else None
    if rest:
        is_glued = not lines[place].text[claim.rest_at - 1].isspace()
        return (_named(rest, is_glued) if _is_name(rest, after) else ""), place + 1
    if after is not None and after.claim is None and not after.is_row and _is_title(after.text):
        return _named(after.text, is_glued=False), place + 2
    return "", place + 1


def grouping_heading(lines: list[Line], place: int, claim: Claim) -> tuple[str, int]:
    """The name of a part, chapter or section, over as many lines in capitals as it takes."""
    rest = lines[place].text[claim.rest_at :].strip()
    words = [rest] if rest else []
    until = place + 1
    for line in lines[place + 1 : place + 1 + _LINES]:
        if line.is_row or (line.claim is not None and line.claim.level is not Level.DIEM):
            break
        if not is_upper(line.text):
            if not words and _is_title(line.text):
                words.append(line.text)
                until += 1
            break
        words.append(line.text)
        until += 1
    return _bare(" ".join(words)), until


def _is_name(rest: str, after: Line | None) -> bool:
    if len(rest) > _LONGEST or rest[-1] in ":;,":
        return False
    if rest[-1] not in ".!?":
        return True
    numbered = after is not None and after.claim is not None and after.claim.level is Level.KHOAN
    return numbered and len(rest) <= 120 and not rest.endswith("./.")


def _is_title(text: str) -> bool:
    return len(text) <= 250 and text[-1] not in ".;:,!?" and text[:1].isupper()


def _named(rest: str, is_glued: bool) -> str:
    """A name without the dash before it and the marks of footnotes."""
    mark = _MARK_BEFORE.match(rest) if is_glued else None
    rest = rest[mark.end() :] if mark else rest
    return _MARK_AFTER.sub("", _bare(rest.lstrip("-–— ")))


def _bare(text: str) -> str:
    return text.rstrip(" .")
