"""Where documents come from: a seam with one verb, and what it gives."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from corpus.document import Revision

READER = "9"
"""Raised when reading changes what comes of the same bytes, so that files are read anew."""


class SourceDocument(Protocol):
    """One document that a source holds, not yet read. Can be sent to another process."""

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files it comes from, in order."""

    @property
    def content(self) -> str:
        """A hash of all that reading depends on; the same hash gives the same revision."""

    def read(self) -> Revision:
        """Read it; raise `Refusal` with the reason when it cannot be read whole."""


class CorpusSource(Protocol):
    """A place that holds documents."""

    def documents(self) -> Iterator[SourceDocument]:
        """Everything it holds, in a stable order; nothing is read yet."""
