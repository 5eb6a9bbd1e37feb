"""Matching a question to an answer card, and whether the card still knows its law."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from api.changes import CHANGES
from corpus.card import AnswerCard
from corpus.folding import fold
from corpus.passage import Passage
from corpus.reference import ProvisionRef
from corpus.span import Span
from corpus.store import CorpusReader
from prompts.clause import body
from prompts.composition import Place, Prepared
from prompts.relevance import terms

_SAME, _APART = 0.65, 0.05
"""Likeness from which a question is taken for the card's own, and how far behind the next card must be."""
_NEAR, _WELL_APART = 0.4, 0.1
"""The same where the search, too, found an article that the card cites among its first three.

Chosen by leaving each wording of the starter cards out in turn: of 177, about a third find a card, one a wrong one.
"""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A card and how like the question its nearest wording is (0 to 1)."""

    card: AnswerCard
    score: float


def nearest(question: str, cards: Sequence[AnswerCard], most: int = 4) -> list[Likeness]:
    """The cards whose question or variant is nearest, best first."""
    bags = {card.id: [_bag(text) for text in (card.question, *card.variants)] for card in cards}
    seen = Counter(feature for group in bags.values() for feature in set().union(*group))
    asked = _bag(question)
    scored = (Likeness(c, max(_dice(asked, bag, seen) for bag in bags[c.id])) for c in cards)
    return sorted((s for s in scored if s.score > 0), key=lambda s: (-s.score, s.card.id))[:most]


def matching(
    question: str, cards: Sequence[AnswerCard], found: Sequence[Passage], corpus: CorpusReader
) -> AnswerCard | None:
    """The card that answers this very question, or None; `found` are the passages that the search found."""
    best = nearest(question, cards, 2)
    if not best:
        return None
    card, score = best[0].card, best[0].score
    apart = score - (best[1].score if len(best) > 1 else 0.0)
    if score >= _SAME and apart >= _APART:
        return card
    near = score >= _NEAR and apart >= _WELL_APART and _topics(question, cards) <= _wording(card)
    return card if near and _articles(found[:3]) & _cited(card, corpus) else None


def _topics(question: str, cards: Sequence[AnswerCard]) -> set[str]:
    """The pairs of words in a question that several cards speak of: one about blows is no answer on divorce."""
    seen = Counter(pair for card in cards for pair in _wording(card))
    return {pair for pair in _bag(question) if " " in pair and seen[pair] > 1}


def _wording(card: AnswerCard) -> frozenset[str]:
    return frozenset(f for text in (card.question, *card.variants) for f in _bag(text) if " " in f)


def _articles(passages: Sequence[Passage]) -> set[tuple[str, str]]:
    """(title of the law, article), so that a consolidated text counts as its law."""
    return {(fold(p.document.title), (p.ref.dieu or p.ref).fragment) for p in passages}


def _cited(card: AnswerCard, corpus: CorpusReader) -> set[tuple[str, str]]:
    held = ((ref, corpus.revision(ref.document)) for ref in card.cites)
    return {(fold(r.document.title), (ref.dieu or ref).fragment) for ref, r in held if r is not None}


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


def _bag(text: str) -> frozenset[str]:
    words = terms(text)
    return frozenset(words) | {f"{a} {b}" for a, b in pairwise(words)}


def _dice(one: frozenset[str], other: frozenset[str], seen: Counter[str]) -> float:
    def weight(bag: frozenset[str]) -> float:
        return sum(1.0 / math.sqrt(1 + seen[feature]) for feature in bag)

    whole = weight(one) + weight(other)
    return 2 * weight(one & other) / whole if whole else 0.0
