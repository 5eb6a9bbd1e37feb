"""Reads safetensors files without copying them: a JSON header of offsets, then raw tensors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

_TYPES = {"F16": "<f2", "F32": "<f4"}


class WeightsFile:
    """Tensors of one file by name, mapped from disk; raise `KeyError` for an unknown name or number type."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            length = int.from_bytes(file.read(8), "little")
            self._header: dict[str, Any] = json.loads(file.read(length))
        self._start = 8 + length
        self._bytes = np.memmap(path, np.uint8, "r")

    def tensor(self, name: str) -> npt.NDArray[np.generic]:
        """A read-only view of one tensor in the number type of the file."""
        entry = self._header[name]
        begin, end = entry["data_offsets"]
        raw = self._bytes[self._start + begin : self._start + end]
        return np.frombuffer(raw, _TYPES[entry["dtype"]]).reshape(entry["shape"])

    def floats(self, name: str) -> npt.NDArray[np.float32]:
        """One tensor as float32 in memory."""
        return self.tensor(name).astype(np.float32)
