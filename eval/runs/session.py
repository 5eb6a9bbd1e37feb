"""One run from begin to end: ask what was not asked, judge everything, sum up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date
from time import perf_counter

from eval.answers.law import Law
from eval.answers.measure import Measure
from eval.runs.answer_cache import AnswerCache
from eval.runs.asking import Progress, ask_all
from eval.runs.folder import RunFolder
from eval.runs.judging import judge_all
from eval.runs.risk import risk_coverage
from eval.runs.scoring import scores
from eval.runs.system import System
from eval.suites.suite import Row


def ask(
    folder: RunFolder,
    system: System,
    workers: int = 1,
    cache: AnswerCache | None = None,
    progress: Progress | None = None,
) -> None:
    """Ask every row that has no reply yet; note how long asking took, all in all."""
    began = perf_counter()
    ask_all(folder, system, workers, cache, progress)
    took = perf_counter() - began
    folder.note(seconds=round(float(folder.config().get("seconds", 0.0)) + took, 3))


def judge(folder: RunFolder, law: Law, measures: Sequence[Measure]) -> None:
    """Judge every reply and write verdicts and scores; may be done again at any time."""
    rows, replies = folder.rows(), folder.replies()
    dated = [_dated(row, folder.asked_on()) for row in rows]
    verdicts = judge_all(dated, replies, law, measures)
    folder.put_verdicts(verdicts)
    by_name = {row: {v.measure: v for v in given} for row, given in verdicts.items()}
    curve = risk_coverage(rows, replies, by_name)
    folder.put_scores(
        {
            "rows": len(rows),
            "errors": sum(kept.error is not None for kept in replies.values()),
            "slices": scores(rows, verdicts, measures),
            "risk_coverage": asdict(curve),
        }
    )


def _dated(row: Row, today: date) -> Row:
    """A row without a day asks for the law of the day of the run."""
    return row if row.day else replace(row, as_of=today)
