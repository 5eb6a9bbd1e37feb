"""Ranks articles: words and meaning, each scaled to its own best hundred, then added."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from retriever.embedder import Embedder
from retriever.lexical import LexicalHit, LexicalIndex
from retriever.question import Question
from retriever.vector_store import VectorHit, VectorStore

DEPTH = 100
"""Articles taken from each side."""
_UNITS_PER_ARTICLE = 4
DENSE_WEIGHT = 0.8
"""What the best meaning counts beside the best words (0.6 to 1.0 are alike on the dev questions)."""


@dataclass(frozen=True, slots=True)
class Why:
    """Where a hit comes from: ranks count from 1, None means not found on that side."""

    lexical_rank: int | None = None
    lexical_score: float = 0.0
    dense_rank: int | None = None
    similarity: float | None = None
    referred: bool = False


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """An article found; `units` are its passages that share words with the question, best first."""

    article: str
    score: float
    units: tuple[LexicalHit, ...]
    why: Why


@dataclass(frozen=True, slots=True)
class Ranking:
    """Articles, best first, and the cosine of the nearest article (None without a model)."""

    hits: tuple[ArticleHit, ...]
    nearest: float | None = None


@dataclass(frozen=True, slots=True)
class Ranker:
    """The two indexes and the model that reads questions; without a model only words count."""

    lexical: LexicalIndex
    vectors: VectorStore | None = None
    embedder: Embedder | None = None
    dense_weight: float = DENSE_WEIGHT
    lexical_weight: float = 1.0

    def rank(self, question: Question, depth: int = DEPTH) -> Ranking:
        """Rank at most twice `depth` articles."""
        units = self.lexical.search(question.clauses, depth * _UNITS_PER_ARTICLE)
        words = _by_article(units, depth)
        near = self._near(question, depth)
        worded = _scaled({name: hits[0].score for name, hits in words.items()}, depth, floor=0.0)
        meant = _scaled({hit.article: hit.similarity for hit in near}, depth)
        scores = {
            name: self.lexical_weight * worded.get(name, 0.0) + self.dense_weight * meant.get(name, 0.0)
            for name in (*worded, *meant)
        }
        places = {name: place for place, name in enumerate(words, 1)}
        meanings = {hit.article: (place, hit.similarity) for place, hit in enumerate(near, 1)}

        def hit(name: str) -> ArticleHit:
            found = words.get(name, ())
            rank, similarity = meanings.get(name, (None, None))
            why = Why(places.get(name), found[0].score if found else 0.0, rank, similarity)
            return ArticleHit(name, scores[name], tuple(found), why)

        best = sorted(scores, key=lambda name: (-scores[name], name))
        return Ranking(tuple(map(hit, best)), near[0].similarity if near else None)

    def _near(self, question: Question, depth: int) -> list[VectorHit]:
        if self.vectors is None or self.embedder is None or not question.meant:
            return []
        return self.vectors.search(self.embedder.embed_query(question.meant), depth)


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
