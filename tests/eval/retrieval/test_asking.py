"""A tiny invented benchmark through the product's own ranking."""

from pathlib import Path

import pytest

from eval.retrieval.asking import benchmark_index, respelled, run_queries
from eval.retrieval.beir import Query, open_benchmark
from eval.retrieval.corpus_units import BeirUnits, corpus_file
from eval.retrieval.json_lines import BadBenchmark
from retriever.hashing_embedder import HashingEmbedder
from tests.eval.retrieval.conftest import CORPUS, GOLD


def test_ranks_articles(folder: Path, tmp_path: Path) -> None:
    benchmark, corpus, embedder = open_benchmark(folder), corpus_file(folder), HashingEmbedder()
    index = benchmark_index(corpus, tmp_path / "home", embedder)
    run, times = run_queries(benchmark.queries, index, 10)
    assert run["q1"][0][0] == "1/2020/QH99#dieu_2", "two clauses of an article are one document"
    assert [run[q][0][0] for q in ("q1", "q2")] == [GOLD[0][1], GOLD[1][1]]
    assert all(len({name for name, _ in hits}) == len(hits) for hits in run.values())
    assert len(times) == 4
    again = benchmark_index(corpus, tmp_path / "home", embedder)
    assert again.manifest == index.manifest
    assert len(embedder.embedded) == 4, "the index is kept"


@pytest.mark.parametrize("channel", ["words", "meaning"])
def test_one_side_alone(folder: Path, tmp_path: Path, channel: str) -> None:
    index = benchmark_index(corpus_file(folder), tmp_path, HashingEmbedder(256))
    run, _ = run_queries(open_benchmark(folder).queries, index, 10, channel)
    assert run["q2"][0][0] == GOLD[1][1]


def test_another_spelling_keeps_the_ids() -> None:
    assert respelled([Query("q", "Đất đai")], "no_diacritics") == (Query("q", "Dat dai"),)
    assert respelled([Query("q", "Đất đai")], "as_written") == (Query("q", "Đất đai"),)


def test_units_keep_every_word(folder: Path) -> None:
    source = BeirUnits(folder / "corpus.jsonl.gz")
    assert source.documents() == ["1/2020/QH99", "2/2020/QH99", "bare-id"]
    units = source.units("1/2020/QH99")
    assert [unit.ref for unit in units] == [
        "1/2020/QH99#dieu_1",
        "1/2020/QH99#dieu_2__1",
        "1/2020/QH99#dieu_2__2",
    ]
    assert "\n".join(unit.text for unit in units[1:]) == CORPUS[1]["text"]


def test_of_several_corpora_one_is_named(folder: Path) -> None:
    (folder / "corpus.jsonl.gz").rename(folder / "corpus.a.jsonl.gz")
    assert corpus_file(folder).name == "corpus.a.jsonl.gz"
    (folder / "corpus.b.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(BadBenchmark, match="--corpus"):
        corpus_file(folder)
    assert corpus_file(folder, "b").name == "corpus.b.jsonl"
