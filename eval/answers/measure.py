"""The seam of measures: one row, one reply, one verdict."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from eval.answers.law import Law
from eval.answers.reply import Reply
from eval.answers.verdict import Verdict
from eval.suites.suite import Row

Judge = Callable[[Row, Reply, Law], Verdict]


@dataclass(frozen=True, slots=True)
class Measure:
    """A named way to judge. `says` is the one sentence that a report prints beside it.

    A `share` is in [0, 1] and 1 is best; other units (`ms`, `words`) are amounts of which less is better.
    """

    name: str
    says: str
    judge: Judge
    unit: str = "share"

    @property
    def less_is_better(self) -> bool:
        """Whether a smaller value is the better one."""
        return self.unit != "share"
