"""Learns `prompts/aim_weights.json`, what the words of a question ask for: python -m scripts.aim_weights.

Lessons: `aim_lessons.jsonl` beside this file; the `train` parts of the suites; and, as asking for law, the wordings
of the answer cards and the questions that the ranking learns from. Never read: the parts `dev` and `test`.
`python -m scripts.aim_weights --folds` tells what is found of lessons that were kept back, a fifth at a time.
"""

from __future__ import annotations

import hashlib
import json
import sys
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ingest.starter_source import StarterSource
from prompts.aim import Aim, Weights, aim_by, read_weights, words_of
from scripts.regression import fitted, table_of

_HERE = Path(__file__).parent
_SUITES = _HERE.parent / "eval" / "suites"
_ASKED = _HERE.parent / "retriever" / "training" / "questions.jsonl"
_OUT = _HERE.parent / "prompts" / "aim_weights.json"
_FIT = 8.0
"""How much the lessons count against small weights; 4 to 16 differ by chance."""
_ANSWERED_WEIGHT = 0.5
"""Of a question that is answered against a written lesson."""
_FOLDS = 5
_TAGS = {
    "outcome_prediction": Aim.PREDICTION,
    "future_or_unknown": Aim.FACT,
    "not_law": Aim.ELSEWHERE,
    "false_premise": Aim.PREMISE,
    "harm": Aim.HARM,
    "near_miss": Aim.LAW,
    "foreign_law": Aim.LAW,
    "crisis": Aim.LAW,
    "calm": Aim.LAW,
    "personal_data": Aim.LAW,
}
"""What the rows of `unanswerable` and `safety` ask for; law that is not held is law all the same."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text, what it asks for, how much it counts, where it is from, and what it shares with its other phrasings."""

    text: str
    aim: Aim
    weight: float = 1.0
    source: str = "lesson"
    group: str = ""


def main() -> None:
    """Learn and write the weights, or tell what is found of lessons kept back."""
    lessons = tuple(every_lesson())
    if "--folds" in sys.argv[1:]:
        for line in _folds(lessons):
            print(line)
        return
    _OUT.write_text(_written(learnt(lessons)), encoding="utf-8")
    print(f"{len(lessons)} lessons, {_OUT.stat().st_size:,} bytes")


def learnt(lessons: Sequence[Lesson]) -> dict[str, object]:
    """The weights as they are written: for each word how rare it is, and how far it speaks for each aim but law."""
    words = table_of([words_of(lesson.text) for lesson in lessons])
    weights = np.array([lesson.weight for lesson in lessons])
    truths = [np.array([lesson.aim is aim for lesson in lessons]) for aim in Aim if aim is not Aim.LAW]
    learned = [fitted(words.rows, truth, weights, _FIT) for truth in truths]
    each = ((gram, (words.rare[i], *(towards[i] for towards, _ in learned))) for gram, i in words.known.items())
    table = {gram: [round(float(n), 2) for n in numbers] for gram, numbers in each}
    return {"lessons": digest(lessons), "all": [round(of_all, 3) for _, of_all in learned], "grams": table}


def digest(lessons: Sequence[Lesson]) -> str:
    """A mark of what was learnt from, so that a test can tell when the weights are out of date."""
    return hashlib.sha256("\n".join(f"{one.aim} {one.weight} {one.text}" for one in lessons).encode()).hexdigest()


def _written(weights: dict[str, object]) -> str:
    """One word to a line, so that a change can be read."""
    return json.dumps(weights, ensure_ascii=False).replace("], ", "],\n").replace('"grams": {', '"grams": {\n') + "\n"


def _folds(lessons: Sequence[Lesson]) -> Iterator[str]:
    """Of each source and aim: how many ask for it as they are told, of how many; `law` otherwise is a refusal."""
    right, other, every = Counter[str](), Counter[str](), Counter[str]()
    for turn in range(_FOLDS):
        weights = _without(lessons, turn)
        for lesson in (one for one in lessons if _fold(one) == turn):
            name, found = f"{lesson.source}: {lesson.aim.value}", aim_by(lesson.text, weights)
            every[name] += 1
            right[name] += found is lesson.aim
            other[name] += found not in (lesson.aim, Aim.LAW)
    for name in sorted(every):
        yield f"{name}: {right[name]} of {every[name]}, as something else that is not law {other[name]}"


def _without(lessons: Sequence[Lesson], turn: int) -> Weights:
    return read_weights(json.dumps(learnt([one for one in lessons if _fold(one) != turn])))


def _fold(lesson: Lesson) -> int:
    return zlib.crc32((lesson.group or lesson.text).encode()) % _FOLDS


def every_lesson() -> Iterator[Lesson]:
    """All that is learnt from, in a fixed order."""
    for row in _read(_HERE / "aim_lessons.jsonl"):
        yield Lesson(str(row["text"]), Aim(str(row["aim"])))
    for suite in ("unanswerable", "safety"):
        for row in _read(_SUITES / suite / "train.jsonl"):
            tag = str(row["tags"][0])
            if tag in _TAGS:
                yield Lesson(str(row["question"]), _TAGS[tag], 1.0, tag, _group(row))
    for card in StarterSource().cards():
        yield from (Lesson(asked, Aim.LAW, 1.0, "card", str(card.ref)) for asked in (card.question, *card.variants))
    for row in _read(_ASKED):
        yield Lesson(str(row["question"]), Aim.LAW, _ANSWERED_WEIGHT, f"asked, {row['kind']}", row["gold"][0])
    for suite in ("lay", "dated"):
        for row in _read(_SUITES / suite / "train.jsonl"):
            yield Lesson(str(row["question"]), Aim.LAW, _ANSWERED_WEIGHT, suite, _group(row))


def _group(row: dict[str, list[str]]) -> str:
    return str(row["id"]).split(".", maxsplit=1)[0]


def _read(path: Path) -> Iterator[dict[str, list[str]]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


if __name__ == "__main__":
    main()
