"""The product's ranking over the corpus of a BEIR folder, as the commands ask it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from api.house import House
from api.settings import read_settings
from cli.progress import bar
from eval.retrieval.asking import benchmark_index
from eval.retrieval.corpus_units import corpus_file
from retriever.embedding_choice import embedder_for
from retriever.index import Index


def bench_index(folder: Path, corpus: str | None) -> tuple[Path, str, Index]:
    """The file of the corpus, the model, and the index of both, built when missing."""
    file = corpus_file(folder, corpus)
    house = House(read_settings())
    settings = house.settings
    embedder = embedder_for(settings.embedding_model or None, house.cache, settings.embedding_api_key or None)
    index = benchmark_index(file, settings.home, embedder, partial(bar, "Lập chỉ mục"), house.weigh)
    return file, embedder.fingerprint if embedder else "none", index
