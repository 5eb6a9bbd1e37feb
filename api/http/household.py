"""What the web service needs of the house that it serves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from api.advisor import Advisor
from api.contacts import ContactTable
from api.seams import AskSettings, FeedbackStore, Searcher
from corpus.store import CorpusReader


class Household(Protocol):
    """`api.house.House` is one. Nothing is heavy but `prepare`, `advisor` and `searcher`."""

    @property
    def settings(self) -> AskSettings:
        """Settings read at start-up."""

    @property
    def corpus(self) -> CorpusReader:
        """The law; readable before `prepare` is done."""

    @property
    def contacts(self) -> ContactTable:
        """Whom to turn to."""

    @property
    def feedback(self) -> FeedbackStore:
        """Where verdicts go."""

    @property
    def searcher(self) -> Searcher:
        """The retriever; only after `prepare`."""

    @property
    def advisor(self) -> Advisor:
        """The advisor; only after `prepare`."""

    def prepare(self, report: Callable[[str], None]) -> None:
        """Make everything ready to answer; `report` is told, in Vietnamese, which part is being made ready.

        Raises with a message that a person can act on where that cannot be done.
        """
