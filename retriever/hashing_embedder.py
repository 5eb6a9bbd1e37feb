"""The honest twin of an embedding model: no knowledge, only shared words. For tests and dry runs."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

from corpus.folding import fold
from retriever.embedder import Vector, Vectors, unit


class HashingEmbedder:
    """Counts folded words into `dimension` buckets with a sign each (Weinberger et al. 2009, arXiv:0902.2206)."""

    def __init__(self, dimension: int = 64) -> None:
        self.dimension = dimension
        self.embedded: list[str] = []
        """Every passage that was ever asked for, so that tests can count the work."""

    @property
    def fingerprint(self) -> str:
        """Depends on the dimension alone."""
        return f"hashing-{self.dimension}"

    def embed_query(self, text: str) -> Vector:
        """The vector of a question."""
        return self._vector(text)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """The vectors of passages, in order."""
        self.embedded.extend(texts)
        if not texts:
            return np.zeros((0, self.dimension), np.float32)
        return np.stack([self._vector(text) for text in texts])

    def _vector(self, text: str) -> Vector:
        vector = np.zeros(self.dimension, np.float32)
        for word in fold(text).split():
            digest = hashlib.blake2b(word.encode(), digest_size=8).digest()
            number = int.from_bytes(digest, "little")
            vector[number % self.dimension] += 1.0 if number >> 63 else -1.0
        return unit(vector)
