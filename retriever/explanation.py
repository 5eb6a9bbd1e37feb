"""Why an expected provision was found where it was, or which stage dropped it; and why nothing was found at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.passage import Passage
from corpus.reference import ProvisionRef
from retriever.lexical import Clause
from retriever.ranking import Ranker
from retriever.retriever import Asking, Ranked, Retriever
from retriever.unit import article_ref
from retriever.versions import plain

EVERYTHING = 1_000_000
"""More passages than any search gives."""


class Stage(StrEnum):
    """How far a provision came."""

    NOT_HELD = "not_held"
    NOT_LAW_THAT_DAY = "not_law_that_day"
    NOT_A_CANDIDATE = "not_a_candidate"
    TWIN_SHOWN = "twin_shown"
    RANKED_LOWER = "ranked_lower"
    SHOWN = "shown"


class Emptiness(StrEnum):
    """What left a search without results."""

    NO_WORDS = "no_words"
    EMPTY_INDEX = "empty_index"
    NOTHING_NEAR = "nothing_near"
    FILTERED = "filtered"


@dataclass(frozen=True, slots=True)
class Places:
    """Ranks of an article, counted over the whole index from 1; None where that channel does not find it."""

    words: int | None = None
    lay_terms: int | None = None
    meaning: int | None = None


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a provision; `rank` is its place (its twin's, `instead`), `before` the exact references ahead."""

    stage: Stage
    places: Places = Places()
    rank: int | None = None
    instead: str = ""
    before: int = 0


def places_of(articles: Sequence[str], asking: Asking) -> tuple[Places, ...]:
    """Where each channel alone puts these articles, the law of every day counted; each channel is asked once."""
    lay = [clause for clause in asking.question.clauses if clause.weight < 1]
    words = _worded(asking.question.clauses, asking.ranker)
    by_lay, meaning = _worded(lay, asking.ranker) if lay else {}, _meant(asking)
    return tuple(Places(words.get(name), by_lay.get(name), meaning.get(name)) for name in articles)


def fate_of(expected: ProvisionRef, retriever: Retriever, text: str, k: int, as_of: date | None = None) -> Fate:
    """Follow a provision through a search for `text` that shows `k` passages."""
    asking = retriever.asking(text, as_of)
    held = asking.versions.around(expected)
    if not held:
        return Fate(Stage.NOT_HELD)
    (places,) = places_of([article_ref(held[0])], asking)
    found = retriever.look_up(text, EVERYTHING, as_of).ranked
    place = next((at for at, one in enumerate(found, 1) if _is_of(one, expected)), None)
    if place is not None:
        before = sum(one.why.referred for one in found[: place - 1])
        return Fate(Stage.SHOWN if place <= k else Stage.RANKED_LOWER, places, place, before=before)
    if not asking.versions.shown(held):
        return Fate(Stage.NOT_LAW_THAT_DAY, places)
    twin = next((at for at, one in enumerate(found, 1) if _are_twins(one, held, asking)), None)
    if twin is not None:
        return Fate(Stage.TWIN_SHOWN, places, twin, str(found[twin - 1].passage.ref))
    return Fate(Stage.NOT_A_CANDIDATE, places)


def emptiness_of(retriever: Retriever, text: str, as_of: date | None = None) -> Emptiness:
    """Whether the question, the index, the channels or the filter left a search without results."""
    asking = retriever.asking(text, as_of)
    if not asking.question.text:
        return Emptiness.NO_WORDS
    if not asking.ranker.words.table.articles:
        return Emptiness.EMPTY_INDEX
    return Emptiness.FILTERED if asking.ranker.rank(asking.question).hits else Emptiness.NOTHING_NEAR


def _is_of(one: Ranked, expected: ProvisionRef) -> bool:
    return any(expected.contains(passage.ref) or passage.ref.contains(expected) for passage in one.article)


def _are_twins(one: Ranked, held: Sequence[Passage], asking: Asking) -> bool:
    def name(passages: Sequence[Passage]) -> ProvisionRef:
        article = passages[0].ref.dieu or passages[0].ref
        return article.within(asking.versions.base(article.document))

    return name(one.article) == name(held) or plain(one.article) == plain(held)


def _worded(clauses: Sequence[Clause], ranker: Ranker) -> dict[str, int]:
    hits = ranker.lexical.search(clauses, max(ranker.lexical.count(), 1))
    return _ranks(hit.article for hit in hits)


def _meant(asking: Asking) -> dict[str, int]:
    vectors, embedder = asking.ranker.vectors, asking.ranker.embedder
    if vectors is None or embedder is None or not asking.question.meant:
        return {}
    near = vectors.search(embedder.embed_query(asking.question.meant), max(vectors.count(), 1))
    return _ranks(hit.article for hit in near)


def _ranks(found: Iterable[str]) -> dict[str, int]:
    """The place of each article, counted once, from 1."""
    return {name: at for at, name in enumerate(dict.fromkeys(found), 1)}
