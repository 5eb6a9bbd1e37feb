"""Keeping the index in step with the corpus, in memory and on disk."""

from collections.abc import Sequence
from multiprocessing import get_context
from pathlib import Path

import pytest

from corpus.library import Library
from retriever.embedder import Vectors
from retriever.fault import IndexBusy, IndexCorrupt, IndexStale
from retriever.hashing_embedder import HashingEmbedder
from retriever.index import Index, erase_index, memory_index, open_index
from retriever.lexical import Clause
from retriever.unit import Unit
from retriever.vector_cache import VectorCache
from retriever.write_lock import write_lock
from tests.retriever.law import LAND, MARRIAGE, law, library


@pytest.fixture(params=["memory", "disk"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Index, HashingEmbedder]:
    embedder = HashingEmbedder()
    if request.param == "memory":
        return memory_index(embedder), embedder
    return open_index(tmp_path / "index", embedder, VectorCache(tmp_path / "vectors.sqlite")), embedder


def found(index: Index, text: str) -> set[str]:
    return {hit.article for hit in index.ranker().lexical.search([Clause(text)], 50)}


def test_takes_in_updates_and_removes(opened: tuple[Index, HashingEmbedder]) -> None:
    index, embedder = opened
    corpus = library(MARRIAGE, LAND)
    assert (index.sync(corpus).indexed, len(embedder.embedded)) == (2, 5)
    assert index.sync(corpus).indexed == 0

    corpus.put(law("31/2024/QH99", "Đất đai", {("5", "Thu hồi đất"): ["Đất bỏ hoang chín năm thì bị thu hồi."]}))
    assert (index.sync(corpus).indexed, len(embedder.embedded)) == (1, 6), "only the new words are embedded"
    assert found(index, "chín năm") >= {"31/2024/QH99#dieu_5"}
    assert "31/2024/QH99#dieu_2" not in found(index, "giấy chứng nhận")

    corpus.remove("31/2024/QH99")
    synced = index.sync(corpus)
    assert (synced.indexed, synced.removed, synced.unchanged) == (0, 1, 1)
    assert {ref.partition("#")[0] for ref in found(index, "đất thu hồi ly hôn con")} == {"1/2020/QH99"}
    vectors = index.ranker().vectors
    assert vectors is not None
    assert vectors.count() == 3


def test_rebuilds_without_embedding(opened: tuple[Index, HashingEmbedder]) -> None:
    index, embedder = opened
    corpus = library()
    index.sync(corpus)
    before = len(embedder.embedded), found(index, "đất")
    assert index.rebuild(corpus).indexed == 3
    assert (len(embedder.embedded), found(index, "đất")) == before


class Rows:
    """A source of units that says what it is told to say."""

    def __init__(self, version: str, *units: Unit) -> None:
        self.rows, self.name = units, version

    def version(self) -> str:
        return self.name

    def documents(self) -> list[str]:
        return sorted({row.document for row in self.rows})

    def units(self, document: str) -> list[Unit]:
        return [row for row in self.rows if row.document == document]


def test_a_new_tree_over_the_same_words_is_taken_in_on_demand(opened: tuple[Index, HashingEmbedder]) -> None:
    index, _ = opened
    index.take_in(Rows("1", Unit("a#1", "a#1", "a", "Điều 1", "đất")))
    cut = Rows("1", Unit("a#1__1", "a#1", "a", "Điều 1", "đất"), Unit("a#1__2", "a#1", "a", "Điều 1", "nhà"))
    assert index.take_in(cut).indexed == 0
    assert index.take_in(cut, look=True).indexed == 1
    assert {hit.ref for hit in index.ranker().lexical.search([Clause("đất")], 5)} == {"a#1__1"}


def test_says_when_it_does_not_fit() -> None:
    corpus, index = library(), memory_index(HashingEmbedder())
    with pytest.raises(IndexStale, match="Chưa có chỉ mục"):
        index.check(corpus)
    index.sync(corpus)
    index.check(corpus)
    corpus.remove("31/2024/QH99")
    with pytest.raises(IndexStale, match=r"Kho luật đã đổi.*hoiluat corpus reindex"):
        index.check(corpus)
    assert not index.is_current(corpus)


def disk(folder: Path, dimension: int) -> Index:
    cache = VectorCache(folder / "vectors.sqlite")
    return open_index(folder / "index", HashingEmbedder(dimension) if dimension else None, cache)


def test_another_model_is_told_and_taken_in(tmp_path: Path) -> None:
    corpus = library()
    disk(tmp_path, 32).sync(corpus)
    other = disk(tmp_path, 48)
    with pytest.raises(IndexStale, match=r"hashing-32.*hashing-48"):
        other.check(corpus)
    assert other.sync(corpus).indexed == 3
    other.check(corpus)
    ranker = other.ranker()
    assert ranker.vectors is not None
    assert ranker.vectors.count() == 6


def test_words_alone_need_no_vectors(tmp_path: Path) -> None:
    index = disk(tmp_path, 0)
    index.sync(library())
    assert index.ranker().vectors is None
    assert not (tmp_path / "index" / "chroma").exists()


class BreaksOff(HashingEmbedder):
    """A model that is broken off after some texts."""

    left = 3

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        self.left -= len(texts)
        if self.left < 0:
            raise KeyboardInterrupt
        return super().embed_passages(texts)


def test_broken_off_it_is_taken_up_again(tmp_path: Path) -> None:
    corpus = library(MARRIAGE, LAND)
    cache = VectorCache(tmp_path / "vectors.sqlite")
    with pytest.raises(KeyboardInterrupt):
        open_index(tmp_path / "index", BreaksOff(), cache).sync(corpus)
    embedder = HashingEmbedder()
    index = open_index(tmp_path / "index", embedder, VectorCache(tmp_path / "vectors.sqlite"))
    assert not index.is_current(corpus)
    index.sync(corpus)
    assert 0 < len(embedder.embedded) < 5, "what was embedded before is not embedded again"
    assert index.manifest is not None
    assert (index.manifest.units, index.manifest.articles) == (8, 5)


def test_a_reader_sees_what_another_wrote(tmp_path: Path) -> None:
    corpus = library(MARRIAGE)
    writer = disk(tmp_path, 32)
    writer.sync(corpus)
    reader = disk(tmp_path, 32)
    assert "31/2024/QH99#dieu_5" not in found(reader, "thu hồi đất")
    corpus.put(LAND)
    writer.sync(corpus)
    assert "31/2024/QH99#dieu_5" in found(reader, "thu hồi đất")
    assert reader.is_current(corpus)
    ranker = reader.ranker()
    assert ranker.vectors is not None
    assert ranker.vectors.count() == 5


@pytest.mark.parametrize(
    "broken", ["manifest.json", "lexical/meta.json", "words.1/diacritics.json.gz", "chroma/chroma.sqlite3"]
)
def test_broken_files_are_told_and_built_again(tmp_path: Path, broken: str) -> None:
    corpus: Library = library()
    first = disk(tmp_path, 32)
    first.sync(corpus)
    first.close()
    (tmp_path / "index" / broken).write_bytes(b"\x00broken")
    with pytest.raises(IndexCorrupt, match="hoiluat corpus reindex"):
        disk(tmp_path, 32).ranker().vectors.count()  # type: ignore[union-attr]
    erase_index(tmp_path / "index")
    index = disk(tmp_path, 32)
    index.sync(corpus)
    index.check(corpus)
    assert "31/2024/QH99#dieu_5" in found(index, "thu hồi đất")


def hold(path: Path, started: object, done: object) -> None:
    with write_lock(path):
        started.set()  # type: ignore[attr-defined]
        done.wait(20)  # type: ignore[attr-defined]


def test_a_second_process_must_wait(tmp_path: Path) -> None:
    context = get_context("spawn")
    started, done = context.Event(), context.Event()
    other = context.Process(target=hold, args=(tmp_path / "index" / "lock", started, done))
    other.start()
    try:
        assert started.wait(20)
        with pytest.raises(IndexBusy, match=f"số {other.pid}"):
            disk(tmp_path, 32).sync(library())
    finally:
        done.set()
        other.join(20)
    disk(tmp_path, 32).sync(library())


def test_progress_counts_articles() -> None:
    told: list[tuple[int, int]] = []
    memory_index(HashingEmbedder()).sync(library(), progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (6, 6)
    assert told == sorted(told)
