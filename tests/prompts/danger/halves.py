"""The examples, parted once by a fixed draw: the first half may be learnt from, the rest only measures."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from random import Random

_HERE = Path(__file__).parent
_SEED = 2711


@dataclass(frozen=True, slots=True)
class Example:
    """A question, how grave it is, how it is written, and why it is that grave."""

    level: str
    writing: str
    text: str
    why: str = ""


def learning_half() -> tuple[Example, ...]:
    """What rules and weights may learn from."""
    return _half(0)


def measuring_half() -> tuple[Example, ...]:
    """What nothing was learnt from."""
    return _half(1)


def afterwards() -> tuple[Example, ...]:
    """What was written when rules and weights stood, and never learnt from."""
    return tuple(_read("afterwards.jsonl"))


def _half(which: int) -> tuple[Example, ...]:
    rows = _read("examples.jsonl")
    levels = ([row for row in rows if row.level == level] for level in ("none", "concern", "emergency"))
    return tuple(row for some in levels for row in _shuffled(some)[which::2])


def _read(name: str) -> list[Example]:
    return [Example(**json.loads(line)) for line in (_HERE / name).read_text(encoding="utf-8").splitlines()]


def _shuffled(rows: list[Example]) -> list[Example]:
    Random(_SEED).shuffle(rows)  # noqa: S311 - a draw to be repeated, no secret
    return rows
