"""A phrase that later law replaces, inserts or takes out wherever a provision holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from corpus.span import Span


class PhraseVerb(StrEnum):
    """What becomes of the old phrase: `after` and `before` leave it, with the new one beside it."""

    REPLACE = "replace"
    AFTER = "after"
    BEFORE = "before"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Phrase:
    """`old` and `new` are spans of the acting document's text; only a deletion has no `new`."""

    verb: PhraseVerb
    old: Span
    new: Span | None = None
    own_only: bool = False
    """Only in the opening words of the place, not in what stands below it (`đoạn mở đầu khoản 1`)."""


def occurrences(words: str, phrase: Phrase, acting: str) -> Iterator[Span]:
    """Where `words` hold the old phrase letter for letter, however the white space falls.

    Not where it stands inside the new phrase already: those words carry the change.
    """
    new = phrase.new.slice(acting) if phrase.new else ""
    done = [match.span() for match in _finds(_result(phrase, new, acting)).finditer(words)] if new.strip() else []
    for match in _finds(phrase.old.slice(acting)).finditer(words):
        if not any(start <= match.start() and match.end() <= end for start, end in done):
            yield Span(*match.span())


def _result(phrase: Phrase, new: str, acting: str) -> str:
    old = phrase.old.slice(acting)
    if phrase.verb is PhraseVerb.REPLACE:
        return new
    return f"{old} {new}" if phrase.verb is PhraseVerb.AFTER else f"{new} {old}"


def _finds(words: str) -> re.Pattern[str]:
    """Finds whole words only: `lan` is no part of `lang`. White space before a mark may be missing."""
    parts = [re.escape(part) for part in words.split()]
    if not parts:
        return re.compile(r"(?!)")
    spaced = parts[0] + "".join((r"\s*" if _is_mark(part) else r"\s+") + part for part in parts[1:])
    first, last = words.strip()[0], words.strip()[-1]
    return re.compile((r"(?<!\w)" if first.isalnum() else "") + spaced + (r"(?!\w)" if last.isalnum() else ""))


def _is_mark(part: str) -> bool:
    return part.lstrip("\\")[:1] in ",.;:)”"
