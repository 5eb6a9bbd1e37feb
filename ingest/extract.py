"""What every format gives: the stored text, its pages, and what the file itself says about the document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from corpus.problem import Problem
from corpus.span import Span
from ingest.characters import clean, is_letter_spaced
from ingest.letter_spacing import joined

CUT = "Văn bản còn tiếp ở số Công báo sau; tệp này thiếu phần cuối. Hãy nạp kèm phần tiếp theo (…-part-2)."
"""The reason of a problem: a file ends where the gazette says that the document goes on."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph (or table row: cells parted by tabs) of a file; `page` counts from 1."""

    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of a file. Footnotes stand at its end, from `body_end` on, outside of the law."""

    text: str
    body_end: int
    pages: tuple[int, ...] = ()
    hints: Mapping[str, str] = field(default_factory=dict)
    """What the file says of itself outside its text: `title`, `type`, `number`, `issued_on`, `in_force_from` …"""
    problems: tuple[Problem, ...] = ()
    articles: tuple[int, ...] = ()
    """Where each article begins, when the file itself marks it; empty where it does not."""

    @property
    def notes(self) -> str:
        """The footnotes."""
        return self.text[self.body_end :]


def assemble(
    paragraphs: Iterable[Paragraph],
    notes: Iterable[str] = (),
    hints: Mapping[str, str] | None = None,
    problems: Iterable[Problem] = (),
) -> Extract:
    """Join paragraphs into a stored text, one a line; empty ones fall away."""
    pieces: list[str] = []
    pages: list[int] = []
    length = 0
    for paragraph in _whole(list(paragraphs)):
        while paragraph.page is not None and len(pages) < paragraph.page:
            pages.append(length)
        for line in _lines(paragraph.text):
            pieces.append(line)
            length += len(line) + 1
    body_end = max(length - 1, 0)
    pieces.extend(line for note in notes for line in _lines(note))
    return Extract("\n".join(pieces), body_end, tuple(pages), dict(hints or {}), tuple(problems))


def _whole(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs, their words put together where the text is torn into letters."""
    if not is_letter_spaced("\n".join(paragraph.text for paragraph in paragraphs)):
        return paragraphs
    texts = joined([paragraph.text for paragraph in paragraphs])
    return [replace(paragraph, text=text) for paragraph, text in zip(paragraphs, texts, strict=True)]


def join(extracts: Iterable[Extract]) -> Extract:
    """Several files as one text, in order; all footnotes go to the end."""
    parts = list(extracts)
    if len(parts) == 1:
        return parts[0]
    bodies = [part.text[: part.body_end] for part in parts]
    starts = [sum(len(body) + 1 for body in bodies[:n]) for n in range(len(bodies))]
    body = "\n".join(bodies)
    notes = [note for part in parts if (note := part.notes.strip("\n"))]
    return Extract(
        "\n".join([body, *notes]),
        len(body),
        tuple(start + page for start, part in zip(starts, parts, strict=True) for page in part.pages),
        {key: value for part in reversed(parts) for key, value in part.hints.items()},
        _joined_problems(parts, starts),
        tuple(start + place for start, part in zip(starts, parts, strict=True) for place in part.articles),
    )


def _joined_problems(parts: list[Extract], starts: list[int]) -> tuple[Problem, ...]:
    """The problems of all parts at their new places; that a part goes on elsewhere is one only of the last."""
    found = []
    for part, start in zip(parts, starts, strict=True):
        for problem in part.problems:
            if problem.reason == CUT and part is not parts[-1]:
                continue
            place = problem.span
            inside = len(place) > 0 and place.end <= part.body_end
            found.append(replace(problem, span=Span(place.start + start, place.end + start) if inside else Span(0, 0)))
    return tuple(found)


def _lines(text: str) -> list[str]:
    return [line for line in clean(text).split("\n") if line]
