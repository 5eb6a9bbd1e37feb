"""Answered, silent or asked back: as it should be, and as the contract has it."""

from __future__ import annotations

from eval.answers.law import Law
from eval.answers.measure import Measure
from eval.answers.reply import Reply
from eval.answers.verdict import Verdict, scored
from eval.suite import Row


def _outcome(row: Row, reply: Reply, law: Law) -> Verdict:
    compared = f"{reply.status or 'no status'} against {' or '.join(sorted(row.statuses))}"
    if reply.status not in row.statuses:
        return scored("outcome", 0, compared)
    if reply.status == "answered" and not reply.citations:
        return scored("outcome", 0, compared, "answered without a citation")
    if reply.status != "answered" and reply.citations:
        return scored("outcome", 0, compared, f"{reply.status}, and cites something as its basis")
    return scored("outcome", 1, compared)


MEASURES = (Measure("outcome", "Whether it answered what it can and was silent where it must.", _outcome),)
