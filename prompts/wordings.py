"""Patterns that are compiled only when the words that they need turn up: there are hundreds, and most never do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from corpus.folding import fold
from prompts.phrase import phrase

CLASS = re.compile(r"\{([A-Z_]+)\}")
"""A class of words in a pattern; in a text its words stand in brackets of their own."""

_WORD = re.compile(r"[^\W\d_]+")
_UNLIKE = re.compile(r"\(\?!(?:[^()]|\([^()]*\))*\)")
_FIRST_BRACKET = 0xE000


def words_of(text: str) -> frozenset[str]:
    """The words of a text without their marks."""
    return frozenset(_WORD.findall(fold(text)))


def bracketed(text: str, places: Mapping[str, Iterable[re.Match[str]]]) -> str:
    """The text with brackets around the words of each class; they are no letters, so other patterns pass over them."""
    marks = []
    for name, hits in places.items():
        first, last = _brackets(name)
        marks += [mark for hit in hits for mark in ((hit.start(), 1, first), (hit.end(), 0, last))]
    for at, _, mark in sorted(marks, reverse=True):
        text = text[:at] + mark + text[at:]
    return text


@dataclass(frozen=True)
class Wording:
    """A pattern in the grammar of `prompts.phrase`, and the words without which it cannot match."""

    pattern: str
    marked: bool

    @cached_property
    def _needs(self) -> tuple[tuple[frozenset[str], ...], ...]:
        """For each alternative its parts between gaps, and for each part the words of which it needs one."""
        alternatives = _split(_UNLIKE.sub("", self.pattern), "|")
        return tuple(tuple(map(_needed, _sure(_split(one, "…⋯")))) for one in alternatives)

    def matches(self, text: str, words: frozenset[str]) -> Iterator[re.Match[str]]:
        """Where the pattern stands in a text of these words and classes."""
        if any(all(not part.isdisjoint(words) for part in parts) for parts in self._needs):
            return _compiled(self.pattern, self.marked).finditer(text)
        return iter(())


@cache
def _compiled(pattern: str, marked: bool) -> re.Pattern[str]:
    return phrase(CLASS.sub(lambda name: _enclosed(name[1]), pattern), marked=marked)


def _enclosed(name: str) -> str:
    first, last = _brackets(name)
    return f"{first}[^{last}]*{last}"


def _brackets(name: str) -> tuple[str, str]:
    place = _FIRST_BRACKET + 2 * _places.setdefault(name, len(_places))
    return chr(place), chr(place + 1)


_places: dict[str, int] = {}


def _needed(part: str) -> frozenset[str]:
    return words_of(CLASS.sub(" ", part)) | frozenset(CLASS.findall(part))


def _sure(parts: list[str]) -> Iterator[str]:
    """The parts that must be there: with digits or an optional end nothing is sure."""
    return (part for part in parts if "[" not in part and not part.endswith(("?", "*")))


def _split(pattern: str, signs: str) -> list[str]:
    """The pattern parted at signs that stand in no parentheses."""
    parts, depth = [""], 0
    for letter in pattern:
        depth += (letter == "(") - (letter == ")")
        if letter in signs and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return parts
