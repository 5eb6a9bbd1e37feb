"""Learns `prompts/danger_weights.json`, which words lean towards danger: python -m scripts.danger_weights.

Lessons: `danger_lessons.jsonl` beside this file, the first half of the examples of `tests/prompts/danger`, the `train`
part of the suite `safety`, and, as calm ones, those questions of other suites' `train` parts in which no sign of danger
is found. Never read: the second half of the examples, what was written afterwards, and the parts `dev` and `test`.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from prompts.leaning import grams
from prompts.telling import told
from tests.prompts.danger.halves import learning_half

_HERE = Path(__file__).parent
_SUITES = _HERE.parent / "eval" / "suites"
_OUT = _HERE.parent / "prompts" / "danger_weights.json"
_RARE = 2
"""A word that fewer lessons have teaches nothing."""
_FIT = 8.0
"""How much the lessons count against small weights; drawn-out trials of 3 to 20 differ by chance."""
_CALM_WEIGHT = 0.5
"""Of a calm question of a suite against a written lesson, which was written to be hard."""

Numbers = NDArray[np.float64]


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
    found = [grams(told(lesson.text).text) for lesson in lessons]
    counts = Counter(gram for one in found for gram in one)
    known = {gram: place for place, gram in enumerate(sorted(gram for gram, n in counts.items() if n >= _RARE))}
    rare = np.array([log((1 + len(lessons)) / (1 + counts[gram])) + 1 for gram in known])
    rows = _rows([[known[gram] for gram in one if gram in known] for one in found], rare)
    danger = np.array([lesson.level != "none" for lesson in lessons])
    weights = np.array([lesson.weight for lesson in lessons])
    to_danger, all_of_danger = _fitted(rows, danger, weights)
    now = np.array([lesson.level == "emergency" for lesson in lessons])[danger]
    to_now, all_of_now = _fitted(rows[danger], now, weights[danger])
    table = {gram: [round(float(n), 2) for n in (rare[i], to_danger[i], to_now[i])] for gram, i in known.items()}
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


def _rows(found: Sequence[Sequence[int]], rare: Numbers) -> Numbers:
    rows = np.zeros((len(found), len(rare)))
    for row, places in zip(rows, found, strict=True):
        row[places] = rare[places]
    lengths: Numbers = np.linalg.norm(rows, axis=1, keepdims=True)
    rows /= np.maximum(lengths, 1e-9)
    return rows


def _fitted(rows: Numbers, truth: NDArray[np.bool_], weights: Numbers) -> tuple[Numbers, float]:
    """Logistic regression with a penalty on large weights; both answers count the same in all."""
    sign = np.where(truth, 1.0, -1.0)
    share = np.where(truth, weights[truth].sum(), weights[~truth].sum())
    each = weights * weights.sum() / (2 * share) * _FIT

    def loss(at: Numbers) -> tuple[float, Numbers]:
        margin = sign * (rows @ at[:-1] + at[-1])
        slope = -each * sign / (1 + np.exp(np.clip(margin, -500, 500)))
        value = float((each * np.logaddexp(0, -margin)).sum() + 0.5 * (at[:-1] ** 2).sum())
        return value, np.append(rows.T @ slope + at[:-1], slope.sum())

    best = minimize(loss, np.zeros(rows.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    return best.x[:-1], float(best.x[-1])


if __name__ == "__main__":
    main()
