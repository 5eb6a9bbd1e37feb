"""Everything that is looked up: words, vectors, the way the law writes; kept in step with the corpus."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from corpus.store import CorpusReader
from retriever.diacritics import Diacritics
from retriever.embedder import Embedder, Progress, silent
from retriever.fault import IndexCorrupt, IndexStale
from retriever.lexical import LexicalIndex
from retriever.manifest import SCHEMA, Manifest
from retriever.memory_index import MemoryLexicalIndex
from retriever.ranking import Ranker
from retriever.unit import Article, Unit, articles_of, text_hash, units_of
from retriever.vector_cache import VectorCache
from retriever.vector_store import MemoryVectorStore, VectorStore
from retriever.write_lock import write_lock

_REMEDY = "Hãy chạy `hoiluat corpus reindex` để dựng lại (không nhúng lại những gì đã nhúng)."


@dataclass(frozen=True, slots=True)
class Synced:
    """What bringing the index up to date did, in documents."""

    indexed: int
    removed: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class _Entry:
    document: str
    units: list[Unit]

    @property
    def state(self) -> str:
        return text_hash("\0".join(f"{unit.ref}\1{unit.words}" for unit in self.units))[:32]


class Index:
    """Built by `sync`, read through `ranker`. One process writes at a time; any number read."""

    def __init__(
        self,
        lexical: LexicalIndex,
        vectors: Callable[[], VectorStore],
        embedder: Embedder | None,
        cache: VectorCache,
        folder: Path | None = None,
    ) -> None:
        """`vectors` is called when vectors are first needed; without a folder nothing outlives the process."""
        self._lexical, self._open_vectors = lexical, vectors
        self._vectors: VectorStore | None = None
        self._embedder, self._cache, self._folder = embedder, cache, folder
        self._writing = threading.Lock()
        self._seen = -1
        self._manifest: Manifest | None = None
        self._diacritics = Diacritics()
        self.refresh()

    @property
    def manifest(self) -> Manifest | None:
        """What the index was built from; None before the first `sync`."""
        return self._manifest

    @property
    def diacritics(self) -> Diacritics:
        """How the law of this corpus writes."""
        return self._diacritics

    def ranker(self) -> Ranker:
        """What ranks articles, as of now."""
        self.refresh()
        if self._embedder is None or self._manifest is None or self._manifest.model is None:
            return Ranker(self._lexical)
        return Ranker(self._lexical, self._vector_store(), self._embedder)

    def check(self, corpus: CorpusReader) -> None:
        """Raise `IndexStale` unless the index belongs to this corpus and this model."""
        self.refresh()
        manifest = self._manifest
        if manifest is None:
            raise IndexStale(f"Chưa có chỉ mục tìm kiếm. {_REMEDY}")
        if manifest.schema != SCHEMA:
            raise IndexStale(f"Chỉ mục thuộc bản {manifest.schema}, chương trình cần bản {SCHEMA}. {_REMEDY}")
        if self._embedder is not None and manifest.model != self._embedder.fingerprint:
            raise IndexStale(
                f"Chỉ mục được dựng bằng mô hình {manifest.model or '(không có)'}, "
                f"nay đặt {self._embedder.fingerprint}. {_REMEDY}"
            )
        if manifest.corpus_version != corpus.version():
            raise IndexStale(
                f"Kho luật đã đổi (bản {corpus.version()[:8]}) sau khi dựng chỉ mục "
                f"(bản {manifest.corpus_version[:8]}). {_REMEDY}"
            )

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
        with self._writing, self._locked():
            self.refresh()
            manifest = self._fitting_manifest()
            forced = set(changed)
            if manifest.corpus_version == corpus.version() and not forced:
                return Synced(0, 0, len(manifest.documents))
            entries = [_entry(corpus, document.id) for document in corpus.documents()]
            stale = [e for e in entries if manifest.documents.get(e.document) != e.state]
            gone = manifest.documents.keys() - {entry.document for entry in entries}
            for name in gone:
                self._drop(manifest, name)
            self._take(manifest, stale, progress)
            manifest.corpus_version = corpus.version()
            self._finish(manifest, entries)
            return Synced(len(stale), len(gone), len(entries) - len(stale))

    def rebuild(self, corpus: CorpusReader, progress: Progress = silent) -> Synced:
        """Index everything anew, from the corpus and the vectors at hand."""
        with self._writing, self._locked():
            manifest = self._manifest or Manifest()
            for name in list(manifest.documents):
                self._drop(manifest, name)
            manifest.schema, manifest.corpus_version = SCHEMA, ""
            self._write(manifest)
        return self.sync(corpus, progress=progress)

    def refresh(self) -> None:
        """See what another process has written."""
        if self._folder is None:
            return
        path = self._folder / "manifest.json"
        stamp = path.stat().st_mtime_ns if path.is_file() else 0
        if stamp == self._seen:
            return
        self._manifest = Manifest.read(path)
        try:
            self._diacritics = Diacritics.load(self._folder / "diacritics.json.gz")
        except (OSError, ValueError, EOFError) as error:
            raise IndexCorrupt(f"Chỉ mục ở {self._folder} bị hỏng ({error}). {_REMEDY}") from error
        if self._seen > 0 and (reopen := getattr(self._vectors, "reopen", None)):
            reopen()
        self._seen = stamp

    def _vector_store(self) -> VectorStore:
        if self._vectors is None:
            self._vectors = self._open_vectors()
        return self._vectors

    def _fitting_manifest(self) -> Manifest:
        """The manifest, emptied where model or schema changed so that everything is taken in again."""
        manifest = self._manifest or Manifest(model=self._model)
        if manifest.schema != SCHEMA or manifest.model != self._model:
            for name in list(manifest.documents):
                self._drop(manifest, name)
            manifest = Manifest(model=self._model)
        return manifest

    @property
    def _model(self) -> str | None:
        return self._embedder.fingerprint if self._embedder else None

    def _drop(self, manifest: Manifest, document: str) -> None:
        self._lexical.remove(document)
        if manifest.model is not None:
            self._vector_store().remove(document)
        manifest.documents.pop(document, None)

    def _take(self, manifest: Manifest, entries: list[_Entry], progress: Progress) -> None:
        articles = [articles_of(entry.units) for entry in entries]
        total = sum(map(len, articles))
        done = 0
        for entry, own in zip(entries, articles, strict=True):
            self._take_vectors(entry.document, own, _shifted(progress, done, total))
            done += len(own)
            self._lexical.remove(entry.document)
            self._lexical.add(entry.units)
        for entry in entries:
            manifest.documents[entry.document] = entry.state

    def _take_vectors(self, document: str, articles: list[Article], progress: Progress) -> None:
        if self._embedder is None:
            progress(len(articles), len(articles))
            return
        store = self._vector_store()
        vectors = self._cache.vectors(self._embedder, [article.text for article in articles], progress)
        store.remove(document)
        store.add(document, [article.ref for article in articles], vectors)

    def _finish(self, manifest: Manifest, entries: list[_Entry]) -> None:
        self._lexical.commit()
        manifest.units = sum(len(entry.units) for entry in entries)
        manifest.articles = sum(len({unit.article for unit in entry.units}) for entry in entries)
        self._diacritics = Diacritics()
        self._diacritics.learn(unit.words for entry in entries for unit in entry.units)
        if self._folder is not None:
            self._diacritics.save(self._folder / "diacritics.json.gz")
        self._write(manifest)

    def _write(self, manifest: Manifest) -> None:
        self._manifest = manifest
        if self._folder is not None:
            path = self._folder / "manifest.json"
            manifest.write(path)
            self._seen = path.stat().st_mtime_ns

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with write_lock(self._folder / "lock") if self._folder else nullcontext():
            yield


def memory_index(embedder: Embedder | None = None) -> Index:
    """An index of twins, gone with the process."""
    store = MemoryVectorStore()
    return Index(MemoryLexicalIndex(), lambda: store, embedder, VectorCache())


def open_index(folder: Path, embedder: Embedder | None, cache: VectorCache, chroma_url: str | None = None) -> Index:
    """The index in `folder`; raise `IndexCorrupt` where it cannot be read."""
    from retriever.tantivy_index import TantivyIndex

    def vectors() -> VectorStore:
        from retriever.chroma_store import ChromaStore

        return ChromaStore(chroma_url or folder / "chroma")

    return Index(TantivyIndex(folder / "lexical"), vectors, embedder, cache, folder)


def erase_index(folder: Path) -> None:
    """Remove an index that cannot be read. The corpus and the vectors computed are kept elsewhere and stay."""
    shutil.rmtree(folder, ignore_errors=True)


def _entry(corpus: CorpusReader, document: str) -> _Entry:
    return _Entry(document, units_of(corpus.passages(document)))


def _shifted(progress: Progress, before: int, total: int) -> Progress:
    return lambda done, _: progress(before + done, total)
