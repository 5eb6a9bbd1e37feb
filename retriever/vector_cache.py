"""Vectors once computed, kept for ever: SQLite, one byte a number, by model and by the text's hash."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from retriever.embedder import Embedder, Progress, Vectors, silent, unit
from retriever.unit import text_hash

_BATCH = 64
_TABLE = """CREATE TABLE IF NOT EXISTS vector (
  model TEXT NOT NULL, sha256 BLOB NOT NULL, numbers BLOB NOT NULL, PRIMARY KEY (model, sha256)) WITHOUT ROWID"""

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
    """Safe to break off at any moment: every batch is committed."""

    def __init__(self, path: Path | None = None) -> None:
        """Open or make the file, anew where it is no database (it only saves work); None keeps everything in memory."""
        self._lock = threading.Lock()
        try:
            self._rows = _opened(path)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            assert path is not None  # noqa: S101 (memory is never damaged)
            path.unlink()
            self._rows = _opened(path)

    def vectors(self, embedder: Embedder, texts: Sequence[str], progress: Progress = silent) -> Vectors:
        """The vectors of passages, in order; only texts never seen by this model are embedded."""
        hashes = [text_hash(text) for text in texts]
        model = embedder.fingerprint
        held = self.held(model, hashes)
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
        with self._lock:
            for start in range(0, len(wanted), 500):
                keys = [bytes.fromhex(name) for name in wanted[start : start + 500]]
                marks = ",".join("?" * len(keys))
                rows = self._rows.execute(
                    f"SELECT sha256, numbers FROM vector WHERE model = ? AND sha256 IN ({marks})",  # noqa: S608
                    [model, *keys],
                )
                found.update((key.hex(), np.frombuffer(numbers, np.int8)) for key, numbers in rows)
        return found

    def keep(self, model: str, vectors: Mapping[str, Packed]) -> None:
        """Store packed vectors by text hash; what is there stays."""
        rows = [(model, bytes.fromhex(name), packed.tobytes()) for name, packed in vectors.items()]
        with self._lock, self._rows:
            self._rows.executemany("INSERT OR IGNORE INTO vector VALUES (?, ?, ?)", rows)

    def count(self) -> int:
        """How many vectors are held, of all models."""
        with self._lock:
            return int(self._rows.execute("SELECT count(*) FROM vector").fetchone()[0])

    def close(self) -> None:
        """Let go of the file."""
        self._rows.close()


def _opened(path: Path | None) -> sqlite3.Connection:
    if path is None:
        rows = sqlite3.connect(":memory:", check_same_thread=False)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        rows = sqlite3.connect(path, timeout=30, check_same_thread=False)
    try:
        if path is not None:
            rows.execute("PRAGMA journal_mode=WAL")
        rows.execute(_TABLE)
        rows.commit()
    except sqlite3.DatabaseError:
        rows.close()
        raise
    return rows
