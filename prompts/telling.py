"""A question as it is read for danger: in common words, without what is harmless or denied, place by place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from prompts.danger import Sign, found_classes, said, signs
from prompts.spoken import spoken, writes_marks
from prompts.wordings import bracketed, words_of

Place = re.Match[str]
_SENTENCE = re.compile(r"[.?!;…\n]")
_CLAUSE = re.compile(r"[.?!;…\n,:]")
_ASKING = ("được ", "duoc ", "đươc ")


@dataclass(frozen=True, slots=True)
class Telling:
    """The text, its words without marks, and whether its writer uses marks, so that a word without one is another."""

    text: str
    words: frozenset[str]
    marked: bool

    def signs(self) -> list[tuple[Sign, Place]]:
        """The signs of danger, each with every place where it stands."""
        return [(sign, place) for sign in signs(self.marked) for place in sign.places(self.text, self.words)]

    def says(self, name: str, within: str | None = None) -> bool:
        """Whether words of a class stand in the text, or in a part of it."""
        return any(True for _ in self._said(name, self.text if within is None else within))

    def last(self, name: str, within: str) -> int:
        """Where words of a class stand last in a part of the text; -1 where they do not."""
        return max((found.end() for found in self._said(name, within)), default=-1)

    def without(self, name: str) -> Telling:
        """The same without the words of a class, unless they end a question: `… được không đánh …`."""
        text = self.text
        for found in sorted(self._said(name, text), key=lambda place: -place.start()):
            if not text[: found.start()].endswith(_ASKING):
                text = f"{text[: found.start()]} {text[found.end() :]}"
        return Telling(text, self.words, self.marked)

    def _said(self, name: str, text: str) -> Iterator[Place]:
        return chain.from_iterable(wording.matches(text, self.words) for wording in said(name, self.marked))

    def before(self, place: Place) -> str:
        """The sentence of a place, up to it."""
        return _SENTENCE.split(self.text[: place.start()])[-1]

    def after(self, place: Place) -> str:
        """The clause of a place, behind it."""
        return _CLAUSE.split(self.text[place.end() :])[0]

    def sentence(self, place: Place) -> str:
        """The sentence of a place."""
        return self.before(place) + place[0] + _SENTENCE.split(self.text[place.end() :])[0]


def told(question: str) -> Telling:
    """The question as it is read for danger, its words bracketed by the classes that signs speak of."""
    text = spoken(question)
    read = Telling(text, words_of(text), writes_marks(question)).without("HARMLESS").without("DENIED")
    classes = found_classes(read.text, read.words, read.marked)
    return Telling(bracketed(read.text, classes), read.words | classes.keys(), read.marked)
