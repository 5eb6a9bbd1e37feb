"""Ranks articles: words and meaning each bring candidates, and what speaks for each is weighed by trained trees."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

import numpy as np

from retriever.corpus_words import CorpusWords
from retriever.embedder import Embedder, Vector
from retriever.evidence.asked import Asked, asked_of
from retriever.evidence.features import clause_scores, features_of
from retriever.evidence.matches import Matches, matches_of
from retriever.evidence.rarity import Floats
from retriever.evidence.trained import Weigher, trained
from retriever.lexical import LexicalHit, LexicalIndex
from retriever.question import Question
from retriever.vector_store import VectorHit, VectorStore

DEPTH = 100
"""Articles taken from each side."""
_UNITS_PER_ARTICLE = 4
_MEANING = 0.8
"""What the best meaning counts beside the best words where the two are added."""
_SHOWN_UNITS = 4
_Hit = TypeVar("_Hit", LexicalHit, VectorHit)


@dataclass(frozen=True, slots=True)
class Why:
    """Where a hit comes from: ranks count from 1, None means not found on that side."""

    lexical_rank: int | None = None
    lexical_score: float = 0.0
    dense_rank: int | None = None
    similarity: float | None = None
    referred: bool = False
    weight: float | None = None
    """What the trees make of it: only its order among the candidates of one question means something."""


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """An article found; `units` are its passages that share most with the question, best first.

    `score` falls from hit to hit, from 1.8 at most: how near each place comes to the first.
    """

    article: str
    score: float
    units: tuple[LexicalHit, ...]
    why: Why


@dataclass(frozen=True, slots=True)
class Ranking:
    """Articles, best first, and the cosine of the nearest article (None without a model)."""

    hits: tuple[ArticleHit, ...]
    nearest: float | None = None


Allowed = Callable[[str], bool]
"""Whether an article may be found. One that may not is no candidate: the features of others must not lean on it."""


def every(article: str) -> bool:
    """Any article may."""
    return True


@dataclass(frozen=True, slots=True)
class Ranker:
    """The two indexes, what is known of the corpus's words, and the model that reads questions (None: words only).

    `weigh` makes a score of features: the trained trees, or a single channel to see what it is worth.
    """

    lexical: LexicalIndex
    words: CorpusWords
    vectors: VectorStore | None = None
    embedder: Embedder | None = None
    weigh: Weigher = trained

    def rank(self, question: Question, depth: int = DEPTH, allowed: Allowed = every) -> Ranking:
        """Rank at most twice `depth` articles, of those that are `allowed` (law on the day, say)."""
        found = self._candidates(question, depth, allowed)
        if not found.names:
            return Ranking((), found.nearest)
        asked, matches = self._matched(question, found.names)
        table, rarity = self.words.table, self.words.rarity
        weights = self.weigh(features_of(asked, matches, table, rarity, question, found.cosines))
        units = _best_units(matches, clause_scores(asked, matches, table), self.words)
        order = sorted(range(len(found.names)), key=lambda at: (-weights[at], found.names[at]))
        hits = [
            ArticleHit(found.names[at], score, units[at], found.why(at, float(weights[at])))
            for at, score in zip(order, found.closeness(depth), strict=True)
        ]
        return Ranking(tuple(hits), found.nearest)

    def gather(
        self, question: Question, depth: int = DEPTH, allowed: Allowed = every
    ) -> tuple[list[str], dict[str, Floats]]:
        """The candidates and their features by name: what `weigh` is trained on."""
        found = self._candidates(question, depth, allowed)
        if not found.names:
            return [], {}
        asked, matches = self._matched(question, found.names)
        return found.names, features_of(
            asked, matches, self.words.table, self.words.rarity, question, found.cosines
        )  # fmt: skip

    def _candidates(self, question: Question, depth: int, allowed: Allowed) -> _Candidates:
        search = partial(self.lexical.search, question.clauses)
        worded = _by_article(_admitted(search, depth * _UNITS_PER_ARTICLE, depth, allowed), depth)
        vector = self._vector(question)
        near: list[VectorHit] = []
        if self.vectors and vector is not None:
            near = _admitted(partial(self.vectors.search, vector), depth, depth, allowed)[:depth]
        known = self.words.table.place
        names = sorted(name for name in {*worded, *(hit.article for hit in near)} if name in known)
        return _Candidates(names, worded, near, self._cosines(vector, names, near))

    def _vector(self, question: Question) -> Vector | None:
        if self.vectors is None or self.embedder is None or not question.meant:
            return None
        return self.embedder.embed_query(question.meant)

    def _cosines(self, vector: Vector | None, names: list[str], near: list[VectorHit]) -> Floats | None:
        """Of every candidate; one whose vector is not held counts as far as the farthest found."""
        if vector is None or self.vectors is None or not near:
            return None
        found = {hit.article: hit.similarity for hit in near}
        found |= self.vectors.similarities(vector, [name for name in names if name not in found])
        return np.array([found.get(name, near[-1].similarity) for name in names], np.float32)

    def _matched(self, question: Question, names: list[str]) -> tuple[Asked, Matches]:
        table = self.words.table
        asked = asked_of(question, table, self.words.rarity)
        return asked, matches_of(asked, table, np.array([table.place[name] for name in names], np.int64))


@dataclass(frozen=True, slots=True)
class _Candidates:
    names: list[str]
    worded: Mapping[str, list[LexicalHit]]
    near: list[VectorHit]
    cosines: Floats | None

    @property
    def nearest(self) -> float | None:
        return self.near[0].similarity if self.near else None

    def closeness(self, depth: int) -> list[float]:
        """How far the candidates lie apart, the best first, whichever they are: words and meaning plainly added.

        The weights of trees say who comes first, not how near the next one is. What is shown beside the first goes by
        shares of its score, and those shares were measured on this sum.
        """
        words = _scaled({name: hits[0].score for name, hits in self.worded.items()}, depth, floor=0.0)
        meant = _scaled({hit.article: hit.similarity for hit in self.near}, depth)
        return sorted((words.get(name, 0.0) + _MEANING * meant.get(name, 0.0) for name in self.names), reverse=True)

    def why(self, at: int, weight: float) -> Why:
        """Where a candidate came from."""
        name = self.names[at]
        place = next((place for place, one in enumerate(self.worded, 1) if one == name), None)
        near = next((place for place, hit in enumerate(self.near, 1) if hit.article == name), None)
        score = self.worded[name][0].score if place else 0.0
        cosine = float(self.cosines[at]) if self.cosines is not None else None
        return Why(place, score, near, cosine, weight=weight)


def _best_units(matches: Matches, scores: Floats, words: CorpusWords) -> list[tuple[LexicalHit, ...]]:
    """The units of every candidate that share words with the question, best first."""
    table = words.table
    found: list[tuple[LexicalHit, ...]] = []
    ends = [*matches.first[1:], len(matches.units)]
    for article, begin, end in zip(matches.articles, matches.first, ends, strict=True):
        best = begin + np.argsort(-scores[begin:end], kind="stable")[:_SHOWN_UNITS]
        name, document = table.articles[article], table.documents[article]
        found.append(
            tuple(
                LexicalHit(table.refs[matches.units[at]], name, document, float(scores[at]))
                for at in best
                if scores[at] > 0
            )
        )
    return found


def _admitted(search: Callable[[int], list[_Hit]], k: int, articles: int, allowed: Allowed) -> list[_Hit]:
    """What is allowed of the best `k`; where that lacks `articles`, the search goes deeper for the places of others."""
    asked = k
    while True:
        found = search(asked)
        kept = [hit for hit in found if allowed(hit.article)]
        enough = len(kept) == len(found) or len({hit.article for hit in kept}) >= articles
        if enough or len(found) < asked:
            return kept
        asked *= 2


def _by_article(units: list[LexicalHit], depth: int) -> dict[str, list[LexicalHit]]:
    """Units by article, in order of the best unit of each."""
    found: dict[str, list[LexicalHit]] = {}
    for unit in units:
        if unit.article in found or len(found) < depth:
            found.setdefault(unit.article, []).append(unit)
    return found


def _scaled(scores: Mapping[str, float], depth: int, floor: float | None = None) -> dict[str, float]:
    """Scores as 0 to 1 between the last of `depth` and the best; `floor` stands for the last of a shorter list."""
    if not scores:
        return {}
    low, high = min(scores.values()), max(scores.values())
    if len(scores) < depth and floor is not None:
        low = floor
    spread = high - low
    return {name: (score - low) / spread if spread > 0 else 1.0 for name, score in scores.items()}
