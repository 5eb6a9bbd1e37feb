"""An answer laid out for a terminal: help lines first, then the answer, its sources and what to know beside it."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Iterator

from api.answer import Answer, CitedPlace, Contact
from cli.words import ORIGIN_WORDS, STATUS_WORDS
from corpus.day import in_words
from prompts.safety import Danger
from prompts.wording import is_verbatim

_WIDEST = 96


def sheet(answer: Answer, width: int | None = None, bold: bool | None = None) -> str:
    """The whole sheet; the width is the terminal's (at most 96), headings are bold on a terminal."""
    columns = min(width or shutil.get_terminal_size((88, 24)).columns, _WIDEST)
    lit = _is_lit() if bold is None else bold
    parts = [list(part) for part in (_help(answer, columns), _said(answer, columns), _sources(answer, columns))]
    parts += [list(part) for part in (_notices(answer, columns), _more(answer, columns))]
    parts.append(list(_wrapped(answer.disclosure, columns)))
    lines = (line for part in parts if part for line in (*part, ""))
    return "\n".join(_lit(line) if lit and _is_heading(line) else line for line in lines).rstrip()


def _help(answer: Answer, columns: int) -> Iterator[str]:
    if answer.safety.level is Danger.NONE:
        return
    yield from _wrapped(answer.safety.message or "", columns, "│ ")
    for contact in answer.safety.contacts:
        yield f"│ {_contact(contact)}"


def _contact(contact: Contact) -> str:
    return f"  {contact.phone or '':<6} {contact.name} ({contact.hours}, {contact.cost})"


def _said(answer: Answer, columns: int) -> Iterator[str]:
    indent = ""
    for line in answer.answer.split("\n"):
        if line.startswith("- "):
            indent = "    "  # what follows belongs to this point until the next blank line
            yield from _wrapped(line[2:], columns, indent, "  • ")
        else:
            indent = indent if line else ""
            yield from _wrapped(line, columns, indent) or [""]


def _sources(answer: Answer, columns: int) -> Iterator[str]:
    if not answer.citations:
        return
    yield "Nguồn:"
    last = {place.document.id: place.marker for place in answer.citations}
    for place in answer.citations:
        yield from _wrapped(f"{place.label} ({_kind(place)})", columns, "      ", f"{f'[{place.marker}]':>5} ")
        if place.quote not in answer.answer:
            marks = "“”" if is_verbatim(place.origin) else ("", "")
            yield from _wrapped(f"{marks[0]}{place.quote}{marks[1]}", columns, "      ")
        if place.document.source_url and last[place.document.id] == place.marker:
            yield f"      {place.document.source_url}"


def _kind(place: CitedPlace) -> str:
    status = STATUS_WORDS[place.document.status]
    start = f" từ {in_words(place.document.in_force_from)}" if place.document.in_force_from else ""
    return f"{ORIGIN_WORDS[place.origin]}; {status}{start}"


def _notices(answer: Answer, columns: int) -> Iterator[str]:
    if answer.notices:
        yield "Lưu ý:"
    for notice in answer.notices:
        yield from _wrapped(notice.text, columns, "    ", "  ! ")


def _more(answer: Answer, columns: int) -> Iterator[str]:
    if answer.suggestions:
        yield "Có thể hỏi tiếp:"
    for question in answer.suggestions:
        yield from _wrapped(question, columns, "    ", "  ? ")


def _wrapped(text: str, columns: int, indent: str = "", first: str | None = None) -> list[str]:
    """The text in lines; its own line breaks are kept."""
    lines: list[str] = []
    for part in text.split("\n"):
        opening = (indent if first is None else first) if not lines else indent
        lines += textwrap.wrap(
            part, columns, initial_indent=opening, subsequent_indent=indent, break_long_words=False,
            break_on_hyphens=False,
        )  # fmt: skip
    return lines


def _is_lit() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def _is_heading(line: str) -> bool:
    return line.endswith(":") and line[:1].isupper() and len(line) < 40


def _lit(line: str) -> str:
    return f"\033[1m{line}\033[0m"
