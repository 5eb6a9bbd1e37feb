"""Examples of invented law whose scores were given by hand: what a judge is held against."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from prompts.judge.template import Material


@dataclass(frozen=True, slots=True)
class Label:
    """One example of one measure: what is judged, the score that a hand gave, and why."""

    id: str
    measure: str
    material: Material
    label: int
    why: str


@cache
def labels() -> tuple[Label, ...]:
    """Every labelled example, in the order of the file."""
    text = (files("eval") / "graded" / "labels.jsonl").read_text(encoding="utf-8")
    return tuple(_label(line) for line in text.splitlines())


def _label(line: str) -> Label:
    record = json.loads(line)
    passages = tuple((str(name), str(words)) for name, words in record["passages"])
    material = Material(record["question"], record["answer"], passages)
    return Label(record["id"], record["measure"], material, int(record["label"]), record["why"])
