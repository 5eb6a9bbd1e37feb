"""The seam to embedding models."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float32]
"""One embedding of unit length, shape (dimension,)."""
Vectors = npt.NDArray[np.float32]
"""Embeddings of unit length, shape (texts, dimension)."""
Progress = Callable[[int, int], None]
"""Told (done, total) while something long runs."""


def silent(done: int, total: int) -> None:
    """Report progress to nobody."""


class Embedder(Protocol):
    """Texts to vectors of unit length. Questions and passages may be treated differently."""

    @property
    def fingerprint(self) -> str:
        """Names the model so exactly that equal fingerprints mean interchangeable vectors."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""

    def embed_query(self, text: str) -> Vector:
        """The vector of a question."""

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """The vectors of passages, in order."""


def unit(vectors: Vectors) -> Vectors:
    """The rows scaled to unit length; rows of zeros stay."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    scaled: Vectors = (vectors / np.maximum(lengths, 1e-12)).astype(np.float32)
    return scaled
