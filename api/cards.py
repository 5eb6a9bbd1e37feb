"""Which card answers a question, and whether the card still knows its law."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from api.changes import CHANGES
from api.seams import Ranked
from corpus.card import AnswerCard
from corpus.folding import fold
from corpus.passage import Passage
from corpus.reference import ProvisionRef
from corpus.span import Span
from corpus.store import CorpusReader
from prompts.clause import body
from prompts.composition import Place, Prepared
from prompts.relevance import terms
from prompts.subject import subjects_of
from retriever.lay_terms import bundled_lay_terms

SURE = 0.45
"""How likely a card must be the answer to stand first; figures in docs/answers.md."""
_APART, _CERTAIN = 0.35, 0.9
"""How much likelier than the next card, unless it is all but certain."""
_OFF_FIELD = 0.5
_READ = 8
_NEAREST, _COVERED, _AGREED, _SHARED, _NONE = 2.8, 4.9, 2.1, 5.5, -7.6
"""A logistic regression over the wordings of the starter cards, each left out in turn, and fifty questions that no
Vietnamese law answers: what `Match` is made of (docs/answers.md)."""

Bag = frozenset[str]


@dataclass(frozen=True, slots=True)
class Match:
    """A card and how likely, 0 to 1, it answers the question."""

    card: AnswerCard
    score: float


@dataclass(frozen=True, slots=True)
class _Profile:
    """A card as it is compared: each wording, and all that it says, with words and pairs of them."""

    card: AnswerCard
    wordings: tuple[Bag, ...]
    said: Bag


def matches(question: str, cards: Sequence[AnswerCard], found: Sequence[Ranked], corpus: CorpusReader) -> list[Match]:
    """The cards by how likely each answers this question, best first.

    Four things speak for a card: its nearest wording, how much of the question all of it speaks of, and whether the
    search found what it cites, and how much of that. A card that cites no act of the question's field counts half.
    """
    fields = subjects_of(question)
    profiles, seen = _profiles(tuple(cards))
    asked = _spoken(question)
    places = [(_place(r), r.score) for r in found[:_READ]]
    scored = []
    for profile in profiles:
        cited = _cited(profile.card, corpus)
        titles = tuple(title for title, _ in cited)
        share = 1.0 if not fields or any(field.held_in(titles) for field in fields) else _OFF_FIELD
        scored.append(Match(profile.card, share * _likely(asked, profile, seen, places, cited)))
    return sorted(scored, key=lambda match: (-match.score, match.card.id))


def chosen(best: Sequence[Match]) -> AnswerCard | None:
    """The card to answer with, when the first of `matches` is likely and clear of the next; None otherwise."""
    if not best or best[0].score < SURE:
        return None
    clear = len(best) < 2 or best[0].score >= _CERTAIN or best[0].score - best[1].score >= _APART
    return best[0].card if clear else None


def _likely(
    asked: Bag, profile: _Profile, seen: Counter[str], found: Sequence[tuple[_Article, float]], cited: set[_Article]
) -> float:
    """The likelihood of one card; nothing without a shared word."""
    nearest = max((_dice(asked, wording, seen) for wording in profile.wordings), default=0.0)
    if nearest == 0.0:
        return 0.0
    covered = _weight(asked & profile.said, seen) / _weight(asked, seen)
    top = max((score for _, score in found), default=0.0) or 1.0
    agreed = max((score / top for place, score in found if place in cited), default=0.0)
    shared = sum(place in cited for place, _ in found) / _READ
    logit = _NEAREST * nearest + _COVERED * covered + _AGREED * agreed + _SHARED * shared + _NONE
    return max(1 / (1 + math.exp(-logit)), _worded(nearest))


def _worded(nearest: float) -> float:
    """What the wording alone is worth: a question in a card's own words needs no search to agree."""
    return nearest if nearest >= _OWN else 0.0


_OWN = 0.8

_Article = tuple[str, str]
"""(title of the law, article), so that a consolidated text counts as its law."""
_KIND = re.compile(r"^(bo luat|luat) |( so \d\S*| nam \d{4})$")


def _place(one: Ranked) -> _Article:
    passage = one.passage
    return _title(passage.document.title), (passage.ref.dieu or passage.ref).fragment


def _cited(card: AnswerCard, corpus: CorpusReader) -> set[_Article]:
    held = ((ref, corpus.revision(ref.document)) for ref in card.cites)
    return {(_title(r.document.title), (ref.dieu or ref).fragment) for ref, r in held if r is not None}


def _title(title: str) -> str:
    return _KIND.sub("", _KIND.sub("", fold(title)))


@lru_cache(maxsize=2)
def _profiles(cards: tuple[AnswerCard, ...]) -> tuple[tuple[_Profile, ...], Counter[str]]:
    """The cards ready to compare, and in how many of them each word or pair stands."""
    made = []
    for card in cards:
        wordings = tuple(_spoken(text) for text in (card.question, *card.variants))
        made.append(_Profile(card, wordings, frozenset().union(*wordings, _bag(card.answer))))
    return tuple(made), Counter(f for profile in made for f in frozenset().union(*profile.wordings))


def prepared(card: AnswerCard, corpus: CorpusReader) -> Prepared | None:
    """The card with the places that it cites; None where one of them is not held."""
    cites = tuple(_places(ref, corpus) for ref in card.cites)
    return Prepared(card.answer, cites) if cites and all(cites) else None


def changed_since(card: AnswerCard, corpus: CorpusReader, today: date) -> str | None:
    """The id of a document that changed a cited provision after the card was checked, or None."""
    for ref in card.cites:
        for relation in corpus.relations_to(ref.document):
            touches = relation.target.contains(ref) or ref.contains(relation.target)
            day = relation.effective
            if touches and relation.kind in CHANGES and day and (card.checked_on or date.min) < day <= today:
                return relation.source.document
    return None


def _places(ref: ProvisionRef, corpus: CorpusReader) -> tuple[Place, ...]:
    """The passages of a provision, or its own place inside the one passage that holds it."""
    found: list[Place] = []
    for passage in corpus.passages(ref.document):
        if ref.contains(passage.ref):
            found.append(Place(passage, passage.ref))
        elif passage.ref.contains(ref) and (span := _own(ref, passage, corpus)):
            found.append(Place(passage, ref, span))
    return tuple(found)


def _own(ref: ProvisionRef, passage: Passage, corpus: CorpusReader) -> Span | None:
    revision = corpus.revision(ref.document, passage.sha256)
    part = revision.provision(ref) if revision else None
    if revision is None or part is None:
        return None
    words = part.span.slice(revision.text)
    inner = body(words, part.heading)
    return Span(part.span.start + inner.start, part.span.start + inner.end)


def _spoken(text: str) -> Bag:
    """Words and pairs of a question with short forms written out, and of what the law calls its lay words."""
    lay = bundled_lay_terms()
    spoken = next(iter(lay.readings(text)), text)
    return _bag(spoken).union(*(_bag(one.legal) for one in lay.added(spoken)))


def _bag(text: str) -> Bag:
    words = terms(text)
    return frozenset(words) | {f"{a} {b}" for a, b in pairwise(words)}


def _weight(bag: Bag, seen: Counter[str]) -> float:
    return sum(1.0 / math.sqrt(1 + seen[feature]) for feature in bag)


def _dice(one: Bag, other: Bag, seen: Counter[str]) -> float:
    whole = _weight(one, seen) + _weight(other, seen)
    return 2 * _weight(one & other, seen) / whole if whole else 0.0
