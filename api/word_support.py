"""Support told from words alone: the honest twin of the retriever's own signal."""

from __future__ import annotations

from collections.abc import Sequence

from api.seams import Ranked, Support
from prompts.relevance import terms


class WordSupport:
    """`good` when the first passages share most telling words of the question, `none` when hardly any."""

    def __init__(self, weak: float = 0.34, good: float = 0.55) -> None:
        self._weak = weak
        self._good = good

    def judge(self, question: str, found: Sequence[Ranked]) -> Support:
        """The share of the question's words that the first three passages hold."""
        asked = set(terms(question))
        if not asked or not found:
            return Support.NONE
        held = {w for r in found[:3] for w in terms(f"{r.passage.context} {r.passage.text}")}
        share = len(asked & held) / len(asked)
        return Support.GOOD if share >= self._good else Support.WEAK if share >= self._weak else Support.NONE
