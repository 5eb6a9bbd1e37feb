"""The shipped vectors: every article of the starter corpus has one, and a sample computed anew agrees."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
import pytest

from api.house import House
from api.settings import read_settings
from retriever.embedding_choice import embedder_for
from retriever.starter_vectors import article_texts, load_vectors
from retriever.unit import text_hash
from retriever.vector_cache import VectorCache, unpack

REMEDY = "run `make starter-vectors`: the starter corpus, its reading or the model has changed"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    house = House(read_settings({"HOILUAT_HOME": str(tmp_path_factory.mktemp("home"))}))
    house.furnish()
    return house


@pytest.fixture(scope="module")
def texts(house: House) -> list[str]:
    return article_texts(house.corpus)


@pytest.fixture(scope="module")
def shipped() -> VectorCache:
    cache = VectorCache()
    with as_file(files("ingest") / "starter" / "vectors.npz") as path:
        assert load_vectors(path, cache) > 0, REMEDY
    return cache


def test_every_article_has_a_vector_of_the_bundled_model(house: House, texts: list[str], shipped: VectorCache) -> None:
    embedder = embedder_for(None, house.cache)
    assert embedder is not None
    held = shipped.held(embedder.fingerprint, [text_hash(text) for text in texts])
    missing = [text.splitlines()[0] for text in texts if text_hash(text) not in held]
    assert not missing, f"{len(missing)} missing, such as {missing[:3]}; {REMEDY}"


def test_a_sample_computed_anew_agrees(house: House, texts: list[str], shipped: VectorCache) -> None:
    embedder = embedder_for(None, house.cache)
    assert embedder is not None
    sample = sorted(texts, key=len)[:: len(texts) // 12][:10]
    held = shipped.held(embedder.fingerprint, [text_hash(text) for text in sample])
    stored = unpack(np.stack([held[text_hash(text)] for text in sample]))
    cosines = (stored * embedder.embed_passages(sample)).sum(axis=1)
    assert cosines.min() > 0.998, REMEDY


def test_the_file_is_small() -> None:
    with as_file(files("ingest") / "starter" / "vectors.npz") as path:
        assert Path(path).stat().st_size < 4_000_000
