"""Answered, silent or asked back: as it should be, and as the contract has it.

The status is asked, not the words: a reply that says in words that it knows nothing and calls itself answered counts
as answered.
"""

from __future__ import annotations

from eval.answers.law import Law
from eval.answers.measure import Measure
from eval.answers.reply import Reply
from eval.answers.verdict import Verdict, scored
from eval.suites.suite import Row


def _outcome(row: Row, reply: Reply, law: Law) -> Verdict:
    compared = f"{reply.status or 'no status'} against {' or '.join(sorted(row.statuses))}"
    if reply.status not in row.statuses:
        return scored("outcome", 0, compared)
    basis = [one for one in reply.citations if one.ref or one.quote]
    if reply.status == "answered" and not basis:
        return scored("outcome", 0, compared, "answered without a citation")
    if reply.status != "answered" and basis:
        return scored("outcome", 0, compared, f"{reply.status}, and cites something as its basis")
    return scored("outcome", 1, compared)


MEASURES = (Measure("outcome", "Whether it answered what it can and was silent where it must.", _outcome),)
