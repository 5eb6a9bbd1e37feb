"""Support told from the retriever's own signals."""

from __future__ import annotations

from collections.abc import Sequence

from api.seams import Ranked, Support
from retriever.confidence import GOOD, WEAK
from retriever.retriever import Ranked as Measured
from retriever.retriever import support_of


class MeasuredSupport:
    """How likely it is that the corpus is about the question, in three steps; the figures are in docs/retrieval.md."""

    def judge(self, question: str, found: Sequence[Ranked]) -> Support:
        """`none` below `WEAK`, `good` from `GOOD` on."""
        likely = support_of([one for one in found if isinstance(one, Measured)])
        return Support.GOOD if likely >= GOOD else Support.WEAK if likely >= WEAK else Support.NONE
