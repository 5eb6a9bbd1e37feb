"""Asks a benchmark's questions of the product's own ranking: no validity, no versions, no de-duplication."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from eval.retrieval.beir import Query
from eval.retrieval.corpus_units import BeirUnits
from eval.retrieval.run_file import Run
from retriever.embedder import Embedder, Progress, silent
from retriever.evidence.trained import Weigher, trained
from retriever.evidence.trained import channel as channel_of
from retriever.index import Index, open_index
from retriever.lay_terms import bundled_lay_terms
from retriever.manifest import SCHEMA
from retriever.question import understand
from retriever.ranking import Ranker
from retriever.spelling import spelled
from retriever.vector_cache import VectorCache

_FEATURES = {
    "meaning": "meaning_range",
    "clause": "clause_range",
    "clause_syllables": "whole_bare_range",
    "clause_pairs": "whole_pairs_range",
    "as_written": "whole_written_range",
    "article": "article_all_range",
    "title": "title_all_range",
}
"""Channels that are one feature alone, over the candidates of all."""
CHANNELS = ("both", "words", *_FEATURES)


def benchmark_index(
    corpus: Path, home: Path, embedder: Embedder | None, progress: Progress = silent, weigh: Weigher = trained
) -> Index:
    """The index of a benchmark's corpus, kept below `home` by content and model, and built when missing."""
    source = BeirUnits(corpus)
    model = embedder.fingerprint if embedder else "words"
    name = hashlib.sha256(f"{source.version()} {model} {SCHEMA}".encode()).hexdigest()[:16]
    index = open_index(home / "bench" / name, embedder, VectorCache(home / "vectors.sqlite"), weigh=weigh)
    index.take_in(source, progress=progress)
    return index


def run_queries(
    queries: Sequence[Query], index: Index, k: int, channel: str = "both", progress: Progress = silent
) -> tuple[Run, list[float]]:
    """The best `k` documents of every query, and how many milliseconds each took."""
    ranker = _limited(index.ranker(), channel)
    found: dict[str, list[tuple[str, float]]] = {}
    times = []
    for done, query in enumerate(queries, 1):
        begin = perf_counter()
        asked = understand(query.text, bundled_lay_terms(), index.diacritics)
        hits = ranker.rank(asked).hits[:k]
        times.append((perf_counter() - begin) * 1000)
        found[query.id] = [(hit.article, hit.score) for hit in hits]
        progress(done, len(queries))
    return found, times


def respelled(queries: Sequence[Query], spelling: str) -> tuple[Query, ...]:
    """The queries in a spelling of `SPELLINGS`, their ids kept."""
    return tuple(replace(query, text=spelled(query.text, query.id, spelling)) for query in queries)


def _limited(ranker: Ranker, name: str) -> Ranker:
    """The ranker with one of its sides alone, or one feature alone, to see what each is worth."""
    if name == "words":
        return replace(ranker, vectors=None, embedder=None)
    return replace(ranker, weigh=channel_of(_FEATURES[name])) if name in _FEATURES else ranker
