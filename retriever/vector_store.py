"""The seam to vector stores, with its honest twin in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from retriever.embedder import Vector, Vectors


@dataclass(frozen=True, slots=True)
class VectorHit:
    """An article found, with the cosine of its vector and the question's."""

    article: str
    similarity: float


class VectorStore(Protocol):
    """Articles by meaning."""

    def add(self, document: str, articles: Sequence[str], vectors: Vectors) -> None:
        """Take in the articles of a document, replacing those of the same name; vectors have unit length."""

    def remove(self, document: str) -> None:
        """Drop all articles of a document."""

    def search(self, vector: Vector, k: int) -> list[VectorHit]:
        """The nearest `k` articles by cosine, nearest first."""

    def similarities(self, vector: Vector, articles: Sequence[str]) -> dict[str, float]:
        """The cosines of these articles, of those that are held."""

    def count(self) -> int:
        """How many articles are held."""

    def clear(self) -> None:
        """Drop everything."""

    def close(self) -> None:
        """Let go of files and connections; it is not used again."""


class MemoryVectorStore:
    """Compares with every vector: exact, and quick enough for 100,000 articles."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[str, Vector]] = {}
        self._table: tuple[list[str], Vectors] | None = None

    def add(self, document: str, articles: Sequence[str], vectors: Vectors) -> None:
        """Take in the articles of a document."""
        self._held.update(zip(articles, ((document, vector) for vector in vectors), strict=True))
        self._table = None

    def remove(self, document: str) -> None:
        """Drop all articles of a document."""
        self._held = {name: entry for name, entry in self._held.items() if entry[0] != document}
        self._table = None

    def search(self, vector: Vector, k: int) -> list[VectorHit]:
        """The nearest `k` articles, nearest first."""
        if not self._held:
            return []
        names, table = self._table or self._stacked()
        similarities = table @ vector
        best = np.argsort(-similarities, kind="stable")[:k]
        return [VectorHit(names[i], float(similarities[i])) for i in best]

    def similarities(self, vector: Vector, articles: Sequence[str]) -> dict[str, float]:
        """The cosines of these articles, of those that are held."""
        return {name: float(self._held[name][1] @ vector) for name in articles if name in self._held}

    def count(self) -> int:
        """How many articles are held."""
        return len(self._held)

    def clear(self) -> None:
        """Drop everything."""
        self._held.clear()
        self._table = None

    def close(self) -> None:
        """Nothing to let go of."""

    def _stacked(self) -> tuple[list[str], Vectors]:
        self._table = list(self._held), np.stack([vector for _, vector in self._held.values()])
        return self._table
