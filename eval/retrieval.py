"""Asks a benchmark's questions of the product's own ranking: no validity, no versions, no de-duplication."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import TextIO

from eval.beir import BeirUnits, Benchmark
from eval.measures import Run
from retriever.embedder import Embedder, Progress, silent
from retriever.index import Index, open_index
from retriever.lay_terms import bundled_lay_terms
from retriever.manifest import SCHEMA
from retriever.question import understand
from retriever.ranking import Ranker
from retriever.vector_cache import VectorCache

CHANNELS = ("both", "words", "meaning")
_TAG = "hoiluat"


def benchmark_index(benchmark: Benchmark, home: Path, embedder: Embedder | None, progress: Progress = silent) -> Index:
    """The index of a benchmark's corpus, kept below `home` by content and model, and built when missing."""
    source = BeirUnits(benchmark.corpus)
    model = embedder.fingerprint if embedder else "words"
    name = hashlib.sha256(f"{source.version()} {model} {SCHEMA}".encode()).hexdigest()[:16]
    index = open_index(home / "bench" / name, embedder, VectorCache(home / "vectors.sqlite"))
    index.take_in(source, progress=progress)
    return index


def run_queries(
    benchmark: Benchmark, index: Index, k: int, channel: str = "both", progress: Progress = silent
) -> tuple[Run, list[float]]:
    """The best `k` documents of every query, and how many milliseconds each took."""
    ranker = _limited(index.ranker(), channel)
    found: dict[str, list[tuple[str, float]]] = {}
    times = []
    for done, query in enumerate(benchmark.queries, 1):
        begin = perf_counter()
        asked = understand(query.text, bundled_lay_terms(), index.diacritics)
        hits = ranker.rank(asked).hits[:k]
        times.append((perf_counter() - begin) * 1000)
        found[query.id] = [(hit.article, hit.score) for hit in hits]
        progress(done, len(benchmark.queries))
    return found, times


def write_run(run: Run, file: TextIO) -> None:
    """Write a TREC run: query, Q0, document, rank from 1, score, tag."""
    for query, hits in run.items():
        for place, (document, score) in enumerate(hits, 1):
            file.write(f"{query} Q0 {document} {place} {score:.6f} {_TAG}\n")


def saved(path: Path, write: Callable[[TextIO], None]) -> None:
    """Write a file in one step: a run broken off leaves none that looks whole."""
    draft = path.with_name(path.name + ".partial")
    with draft.open("w", encoding="utf-8") as file:
        write(file)
    draft.replace(path)


def _limited(ranker: Ranker, channel: str) -> Ranker:
    """The ranker with one of its sides alone, to see what each is worth."""
    if channel == "words":
        return replace(ranker, vectors=None, embedder=None)
    return replace(ranker, lexical_weight=0.0) if channel == "meaning" else ranker
