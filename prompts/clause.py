"""Cutting a passage into its clauses: places in its text, never re-typed words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.span import Span

_LABEL = re.compile(
    r"\s*(?:Điều\s+\d+[a-zđ]*\s*[.:]?|\d+[a-zđ]{0,2}\s*[.)-](?=\s)|[a-zđ]\d*\s*\)(?=\s))[ \t]*", re.IGNORECASE
)
_POINT = re.compile(r"\s*(?:[a-zđ]\d*\s*\)|[-–+•]\s)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+(?=[A-ZĐÀ-Ỹ“\"])")
_ENDS = (".", ";", ":", "!", "?")


def body(text: str, heading: str = "") -> Span:
    """The passage without its own label (and its article's name, where it begins with it) and outer space."""
    label = _LABEL.match(text)
    start = label.end() if label else 0
    named = re.match(r"\s*" + r"\s+".join(map(re.escape, heading.split())) + r"\s*", text[start:]) if heading else None
    if named and "điều" in text[:start].lower() and start + named.end() < len(text.rstrip()):
        start += named.end()
    inner = _LABEL.match(text, start) if named and start > (label.end() if label else 0) else None
    start = inner.end() if inner and inner.end() < len(text.rstrip()) else start
    return _trimmed(text, Span(min(start, len(text)), len(text)))


def clauses(text: str, within: Span | None = None) -> tuple[Span, ...]:
    """The sentences and points of `text`, in order, apart and trimmed; together they leave out only white space."""
    place = within or Span(0, len(text))
    cut = (part for line in _lines(text, place) for part in _sentences(text, line))
    return tuple(part for part in (_trimmed(text, span) for span in cut) if len(part))


def is_point(text: str, clause: Span) -> bool:
    """Whether a clause is a điểm or a dash of a list."""
    return bool(_POINT.match(clause.slice(text)))


def leads(text: str, clause: Span) -> bool:
    """Whether a clause only announces what follows: it ends with a colon."""
    return clause.slice(text).endswith(":")


def _lines(text: str, place: Span) -> Iterator[Span]:
    """Lines, joined again where a file merely wrapped a sentence."""
    start = place.start
    for newline in re.finditer(r"\n", text[: place.end]):
        at = newline.start()
        if at < start:
            continue
        done = text[start:at].rstrip().endswith(_ENDS) or bool(_POINT.match(text, at + 1))
        if done:
            yield Span(start, at)
            start = at
    yield Span(start, place.end)


def _sentences(text: str, line: Span) -> Iterator[Span]:
    start = line.start
    for end in _SENTENCE_END.finditer(text, line.start, line.end):
        yield Span(start, end.start())
        start = end.start()
    yield Span(start, line.end)


def _trimmed(text: str, span: Span) -> Span:
    words = span.slice(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def words_in(text: str) -> int:
    """How long a text is to a reader: words between white space."""
    return len(text.split())
