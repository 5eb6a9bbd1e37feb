"""Whether a question is about law that is held at all, told from its field; and which passages are of that field."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from api.seams import Ranked
from corpus.document import Origin
from corpus.folding import fold
from corpus.passage import Passage
from corpus.store import CorpusReader
from prompts.subject import Subject, is_foreign, subjects_of
from prompts.wording import FOREIGN, not_held, unknown_law

_OF_FIELD, _OUTDATED = 1.2, 0.85
"""What the score of a passage counts in the field of the question, and where its words have been changed since."""
_BESIDE, _BEYOND = 0.6, 0.8
"""The share of the best score that another article needs to be shown: in the same act, and in another one."""
_MOST_ARTICLES = 5
_CALLED = re.compile(r"\b(?:Luật|Bộ luật) ((?!Việt)[A-ZĐÀ-Ỹ][a-zđà-ỹ]+ [a-zđà-ỹ]+)")
"""A law by its name, written as names are: `Luật Đầu tư`; two syllables of it tell it from others."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The fields of a question, apart by whether the corpus holds their acts."""

    held: tuple[Subject, ...] = ()
    missing: tuple[Subject, ...] = ()
    foreign: bool = False
    unknown: str | None = None
    """A law that the question calls by its name and that is not held."""

    @property
    def refusal(self) -> str | None:
        """What to say where nothing of the question's field is held; None where something is."""
        if self.foreign:
            return FOREIGN
        if self.unknown and not self.missing:
            return unknown_law(self.unknown)
        if self.held or not self.missing:
            return None
        return not_held(self.laws, tuple(dict.fromkeys(s.office for s in self.missing if s.office)))

    @property
    def laws(self) -> tuple[str, ...]:
        """The acts that are missing."""
        return tuple(subject.law for subject in self.missing)


def scope_of(question: str, corpus: CorpusReader) -> Scope:
    """The fields that a question names, and whether it asks for the law of another country."""
    if is_foreign(question):
        return Scope(foreign=True)
    named = subjects_of(question)
    called = _CALLED.search(question)
    titles = tuple(fold(document.title) for document in corpus.documents()) if named or called else ()
    unknown = called[0] if called and not any(fold(called[1]) in title for title in titles) else None
    held = tuple(subject for subject in named if subject.held_in(titles))
    return Scope(held, tuple(subject for subject in named if subject not in held), unknown=unknown)


@dataclass(frozen=True, slots=True)
class Steered:
    """A ranked passage with the score that it has for this question."""

    passage: Passage
    score: float
    article: Sequence[Passage]


def steered(ranked: Sequence[Ranked], scope: Scope, is_outdated: Callable[[Passage], bool]) -> list[Steered]:
    """Law in the order to answer from: acts of the question's field come forward, changed words go back."""
    law = [Steered(r.passage, r.score, r.article) for r in ranked if r.passage.document.origin is not Origin.CARD]

    def weighed(one: Steered) -> Steered:
        title = (fold(one.passage.document.title),)
        factor = _OF_FIELD if any(subject.held_in(title) for subject in scope.held) else 1.0
        return replace(one, score=one.score * factor * (_OUTDATED if is_outdated(one.passage) else 1.0))

    return sorted(map(weighed, law), key=lambda one: -one.score)


def worth_showing(law: Sequence[Steered]) -> list[Steered]:
    """The first and the few others whose score comes near it; another act must come nearer."""
    if not law:
        return []
    first = law[0]

    def near(one: Steered) -> bool:
        same = one.passage.document.id == first.passage.document.id
        return one.score >= (_BESIDE if same else _BEYOND) * first.score

    return [first, *filter(near, law[1:_MOST_ARTICLES])]
