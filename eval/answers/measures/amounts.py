"""How long an answer is, and how long it took: amounts, to be read and not ruled on."""

from __future__ import annotations

from eval.answers.law import Law
from eval.answers.measure import Measure
from eval.answers.reply import Reply
from eval.answers.verdict import Verdict, scored, unscored
from eval.suites.suite import Row


def _words(row: Row, reply: Reply, law: Law) -> Verdict:
    return scored("words", len(reply.answer.split()), "the answer's text, markers and quotes in it counted")


def _latency(row: Row, reply: Reply, law: Law) -> Verdict:
    if reply.latency_ms is None:
        return unscored("latency", "", "the run has no time for this reply")
    return scored("latency", reply.latency_ms, "from asking to the whole answer, as the harness saw it")


MEASURES = (
    Measure("words", "How many words the answer has.", _words, "words"),
    Measure("latency", "How many milliseconds the answer took.", _latency, "ms"),
)
