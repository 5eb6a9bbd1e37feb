"""What a judge was asked and what it said, word for word, in a file of a run: nothing is asked twice."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

EXCHANGES = "exchanges.jsonl"


@dataclass(frozen=True, slots=True)
class Pin:
    """Which judge: the model's name, the server's address."""

    model: str
    base_url: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and the reply as it came. `row` is a question of the run or a labelled example."""

    key: str
    row: str
    measure: str
    model: str
    base_url: str
    request: tuple[tuple[str, str], ...]
    response: str


class Exchanges:
    """The exchanges of one run. Each is on disk when `put` returns; a line cut short by a kill is cut away."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / EXCHANGES
        self._held: dict[str, str] = {}
        if self._path.exists():
            self._mend()
            for line in self._path.read_text(encoding="utf-8", errors="replace").split("\n"):
                if one := _read(line):
                    self._held[one.key] = one.response

    def find(self, pin: Pin, asked: Sequence[tuple[str, str]]) -> str | None:
        """What this judge said to these messages."""
        return self._held.get(key_of(pin, asked))

    def put(self, row: str, measure: str, pin: Pin, asked: Sequence[tuple[str, str]], response: str) -> None:
        """Keep an exchange."""
        one = Exchange(key_of(pin, asked), row, measure, pin.model, pin.base_url, tuple(asked), response)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(one), ensure_ascii=False) + "\n")
        self._held[one.key] = response

    def _mend(self) -> None:
        content = self._path.read_bytes()
        whole = content.rfind(b"\n") + 1
        if whole < len(content):
            with self._path.open("r+b") as file:
                file.truncate(whole)


def key_of(pin: Pin, asked: Sequence[tuple[str, str]]) -> str:
    """The hash of judge and messages."""
    whole = json.dumps([pin.model, pin.base_url, [list(one) for one in asked]], ensure_ascii=False)
    return hashlib.sha256(whole.encode()).hexdigest()


def _read(line: str) -> Exchange | None:
    try:
        return Exchange(**json.loads(line))
    except (ValueError, TypeError):
        return None
