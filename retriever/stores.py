"""The two indexes that belong together, in memory or on disk, opened when first needed."""

from __future__ import annotations

import shutil
from functools import cached_property
from pathlib import Path
from typing import Protocol

from retriever.fault import IndexCorrupt
from retriever.lexical import LexicalIndex
from retriever.memory_index import MemoryLexicalIndex
from retriever.vector_store import MemoryVectorStore, VectorStore


class Stores(Protocol):
    """Words and vectors of one index."""

    folder: Path | None
    """Where the index keeps what it knows of itself; None where nothing outlives the process."""

    @property
    def lexical(self) -> LexicalIndex:
        """The words; raise `IndexCorrupt` where they cannot be read."""

    @property
    def vectors(self) -> VectorStore:
        """The vectors; raise `IndexCorrupt` where they cannot be read."""

    def reopen(self) -> None:
        """See what another process has written."""

    def erase(self) -> None:
        """Empty both, readable or not."""

    def files(self) -> dict[str, int]:
        """The files that both are kept in, by their path below the folder, with their sizes (bytes)."""

    def hold(self, units: int, articles: int | None) -> bool:
        """Whether so many units of words and articles of vectors are held (None: vectors are not asked for)."""


class MemoryStores:
    """The twins."""

    folder: Path | None = None

    def __init__(self) -> None:
        self.erase()

    def reopen(self) -> None:
        """Nobody else writes here."""

    def erase(self) -> None:
        """Begin anew."""
        self.lexical: LexicalIndex = MemoryLexicalIndex()
        self.vectors: VectorStore = MemoryVectorStore()

    def files(self) -> dict[str, int]:
        """None."""
        return {}

    def hold(self, units: int, articles: int | None) -> bool:
        """Nothing gets lost here."""
        return True


class DiskStores:
    """tantivy and Chroma below a folder; Chroma may be a server instead."""

    def __init__(self, folder: Path, chroma_url: str | None = None) -> None:
        self.folder: Path | None = folder
        self._folder = folder
        self._lexical_folder, self._vector_folder = folder / "lexical", folder / "chroma"
        self._chroma_url = chroma_url

    @cached_property
    def lexical(self) -> LexicalIndex:
        """The words."""
        from retriever.tantivy_index import TantivyIndex

        return TantivyIndex(self._lexical_folder)

    @cached_property
    def vectors(self) -> VectorStore:
        """The vectors."""
        from retriever.chroma_store import ChromaStore

        return ChromaStore(self._chroma_url or self._vector_folder)

    def reopen(self) -> None:
        """See what another process has written; tantivy sees it by itself."""
        if "vectors" in self.__dict__:
            self.vectors.close()
            del self.__dict__["vectors"]

    def erase(self) -> None:
        """Empty the vectors, or remove their folder where they cannot be opened; remove the words from disk."""
        if self._chroma_url or self._vector_folder.exists():
            try:
                self.vectors.clear()
            except IndexCorrupt:
                if self._chroma_url:
                    raise
                self.reopen()
                shutil.rmtree(self._vector_folder, ignore_errors=True)
        self.__dict__.pop("lexical", None)
        shutil.rmtree(self._lexical_folder, ignore_errors=True)

    def files(self) -> dict[str, int]:
        """The segments of words and of vectors, which only a writer changes."""
        found = [*self._lexical_folder.glob("[!.]*"), *self._vector_folder.glob("*/*")]
        return {str(path.relative_to(self._folder)): path.stat().st_size for path in sorted(found)}

    def hold(self, units: int, articles: int | None) -> bool:
        """Compare the counts; vectors on a server are the server's care."""
        if self.lexical.count() != units:
            return False
        return articles is None or bool(self._chroma_url) or self.vectors.count() == articles
