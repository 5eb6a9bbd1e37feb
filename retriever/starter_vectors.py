"""Vectors that ship with the starter corpus, so that a fresh machine need not compute them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from corpus.store import CorpusReader
from retriever.embedder import Embedder, Progress, silent
from retriever.unit import articles_of, text_hash, units_of
from retriever.vector_cache import VectorCache, pack

_FORMAT = 1


def article_texts(corpus: CorpusReader) -> list[str]:
    """What the index embeds of a corpus: the text of every article."""
    units = (units_of(corpus.passages(document.id)) for document in corpus.documents())
    return [article.text for found in units for article in articles_of(found)]


def write_vectors(path: Path, embedder: Embedder, texts: Sequence[str], progress: Progress = silent) -> int:
    """Embed distinct texts and write them to an `.npz` file; return how many."""
    distinct = sorted({text_hash(text): text for text in texts}.items())
    cache = VectorCache()
    vectors = pack(cache.vectors(embedder, [text for _, text in distinct], progress))
    names = np.frombuffer(b"".join(bytes.fromhex(name) for name, _ in distinct), np.uint8).reshape(-1, 32)
    draft = path.with_suffix(".part.npz")
    np.savez_compressed(
        draft, format=np.array(_FORMAT), model=np.array(embedder.fingerprint), names=names, vectors=vectors
    )
    draft.replace(path)
    return len(distinct)


def load_vectors(path: Path, cache: VectorCache) -> int:
    """Put shipped vectors into the cache under the model that made them; return how many (0 for no such file)."""
    if not path.is_file():
        return 0
    with np.load(path, allow_pickle=False) as content:
        model, names, vectors = str(content["model"]), content["names"], content["vectors"]
    hashes = [row.tobytes().hex() for row in names]
    cache.keep(model, dict(zip(hashes, vectors, strict=True)))
    return len(hashes)
