"""Chroma against its twin in memory."""

from pathlib import Path

import numpy as np
import pytest

from retriever.chroma_store import ChromaStore
from retriever.embedder import unit
from retriever.fault import IndexCorrupt
from retriever.vector_store import MemoryVectorStore, VectorStore

VECTORS = unit(np.random.default_rng(7).normal(size=(60, 16)).astype(np.float32))
NAMES = [f"luật/{n % 3}#dieu_{n}" for n in range(60)]


def fill(store: VectorStore) -> None:
    for document in range(3):
        rows = range(document, 60, 3)
        store.add(f"luật/{document}", [NAMES[row] for row in rows], VECTORS[list(rows)])


@pytest.fixture
def stores(tmp_path: Path) -> tuple[ChromaStore, MemoryVectorStore]:
    real, twin = ChromaStore(tmp_path / "chroma"), MemoryVectorStore()
    fill(real)
    fill(twin)
    return real, twin


def test_agrees_with_its_twin(stores: tuple[ChromaStore, MemoryVectorStore]) -> None:
    real, twin = stores
    for vector in VECTORS[:5]:
        found, told = real.search(vector, 10), twin.search(vector, 10)
        assert [hit.article for hit in found] == [hit.article for hit in told]
        assert [hit.similarity for hit in found] == pytest.approx([hit.similarity for hit in told], abs=1e-5)


def test_removes_and_replaces(stores: tuple[ChromaStore, MemoryVectorStore]) -> None:
    for store in stores:
        store.remove("luật/0")
        store.remove("no such document")
        assert store.count() == 40
        store.add("luật/1", [NAMES[1]], VECTORS[:1])
        assert store.count() == 40
        assert store.search(VECTORS[0], 1)[0].article == NAMES[1]


def test_asks_for_more_than_there_is(stores: tuple[ChromaStore, MemoryVectorStore], tmp_path: Path) -> None:
    for store in stores:
        assert len(store.search(VECTORS[0], 1000)) == 60
    assert ChromaStore(tmp_path / "empty").search(VECTORS[0], 5) == []


def test_stays_on_disk_and_sees_others_write(tmp_path: Path) -> None:
    one = ChromaStore(tmp_path / "chroma")
    fill(one)
    one.close()
    other = ChromaStore(tmp_path / "chroma")
    assert other.count() == 60
    assert other.search(VECTORS[3], 1)[0].article == NAMES[3]


def test_a_broken_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "chroma.sqlite3").write_bytes(b"no database" * 100)
    with pytest.raises(IndexCorrupt, match="reindex"):
        ChromaStore(tmp_path)


def test_no_server_is_told() -> None:
    with pytest.raises(IndexCorrupt, match="HOILUAT_CHROMA_URL"):
        ChromaStore("http://127.0.0.1:9")
