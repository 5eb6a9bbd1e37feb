"""The vector store: Chroma, in this process or on a server (HOILUAT_CHROMA_URL)."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from retriever.embedder import Vector, Vectors
from retriever.fault import DiskFull, IndexCorrupt, disk_is_full, is_panic
from retriever.vector_store import VectorHit

_BATCH = 2000
_LOOKS = 3
_ROOM = 8 << 20
_HNSW = {"space": "cosine", "ef_construction": 200, "max_neighbors": 32, "ef_search": 200}


class ChromaStore:
    """One collection of articles. Two processes must not write one folder: the index takes a lock around writing."""

    def __init__(self, place: Path | str, collection: str = "dieu") -> None:
        """`place`: a folder, or the URL of a Chroma server."""
        self._place, self._name = place, collection
        self._client: Any = None
        self._open()

    def add(self, document: str, articles: Sequence[str], vectors: Vectors) -> None:
        """Take in the articles of a document."""
        for start in range(0, len(articles), _BATCH):
            names = list(articles[start : start + _BATCH])
            numbers = vectors[start : start + _BATCH].tolist()
            told = [{"document": document}] * len(names)
            self._guarded(partial(self._collection.upsert, ids=names, embeddings=numbers, metadatas=told))

    def remove(self, document: str) -> None:
        """Drop all articles of a document."""
        self._guarded(lambda: self._collection.delete(where={"document": document}))

    def search(self, vector: Vector, k: int) -> list[VectorHit]:
        """The nearest `k` articles by cosine, nearest first; looks again where another process has just written."""
        for _ in range(_LOOKS - 1):
            with contextlib.suppress(IndexCorrupt):
                return self._search(vector, k)
            self.close()
            self._open()
        return self._search(vector, k)

    def _search(self, vector: Vector, k: int) -> list[VectorHit]:
        held = self.count()
        if not held:
            return []
        found = self._guarded(
            lambda: self._collection.query(
                query_embeddings=[vector.tolist()], n_results=min(k, held), include=["distances"]
            )
        )
        pairs = zip(found["ids"][0], found["distances"][0], strict=True)
        return [VectorHit(name, 1.0 - float(distance)) for name, distance in pairs]

    def similarities(self, vector: Vector, articles: Sequence[str]) -> dict[str, float]:
        """The cosines of these articles, of those that are held."""
        if not articles:
            return {}
        found = self._guarded(lambda: self._collection.get(ids=list(articles), include=["embeddings"]))
        return dict(zip(found["ids"], (found["embeddings"] @ vector).tolist(), strict=True)) if found["ids"] else {}

    def count(self) -> int:
        """How many articles are held."""
        return int(self._guarded(self._collection.count))

    def clear(self) -> None:
        """Drop everything."""
        self._guarded(lambda: self._client.delete_collection(self._name))
        self._open()

    def close(self) -> None:
        """Let go of the folder; it is not used again."""
        with contextlib.suppress(Exception):  # already closed
            self._client.close()

    def _open(self) -> None:
        import chromadb
        from chromadb.api.client import Client
        from chromadb.config import Settings

        quiet = Settings(anonymized_telemetry=False)

        def connect() -> Any:
            if isinstance(self._place, Path):
                self._place.mkdir(parents=True, exist_ok=True)
                return chromadb.PersistentClient(path=str(self._place), settings=quiet)
            url = urlsplit(self._place)
            secure = url.scheme == "https"
            port = url.port or (443 if secure else 8000)
            return chromadb.HttpClient(host=url.hostname or "localhost", port=port, ssl=secure, settings=quiet)

        try:
            self._client = self._guarded(connect)
        except IndexCorrupt:
            Client.clear_system_cache()  # a folder that did not open is remembered as half open otherwise
            raise
        self._collection = self._guarded(
            lambda: self._client.get_or_create_collection(
                self._name, configuration={"hnsw": _HNSW}, embedding_function=None
            )
        )

    def _has_no_room(self) -> bool:
        return isinstance(self._place, Path) and self._place.is_dir() and shutil.disk_usage(self._place).free < _ROOM

    def _guarded(self, action: Any) -> Any:
        try:
            return action()
        except BaseException as error:
            if not isinstance(error, Exception) and not is_panic(error):
                raise
            if disk_is_full(error) or self._has_no_room():  # Chroma often says no more than "compaction failed"
                raise DiskFull from error
            if isinstance(self._place, Path):
                raise IndexCorrupt(
                    f"Kho véc-tơ ở {self._place} không đọc được ({error}). "
                    "Hãy chạy `hoiluat corpus reindex` để dựng lại (không phải nhúng lại)."
                ) from error
            raise IndexCorrupt(
                f"Không dùng được máy chủ Chroma {self._place} ({error}). "
                "Hãy kiểm tra máy chủ, hoặc bỏ HOILUAT_CHROMA_URL để dùng kho trong máy."
            ) from error
