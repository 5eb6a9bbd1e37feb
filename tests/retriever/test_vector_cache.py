"""Vectors kept and shipped."""

from pathlib import Path

import numpy as np
import pytest

from retriever.embedder import unit
from retriever.hashing_embedder import HashingEmbedder
from retriever.index import Index
from retriever.starter_vectors import article_texts, load_vectors, write_vectors
from retriever.stores import MemoryStores
from retriever.vector_cache import VectorCache, pack, unpack
from tests.retriever.law import library

TEXTS = ["Điều 1. Một", "Điều 2. Hai", "Điều 1. Một", "Điều 3. Ba"]


def test_a_byte_a_number_is_enough() -> None:
    vectors = unit(np.random.default_rng(5).normal(size=(200, 384)).astype(np.float32))
    cosines = (unpack(pack(vectors)) * vectors).sum(axis=1)
    assert cosines.min() > 0.9999


def test_nothing_is_embedded_twice(tmp_path: Path) -> None:
    embedder, told = HashingEmbedder(), []
    cache = VectorCache(tmp_path / "v.sqlite")
    first = cache.vectors(embedder, TEXTS, lambda done, total: told.append((done, total)))
    assert embedder.embedded == ["Điều 3. Ba", "Điều 1. Một", "Điều 2. Hai"], "distinct, short ones first"
    assert told[-1] == (4, 4)
    again = VectorCache(tmp_path / "v.sqlite").vectors(embedder, TEXTS)
    assert len(embedder.embedded) == 3
    np.testing.assert_array_equal(first, again)
    np.testing.assert_allclose(first, embedder.embed_passages(TEXTS), atol=0.01)


def test_models_do_not_mix(tmp_path: Path) -> None:
    cache = VectorCache(tmp_path / "v.sqlite")
    cache.vectors(HashingEmbedder(32), TEXTS)
    assert cache.vectors(HashingEmbedder(48), TEXTS).shape == (4, 48)
    assert cache.count() == 6


def test_no_texts_no_vectors() -> None:
    assert VectorCache().vectors(HashingEmbedder(8), []).shape == (0, 8)


def test_shipped_vectors_spare_the_work(tmp_path: Path) -> None:
    path = tmp_path / "vectors.npz"
    assert write_vectors(path, HashingEmbedder(), TEXTS) == 3
    assert [file.name for file in tmp_path.iterdir()] == ["vectors.npz"]
    cache, embedder = VectorCache(), HashingEmbedder()
    assert load_vectors(path, cache) == 3
    assert load_vectors(path, cache) == 3
    cache.vectors(embedder, TEXTS)
    assert embedder.embedded == []
    assert load_vectors(tmp_path / "absent.npz", cache) == 0


def test_shipped_vectors_are_those_that_the_index_wants(tmp_path: Path) -> None:
    corpus, embedder, cache = library(), HashingEmbedder(), VectorCache()
    write_vectors(tmp_path / "v.npz", HashingEmbedder(), article_texts(corpus))
    load_vectors(tmp_path / "v.npz", cache)
    Index(MemoryStores(), embedder, cache).sync(corpus)
    assert embedder.embedded == []


def test_writing_twice_gives_the_same_file(tmp_path: Path) -> None:
    for name in ("a.npz", "b.npz"):
        write_vectors(tmp_path / name, HashingEmbedder(), TEXTS)
    with np.load(tmp_path / "a.npz") as one, np.load(tmp_path / "b.npz") as other:
        for key in one:
            np.testing.assert_array_equal(one[key], other[key])


@pytest.mark.parametrize("dimension", [8, 384])
def test_hashing_knows_shared_words_only(dimension: int) -> None:
    embedder = HashingEmbedder(dimension)
    a, b = embedder.embed_passages(["ly hôn nuôi con", ""])
    assert float(a @ embedder.embed_query("LY HON NUOI CON")) == pytest.approx(1.0)
    assert not b.any()


def test_a_damaged_file_starts_afresh(tmp_path: Path) -> None:
    path = tmp_path / "vectors.sqlite"
    path.write_bytes(b"no database at all " * 400)
    assert VectorCache(path).held("model", ["00" * 32]) == {}
