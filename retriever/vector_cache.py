"""Vectors once computed, kept for ever: SQLite, one byte a number, by model and by the text's hash."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from corpus.spare_file import SpareFile
from retriever.embedder import Embedder, Progress, Vectors, silent, unit
from retriever.unit import text_hash

_BATCH = 64
_TABLE = """CREATE TABLE IF NOT EXISTS vector (
  model TEXT NOT NULL, sha256 BLOB NOT NULL, numbers BLOB NOT NULL, PRIMARY KEY (model, sha256)) WITHOUT ROWID"""
_KEEP = """INSERT INTO vector VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET numbers = excluded.numbers
  WHERE length(numbers) <> length(excluded.numbers)"""

Packed = npt.NDArray[np.int8]


def pack(vectors: Vectors) -> Packed:
    """Unit vectors as whole numbers from -127 to 127, each vector by its largest part (cosine error below 1e-4)."""
    largest = np.abs(vectors).max(axis=-1, keepdims=True)
    packed: Packed = np.rint(vectors / np.maximum(largest, 1e-12) * 127).astype(np.int8)
    return packed


def unpack(packed: Packed) -> Vectors:
    """Unit vectors again; the scale cancels out."""
    return unit(packed.astype(np.float32))


class VectorCache:
    """Safe to break off at any moment: every batch is committed. A damaged file is begun anew."""

    def __init__(self, path: Path | None = None) -> None:
        """Open or make the file; None keeps everything in memory."""
        self._file = SpareFile(path, _TABLE)

    def vectors(self, embedder: Embedder, texts: Sequence[str], progress: Progress = silent) -> Vectors:
        """The vectors of passages, in order; only texts never seen by this model are embedded."""
        hashes = [text_hash(text) for text in texts]
        model = embedder.fingerprint
        held = {name: row for name, row in self.held(model, hashes).items() if len(row) == embedder.dimension}
        missing = {name: text for name, text in zip(hashes, texts, strict=True) if name not in held}
        done = len(texts) - len(missing)
        progress(done, len(texts))
        # Texts of like length together: a batch costs as much as its longest text.
        queue = sorted(missing, key=lambda name: len(missing[name]))
        for start in range(0, len(queue), _BATCH):
            names = queue[start : start + _BATCH]
            packed = pack(embedder.embed_passages([missing[name] for name in names]))
            self.keep(model, dict(zip(names, packed, strict=True)))
            held.update(zip(names, packed, strict=True))
            progress(min(done + start + len(names), len(texts)), len(texts))
        if not texts:
            return np.zeros((0, embedder.dimension), np.float32)
        return unpack(np.stack([held[name] for name in hashes]))

    def held(self, model: str, hashes: Iterable[str]) -> dict[str, Packed]:
        """What is held of these text hashes."""
        wanted = list(dict.fromkeys(hashes))
        found: dict[str, Packed] = {}
        for start in range(0, len(wanted), 500):
            keys = [bytes.fromhex(name) for name in wanted[start : start + 500]]
            for key, numbers in self._file.run(partial(_rows, [model, *keys])):
                found[key.hex()] = np.frombuffer(numbers, np.int8)
        return found

    def keep(self, model: str, vectors: Mapping[str, Packed]) -> None:
        """Store packed vectors by text hash; what is there stays, if it is as long."""
        rows = [(model, bytes.fromhex(name), packed.tobytes()) for name, packed in vectors.items()]
        self._file.run(lambda db: db.executemany(_KEEP, rows))

    def count(self) -> int:
        """How many vectors are held, of all models."""
        return int(self._file.run(lambda db: db.execute("SELECT count(*) FROM vector").fetchone()[0]))

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def _rows(wanted: list[str | bytes], db: sqlite3.Connection) -> list[tuple[bytes, bytes]]:
    marks = ",".join("?" * (len(wanted) - 1))
    return db.execute(
        f"SELECT sha256, numbers FROM vector WHERE model = ? AND sha256 IN ({marks})",  # noqa: S608
        wanted,
    ).fetchall()
