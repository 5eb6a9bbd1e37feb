"""Compute the vectors that ship with the starter corpus: python scripts/starter_vectors.py (`make starter-vectors`).

Run it when the starter corpus, its reading or the embedding model changes; tests/api/test_starter_vectors.py says when.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from api.house import House
from api.settings import read_settings
from cli.progress import bar
from retriever.e5_weights import prepared_model
from retriever.sentence_embedder import SentenceEmbedder
from retriever.starter_vectors import article_texts, write_vectors

OUT = Path(__file__).resolve().parent.parent / "ingest" / "starter" / "vectors.npz"


def main() -> int:
    """Embed what the shipped file lacks and write the file anew."""
    with tempfile.TemporaryDirectory() as home:
        house = House(read_settings({"HOILUAT_HOME": home}))
        house.furnish()
        embedder = SentenceEmbedder(prepared_model(house.cache))
        count = write_vectors(OUT, embedder, article_texts(house.corpus), lambda done, total: bar("Nhúng", done, total))
    print(f"{OUT}: {count} vectors, {OUT.stat().st_size / 1e6:.1f} MB", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
