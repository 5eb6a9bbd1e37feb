"""A run judged by a model: a verdict on each answer, a summary with intervals, and the judge beside a hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from eval.answers.verdict import Verdict, not_applicable, unscored
from eval.graded.agreement import Agreement, agreement
from eval.graded.grader import Grader
from eval.graded.labels import Label
from eval.graded.rubric import FAITHFULNESS, HIGHEST, LOWEST, RUBRICS, Rubric
from eval.runs.folder import Kept, RunFolder
from eval.runs.scoring import summary
from eval.suites.suite import Row

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Graded:
    """The verdicts on a run by row id, and the judge's agreement with labels by measure."""

    verdicts: Mapping[str, Sequence[Verdict]]
    agreements: Mapping[str, Agreement]

    def measures(self) -> dict[str, Any]:
        """Each measure's mean with its interval, and the agreement beside it, as plain JSON values."""
        return {
            rubric.name: _summed([v for given in self.verdicts.values() for v in given if v.measure == rubric.name])
            | {"prompt": rubric.prompt, "prompt_sha256": rubric.sha256}
            | {"agreement": _record(self.agreements[rubric.name])}
            for rubric in RUBRICS
        }


def grade_run(folder: RunFolder, grader: Grader, labels: Sequence[Label], progress: Progress) -> Graded:
    """Grade the labelled examples, then every answer of the run. What was judged before is not asked again."""
    rows, replies = folder.rows(), folder.replies()
    steps, done = len(labels) + len(rows), 0
    progress(done, steps)
    scores: dict[str, int | None] = {}
    verdicts: dict[str, list[Verdict]] = {}
    for label in labels:
        verdict = grader.grade(label.id, _rubric(label.measure), label.material)
        scores[label.id] = None if verdict.value is None else int(verdict.value)
        progress(done := done + 1, steps)
    for row in rows:
        verdicts[row.id] = [_verdict(row, replies.get(row.id), rubric, grader) for rubric in RUBRICS]
        progress(done := done + 1, steps)
    return Graded(verdicts, {rubric.name: _agreement(rubric, labels, scores) for rubric in RUBRICS})


def _verdict(row: Row, kept: Kept | None, rubric: Rubric, grader: Grader) -> Verdict:
    if kept is None or kept.reply is None:
        return unscored(rubric.name, "", kept.error or "no reply" if kept else "not asked")
    if kept.reply.status != "answered":
        return not_applicable(rubric.name, f"nothing is answered: {kept.reply.status or 'no status'}")
    material = rubric.material(row, kept.reply)
    if rubric is FAITHFULNESS and not material.passages:
        return unscored(rubric.name, "", "no passage to hold the answer against")
    return grader.grade(row.id, rubric, material)


def _agreement(rubric: Rubric, labels: Sequence[Label], scores: Mapping[str, int | None]) -> Agreement:
    own = [label for label in labels if label.measure == rubric.name]
    return agreement([label.label for label in own], [scores[label.id] for label in own])


def _summed(verdicts: Sequence[Verdict]) -> dict[str, Any]:
    steps = Counter(verdict.value for verdict in verdicts)
    return summary(verdicts, "step") | {"counts": {str(n): steps[n] for n in range(LOWEST, HIGHEST + 1)}}


def _record(found: Agreement) -> dict[str, Any]:
    return asdict(found) | {"is_chance": found.is_chance}


def _rubric(name: str) -> Rubric:
    return next(rubric for rubric in RUBRICS if rubric.name == name)
