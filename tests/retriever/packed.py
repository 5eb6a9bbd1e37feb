"""A tiny encoder in the packed format, written here so that reading it can be tested anywhere."""

import struct
from pathlib import Path

import numpy as np

PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁", "a", "▁a", "b", "▁điều", "<mask>"]
HIDDEN, LAYERS, HEADS, WIDE, PLACES = 32, 1, 2, 64, 16
_PARTS = {"q": (HIDDEN, HIDDEN), "k": (HIDDEN, HIDDEN), "v": (HIDDEN, HIDDEN), "ao": (HIDDEN, HIDDEN),
          "fi": (WIDE, HIDDEN), "fo": (HIDDEN, WIDE)}  # fmt: skip

Table = dict[str, np.ndarray]


def quantised(rows: int, columns: int, rng: np.random.Generator) -> tuple[bytes, np.ndarray]:
    """Random Q4_0 blocks and the weights that they mean, computed one by one."""
    raw, weights = b"", []
    for _ in range(rows * columns // 32):
        scale = np.float16(rng.uniform(0.01, 0.05))
        nibbles = rng.integers(0, 16, 32)
        raw += scale.tobytes() + bytes(int(nibbles[i]) | int(nibbles[i + 16]) << 4 for i in range(16))
        weights += [(int(n) - 8) * float(scale) for n in nibbles]
    return raw, np.array(weights, np.float32).reshape(rows, columns)


def write_packed(path: Path) -> Table:
    """Write the file; return its tensors."""
    rng = np.random.default_rng(3)
    tensors: list[tuple[str, int, int, bytes]] = []
    table: Table = {}

    def plain(name: str, *shape: int) -> None:
        table[name] = rng.normal(size=shape).astype(np.float32)
        tensors.append((name, 0, table[name].size, table[name].tobytes()))

    def packed(name: str, rows: int, columns: int) -> None:
        raw, table[name] = quantised(rows, columns, rng)
        tensors.append((name, 1, rows * columns, raw))

    packed("emb.word", len(PIECES), HIDDEN)
    plain("emb.pos", PLACES, HIDDEN)
    plain("emb.type", 2, HIDDEN)
    for name in ("emb.ln", "l0.aln", "l0.oln"):
        plain(f"{name}.w", HIDDEN)
        plain(f"{name}.b", HIDDEN)
    for name, (rows, columns) in _PARTS.items():
        packed(f"l0.{name}.w", rows, columns)
        plain(f"l0.{name}.b", rows)
    path.write_bytes(_header(tensors) + b"".join(raw for *_, raw in tensors))
    return table


def _header(tensors: list[tuple[str, int, int, bytes]]) -> bytes:
    blob = [piece.encode() for piece in PIECES]
    offsets = np.cumsum([0, *map(len, blob)]).astype("<u4")
    head = b"E5S1" + struct.pack("<I7ifi", 1, HIDDEN, LAYERS, HEADS, WIDE, len(PIECES), PLACES, 2, 1e-12, 32)
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, sum(map(len, blob)))
    head += offsets.tobytes() + np.full(len(PIECES), -2.0, "<f4").tobytes() + b"".join(blob)
    head += struct.pack("<iI", 1, 5) + struct.pack("<IB", 1, 0)
    length = len(head) + 4 + sum(2 + len(name) + 21 for name, *_ in tensors)
    directory = struct.pack("<i", len(tensors))
    for name, kind, count, raw in tensors:
        directory += struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", kind, count, length, len(raw))
        length += len(raw)
    return head + directory
