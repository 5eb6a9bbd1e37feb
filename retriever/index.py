"""Everything that is looked up: words, vectors, the way the law writes; kept in step with the corpus."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from corpus.store import CorpusReader
from retriever.diacritics import Diacritics
from retriever.e5_weights import NAME
from retriever.embedder import Embedder, Progress, silent
from retriever.evidence.trained import Weigher, trained
from retriever.fault import IndexStale
from retriever.index_fit import REMEDY, misfit
from retriever.index_record import Record
from retriever.index_writer import IndexWriter, Synced
from retriever.manifest import SCHEMA, Manifest
from retriever.ranking import Ranker
from retriever.stores import DiskStores, MemoryStores, Stores
from retriever.unit import text_hash
from retriever.unit_source import CorpusUnits, UnitSource
from retriever.vector_cache import VectorCache
from retriever.write_lock import write_lock


class Index:
    """Built by `sync`, read through `ranker`. One process writes at a time; any number read."""

    def __init__(self, stores: Stores, embedder: Embedder | None, cache: VectorCache, weigh: Weigher = trained) -> None:
        """Nothing is opened or built yet."""
        self._weigh = weigh
        self._stores, self._embedder, self._cache = stores, embedder, cache
        self._record = Record(stores.folder)
        self._writer = IndexWriter(stores, self._record, embedder, cache)
        self._writing = threading.Lock()
        self.refresh()

    @property
    def manifest(self) -> Manifest | None:
        """What the index was built from; None before the first `sync`."""
        return self._record.manifest

    @property
    def diacritics(self) -> Diacritics:
        """How the law of this corpus writes."""
        return self._record.words.diacritics

    @property
    def state(self) -> str:
        """Names what was indexed; empty before the first `sync`."""
        manifest = self.manifest
        return text_hash(f"{manifest.schema} {manifest.corpus_version}")[:16] if manifest else ""

    def ranker(self, words_only: bool = False) -> Ranker:
        """What ranks articles, as of now."""
        self.refresh()
        words, manifest = self._record.words, self.manifest
        if words_only or self._embedder is None or manifest is None or manifest.model is None:
            return Ranker(self._stores.lexical, words, weigh=self._weigh)
        return Ranker(self._stores.lexical, words, self._stores.vectors, self._embedder, self._weigh)

    @property
    def knows_cosines(self) -> bool:
        """Whether cosines are on the scale that confidence was measured on."""
        return self._embedder is not None and self._embedder.fingerprint.startswith(NAME + ":")

    @property
    def is_usable(self) -> bool:
        """Whether it was built with this model, though perhaps for an earlier corpus."""
        self.refresh()
        manifest = self.manifest
        return manifest is not None and manifest.schema == SCHEMA and manifest.model == self._writer.model

    def check(self, corpus: CorpusReader) -> None:
        """Raise `IndexStale` unless the index belongs to this corpus and this model."""
        self.refresh()
        reason = misfit(self.manifest, self._writer.model, corpus.version())
        if not reason and self.manifest is not None and not self._writer.is_whole(self.manifest):
            reason = f"Chỉ mục ở {self._stores.folder} thiếu tệp hoặc có tệp bị cụt. {REMEDY}"
        if reason:
            raise IndexStale(reason)

    def is_current(self, corpus: CorpusReader) -> bool:
        """Whether `check` would pass."""
        try:
            self.check(corpus)
        except IndexStale:
            return False
        return True

    def sync(self, corpus: CorpusReader, changed: Iterable[str] = (), progress: Progress = silent) -> Synced:
        """Bring the index up to date; `changed` names documents whose tree changed though their text did not.

        Broken off at any moment it can be taken up again; what was embedded is not embedded again.
        """
        return self.take_in(CorpusUnits(corpus), bool(tuple(changed)), progress)

    def rebuild(self, corpus: CorpusReader, progress: Progress = silent) -> Synced:
        """Index everything anew, from the corpus and the vectors at hand, whatever state the old index is in."""
        return self.take_in(CorpusUnits(corpus), True, progress, anew=True)

    def take_in(
        self, source: UnitSource, look: bool = False, progress: Progress = silent, anew: bool = False
    ) -> Synced:
        """Bring the index up to date with any source; unless told to `look`, an unchanged version is believed."""
        with self._writing, self._locked():
            if not anew:  # what cannot be read must not keep from building anew
                self.refresh()
            return self._writer.take_in(source, look, progress, anew)

    def refresh(self) -> None:
        """See what another process has written."""
        known = self.manifest
        if self._record.refresh() and known is not None:
            self._stores.reopen()

    def close(self) -> None:
        """Let go of files and connections."""
        self._stores.reopen()
        self._cache.close()

    @contextmanager
    def _locked(self) -> Iterator[None]:
        folder = self._stores.folder
        with write_lock(folder / "lock") if folder else nullcontext():
            yield


def memory_index(embedder: Embedder | None = None) -> Index:
    """An index of twins, gone with the process."""
    return Index(MemoryStores(), embedder, VectorCache())


def open_index(
    folder: Path,
    embedder: Embedder | None,
    cache: VectorCache,
    chroma_url: str | None = None,
    weigh: Weigher = trained,
) -> Index:
    """The index in `folder`; raise `IndexCorrupt` where it cannot be read."""
    stores = DiskStores(folder, chroma_url)
    _ = stores.lexical
    return Index(stores, embedder, cache, weigh)


def erase_index(folder: Path) -> None:
    """Remove an index that cannot be read. The corpus and the vectors computed are kept elsewhere and stay."""
    if folder.is_file():
        folder.unlink()
    shutil.rmtree(folder, ignore_errors=True)
