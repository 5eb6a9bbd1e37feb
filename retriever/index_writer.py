"""Brings an index level with a source; broken off at any moment, it can be taken up again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from retriever.embedder import Embedder, Progress
from retriever.fault import IndexCorrupt
from retriever.index_record import Record
from retriever.manifest import SCHEMA, Manifest
from retriever.stores import Stores
from retriever.unit import Article, articles_of
from retriever.unit_source import Entry, UnitSource, entries_of
from retriever.vector_cache import VectorCache


@dataclass(frozen=True, slots=True)
class Synced:
    """What bringing the index up to date did, in documents."""

    indexed: int
    removed: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class IndexWriter:
    """Whoever writes holds the lock of the index already."""

    stores: Stores
    record: Record
    embedder: Embedder | None
    cache: VectorCache

    @property
    def model(self) -> str | None:
        """The fingerprint of the model; None for words only."""
        return self.embedder.fingerprint if self.embedder else None

    def take_in(self, source: UnitSource, look: bool, progress: Progress, anew: bool) -> Synced:
        """Bring the index level, and build it anew where it then proves to be less than it says."""
        synced = self._bring_level(source, look, progress, anew)
        if anew or self.record.manifest is None or self.is_whole(self.record.manifest):
            return synced
        return self._bring_level(source, look, progress, True)

    def is_whole(self, manifest: Manifest) -> bool:
        """Whether everything is there that was there when the index was finished."""
        if not self.record.is_whole(manifest):
            return False
        try:
            return self.stores.hold(manifest.units, None if manifest.model is None else manifest.articles)
        except IndexCorrupt:
            return False

    def announce(self, manifest: Manifest, changing: set[str]) -> None:
        """Say on disk, before anything is touched, what is no longer level: whoever finds that does it over."""
        if not changing:
            return
        manifest.corpus_version = ""
        manifest.documents.update(dict.fromkeys(changing, ""))
        self.record.write(replace(manifest, documents=dict(manifest.documents)))

    def _bring_level(self, source: UnitSource, look: bool, progress: Progress, anew: bool) -> Synced:
        manifest = self._fitting_manifest(anew)
        version = source.version()
        if manifest.corpus_version == version and not look:
            return Synced(0, 0, len(manifest.documents))
        entries = entries_of(source)
        stale = [e for e in entries if manifest.documents.get(e.document) != e.state]
        gone = manifest.documents.keys() - {entry.document for entry in entries}
        self.announce(manifest, {*gone, *(entry.document for entry in stale)})
        for name in gone:
            self._drop(manifest, name)
        self._take(manifest, stale, progress)
        manifest.corpus_version = version
        self._finish(manifest, entries, {entry.document for entry in stale})
        return Synced(len(stale), len(gone), len(entries) - len(stale))

    def _fitting_manifest(self, anew: bool) -> Manifest:
        """A copy of the manifest to work on; a new one over empty stores where nothing can be kept."""
        manifest = None if anew else self.record.manifest
        fits = manifest is not None and manifest.schema == SCHEMA and manifest.model == self.model
        if manifest is not None and fits and (not manifest.corpus_version or self.is_whole(manifest)):
            return replace(manifest, documents=dict(manifest.documents))
        self.record.forget()
        self.stores.erase()
        return Manifest(model=self.model)

    def _drop(self, manifest: Manifest, document: str) -> None:
        self.stores.lexical.remove(document)
        if manifest.model is not None:
            self.stores.vectors.remove(document)
        manifest.documents.pop(document, None)

    def _take(self, manifest: Manifest, entries: list[Entry], progress: Progress) -> None:
        articles = [articles_of(entry.units) for entry in entries]
        total = sum(map(len, articles))
        done = 0
        for entry, own in zip(entries, articles, strict=True):
            self._take_vectors(entry.document, own, _shifted(progress, done, total))
            done += len(own)
            self.stores.lexical.remove(entry.document)
            self.stores.lexical.add(entry.units)
        for entry in entries:
            manifest.documents[entry.document] = entry.state

    def _take_vectors(self, document: str, articles: list[Article], progress: Progress) -> None:
        if self.embedder is None:
            progress(len(articles), len(articles))
            return
        store = self.stores.vectors
        vectors = self.cache.vectors(self.embedder, [article.text for article in articles], progress)
        store.remove(document)
        store.add(document, [article.ref for article in articles], vectors)

    def _finish(self, manifest: Manifest, entries: list[Entry], changed: set[str]) -> None:
        self.stores.lexical.commit()
        manifest.units = sum(len(entry.units) for entry in entries)
        manifest.articles = sum(len({unit.article for unit in entry.units}) for entry in entries)
        words = self.record.words.grown({entry.document: entry.units for entry in entries}, changed)
        manifest.words, sizes = self.record.write_words(words)
        manifest.files = self.stores.files() | sizes
        self.record.write(manifest)
        self.record.prune()


def _shifted(progress: Progress, before: int, total: int) -> Progress:
    return lambda done, _: progress(before + done, total)
