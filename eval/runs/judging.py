"""Every measure on every reply of a run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eval.answers.law import Law
from eval.answers.measure import Measure
from eval.answers.verdict import Verdict, unscored
from eval.runs.folder import Kept
from eval.suites.suite import Row


def judge_all(
    rows: Sequence[Row], replies: Mapping[str, Kept], law: Law, measures: Sequence[Measure]
) -> dict[str, list[Verdict]]:
    """Row id to its verdicts, in the order of the measures. A row without a reply is unscored in all of them."""
    return {row.id: [_verdict(row, replies.get(row.id), law, measure) for measure in measures] for row in rows}


def _verdict(row: Row, kept: Kept | None, law: Law, measure: Measure) -> Verdict:
    if kept is None or kept.reply is None:
        return unscored(measure.name, "", kept.error or "no reply" if kept else "not asked")
    return measure.judge(row, kept.reply, law)
