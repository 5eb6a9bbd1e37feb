"""Everything that is looked up: words, vectors, the way the law writes; kept in step with the corpus."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from corpus.store import CorpusReader
from retriever.corpus_words import CorpusWords
from retriever.diacritics import Diacritics
from retriever.e5_weights import NAME
from retriever.embedder import Embedder, Progress, silent
from retriever.evidence.trained import Weigher, trained
from retriever.fault import IndexCorrupt, IndexStale
from retriever.manifest import SCHEMA, Manifest
from retriever.ranking import Ranker
from retriever.stores import DiskStores, MemoryStores, Stores
from retriever.unit import Article, Unit, articles_of, text_hash, units_of
from retriever.vector_cache import VectorCache
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


class UnitSource(Protocol):
    """What an index is built from."""

    def version(self) -> str:
        """Names the content: equal content, equal name."""

    def documents(self) -> Sequence[str]:
        """The names of the documents."""

    def units(self, document: str) -> list[Unit]:
        """The units of a document, in text order."""


@dataclass(frozen=True, slots=True)
class CorpusUnits:
    """A corpus as a source."""

    corpus: CorpusReader

    def version(self) -> str:
        """The version of the corpus."""
        return self.corpus.version()

    def documents(self) -> Sequence[str]:
        """The ids of its documents."""
        return [document.id for document in self.corpus.documents()]

    def units(self, document: str) -> list[Unit]:
        """A unit per passage of a current revision."""
        return units_of(self.corpus.passages(document))


class Index:
    """Built by `sync`, read through `ranker`. One process writes at a time; any number read."""

    def __init__(self, stores: Stores, embedder: Embedder | None, cache: VectorCache, weigh: Weigher = trained) -> None:
        """Nothing is opened or built yet."""
        self._weigh = weigh
        self._stores, self._embedder, self._cache = stores, embedder, cache
        self._folder = stores.folder
        self._writing = threading.Lock()
        self._seen = -1
        self._manifest: Manifest | None = None
        self._words = CorpusWords()
        self.refresh()

    @property
    def manifest(self) -> Manifest | None:
        """What the index was built from; None before the first `sync`."""
        return self._manifest

    @property
    def diacritics(self) -> Diacritics:
        """How the law of this corpus writes."""
        return self._words.diacritics

    @property
    def state(self) -> str:
        """Names what was indexed; empty before the first `sync`."""
        manifest = self._manifest
        return text_hash(f"{manifest.schema} {manifest.corpus_version}")[:16] if manifest else ""

    def ranker(self, words_only: bool = False) -> Ranker:
        """What ranks articles, as of now."""
        self.refresh()
        if words_only or self._embedder is None or self._manifest is None or self._manifest.model is None:
            return Ranker(self._stores.lexical, self._words, weigh=self._weigh)
        return Ranker(self._stores.lexical, self._words, self._stores.vectors, self._embedder, self._weigh)

    @property
    def knows_cosines(self) -> bool:
        """Whether cosines are on the scale that confidence was measured on."""
        return self._embedder is not None and self._embedder.fingerprint.startswith(NAME + ":")

    @property
    def is_usable(self) -> bool:
        """Whether it was built with this model, though perhaps for an earlier corpus."""
        self.refresh()
        manifest = self._manifest
        return manifest is not None and manifest.schema == SCHEMA and manifest.model == self._model

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
        if not self._is_whole(manifest):
            raise IndexStale(f"Chỉ mục ở {self._folder} thiếu tệp hoặc có tệp bị cụt. {_REMEDY}")

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
            synced = self._bring_level(source, look, progress, anew)
            if anew or self._manifest is None or self._is_whole(self._manifest):
                return synced
            return self._bring_level(source, look, progress, True)

    def _bring_level(self, source: UnitSource, look: bool, progress: Progress, anew: bool) -> Synced:
        manifest = self._fitting_manifest(anew)
        version = source.version()
        if manifest.corpus_version == version and not look:
            return Synced(0, 0, len(manifest.documents))
        entries = [_Entry(name, source.units(name)) for name in source.documents()]
        stale = [e for e in entries if manifest.documents.get(e.document) != e.state]
        gone = manifest.documents.keys() - {entry.document for entry in entries}
        self._announce(manifest, {*gone, *(entry.document for entry in stale)})
        for name in gone:
            self._drop(manifest, name)
        self._take(manifest, stale, progress)
        manifest.corpus_version = version
        self._finish(manifest, entries, {entry.document for entry in stale})
        return Synced(len(stale), len(gone), len(entries) - len(stale))

    def refresh(self) -> None:
        """See what another process has written."""
        if self._folder is None:
            return
        path = self._folder / "manifest.json"
        stamp = path.stat().st_mtime_ns if path.is_file() else 0
        if stamp == self._seen:
            return
        known, self._manifest = self._manifest, Manifest.read(path)
        self._words = CorpusWords.load(self._folder)
        if known is not None:
            self._stores.reopen()
        self._seen = stamp

    def close(self) -> None:
        """Let go of files and connections."""
        self._stores.reopen()
        self._cache.close()

    def _fitting_manifest(self, anew: bool) -> Manifest:
        """A copy of the manifest to work on; a new one over empty stores where nothing can be kept."""
        if not anew:
            self.refresh()
            manifest = self._manifest
            fits = manifest is not None and manifest.schema == SCHEMA and manifest.model == self._model
            if manifest is not None and fits and (not manifest.corpus_version or self._is_whole(manifest)):
                return replace(manifest, documents=dict(manifest.documents))
        self._manifest, self._words = None, CorpusWords()
        if self._folder is not None:  # first: half an index without a manifest is no index
            (self._folder / "manifest.json").unlink(missing_ok=True)
            self._seen = 0
        self._stores.erase()
        return Manifest(model=self._model)

    def _is_whole(self, manifest: Manifest) -> bool:
        """Whether everything is there that was there when the index was finished. Readers may let files grow."""
        if self._folder is not None:
            sizes = {path: self._folder / path for path in manifest.files}
            if any(not file.is_file() or file.stat().st_size < manifest.files[path] for path, file in sizes.items()):
                return False
        try:
            return self._stores.hold(manifest.units, None if manifest.model is None else manifest.articles)
        except IndexCorrupt:
            return False

    def _announce(self, manifest: Manifest, changing: set[str]) -> None:
        """Say on disk, before anything is touched, what is no longer level: whoever finds that does it over."""
        if not changing:
            return
        manifest.corpus_version = ""
        manifest.documents.update(dict.fromkeys(changing, ""))
        self._write(replace(manifest, documents=dict(manifest.documents)))

    @property
    def _model(self) -> str | None:
        return self._embedder.fingerprint if self._embedder else None

    def _drop(self, manifest: Manifest, document: str) -> None:
        self._stores.lexical.remove(document)
        if manifest.model is not None:
            self._stores.vectors.remove(document)
        manifest.documents.pop(document, None)

    def _take(self, manifest: Manifest, entries: list[_Entry], progress: Progress) -> None:
        articles = [articles_of(entry.units) for entry in entries]
        total = sum(map(len, articles))
        done = 0
        for entry, own in zip(entries, articles, strict=True):
            self._take_vectors(entry.document, own, _shifted(progress, done, total))
            done += len(own)
            self._stores.lexical.remove(entry.document)
            self._stores.lexical.add(entry.units)
        for entry in entries:
            manifest.documents[entry.document] = entry.state

    def _take_vectors(self, document: str, articles: list[Article], progress: Progress) -> None:
        if self._embedder is None:
            progress(len(articles), len(articles))
            return
        store = self._stores.vectors
        vectors = self._cache.vectors(self._embedder, [article.text for article in articles], progress)
        store.remove(document)
        store.add(document, [article.ref for article in articles], vectors)

    def _finish(self, manifest: Manifest, entries: list[_Entry], changed: set[str]) -> None:
        self._stores.lexical.commit()
        manifest.units = sum(len(entry.units) for entry in entries)
        manifest.articles = sum(len({unit.article for unit in entry.units}) for entry in entries)
        self._words = self._words.grown({entry.document: entry.units for entry in entries}, changed)
        if self._folder is not None:
            written = self._words.save(self._folder)
            sizes = {str(path.relative_to(self._folder)): path.stat().st_size for path in written}
            manifest.files = self._stores.files() | sizes
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


def _shifted(progress: Progress, before: int, total: int) -> Progress:
    return lambda done, _: progress(before + done, total)
