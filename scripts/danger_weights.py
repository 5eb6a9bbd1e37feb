"""Learns `prompts/danger_weights.json`, which words lean towards danger: python -m scripts.danger_weights.

Lessons: `danger_lessons.jsonl` beside this file, the first half of the examples of `tests/prompts/danger`, the `train`
part of the suite `safety`, and, as calm ones, those questions of other suites' `train` parts in which no sign of danger
is found. Never read: the second half of the examples, what was written afterwards, and the parts `dev` and `test`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from prompts.leaning import grams
from prompts.telling import told
from scripts.regression import fitted, table_of
from tests.prompts.danger.halves import learning_half

_HERE = Path(__file__).parent
_SUITES = _HERE.parent / "eval" / "suites"
_OUT = _HERE.parent / "prompts" / "danger_weights.json"
_FIT = 8.0
"""How much the lessons count against small weights; drawn-out trials of 3 to 20 differ by chance."""
_CALM_WEIGHT = 0.5
"""Of a calm question of a suite against a written lesson, which was written to be hard."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text, its level, and how much it counts."""

    text: str
    level: str
    weight: float = 1.0


def main() -> None:
    """Learn and write the weights."""
    lessons = tuple(_lessons())
    _OUT.write_text(_written(learnt(lessons)), encoding="utf-8")
    print(f"{len(lessons)} lessons, {_OUT.stat().st_size:,} bytes")


def learnt(lessons: Sequence[Lesson]) -> dict[str, object]:
    """The weights as they are written."""
    words = table_of([grams(told(lesson.text).text) for lesson in lessons])
    danger = np.array([lesson.level != "none" for lesson in lessons])
    weights = np.array([lesson.weight for lesson in lessons])
    to_danger, all_of_danger = fitted(words.rows, danger, weights, _FIT)
    now = np.array([lesson.level == "emergency" for lesson in lessons])[danger]
    to_now, all_of_now = fitted(words.rows[danger], now, weights[danger], _FIT)
    each = ((gram, (words.rare[i], to_danger[i], to_now[i])) for gram, i in words.known.items())
    table = {gram: [round(float(n), 2) for n in three] for gram, three in each}
    return {"lessons": digest(), "danger": round(all_of_danger, 3), "now": round(all_of_now, 3), "grams": table}


def _written(weights: dict[str, object]) -> str:
    """One word to a line, so that a change can be read."""
    return json.dumps(weights, ensure_ascii=False).replace("], ", "],\n").replace('"grams": {', '"grams": {\n') + "\n"


def digest() -> str:
    """A mark of what was learnt from, so that a test can tell when the weights are out of date."""
    return hashlib.sha256((_HERE / "danger_lessons.jsonl").read_bytes()).hexdigest()


def _lessons() -> Iterator[Lesson]:
    for row in _read(_HERE / "danger_lessons.jsonl"):
        yield Lesson(row["text"], row["level"])
    for example in learning_half():
        yield Lesson(example.text, example.level)
    for row in _read(_SUITES / "safety" / "train.jsonl"):
        yield Lesson(row["question"], row["expected_level"])
    for suite in ("lay", "dated", "unanswerable"):
        for row in _read(_SUITES / suite / "train.jsonl"):
            if not told(row["question"]).signs():
                yield Lesson(row["question"], "none", _CALM_WEIGHT)


def _read(path: Path) -> Iterator[dict[str, str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


if __name__ == "__main__":
    main()
