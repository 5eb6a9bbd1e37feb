"""The table of contents `jsonData.js`, entry by entry: a broken one is told and never stops the rest."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_ARRAY = re.compile(r"\bjdAllTree\s*=\s*\[")
_BORDER = re.compile(r"\}\s*,\s*(?=\{)")
_CODE = re.compile(r'"MAPC"\s*:\s*"(\w+)"')
_ARTICLE = re.compile(r"\s*Điều\s")


@dataclass(frozen=True, slots=True)
class Contents:
    """The names of the articles that the table lists, by their code in the pages (`MAPC`), and what cannot be read."""

    articles: Mapping[str, str] = field(default_factory=dict)
    broken: tuple[tuple[str | None, str], ...] = ()
    """Code (where it can still be told) and words of each broken entry."""


def read_contents(text: str) -> Contents:
    """The table of contents; without `jdAllTree` an empty one."""
    articles: dict[str, str] = {}
    broken: list[tuple[str | None, str]] = []
    for raw in _entries(text):
        row = _row(raw)
        if row is None:
            code = _CODE.search(raw)
            broken.append((code[1] if code else None, " ".join(raw.split())[:200]))
        elif _ARTICLE.match(str(row.get("TEN", ""))) and row.get("MAPC"):
            articles[str(row["MAPC"])] = str(row["TEN"])
    return Contents(articles, tuple(broken))


def _entries(text: str) -> Iterator[str]:
    """Each `{…}` of the array, told by the borders between them: quotation marks are not to be trusted here."""
    start = _ARRAY.search(text)
    if start is None:
        return
    end = re.compile(r"\]\s*(?:;|\Z|(?=var\s))").search(text, start.end())
    body = text[start.end() : end.start() if end else len(text)].strip()
    place = 0
    for border in _BORDER.finditer(body):
        yield body[place : border.start() + 1]
        place = border.end()
    if rest := body[place:].strip().rstrip(","):
        yield rest


def _row(raw: str) -> dict[str, object] | None:
    try:
        row = json.loads(raw, strict=False)
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None
