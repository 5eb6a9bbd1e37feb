"""What asking needs of others, as protocols with one or two verbs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import Protocol

from corpus.passage import Passage


class Ranked(Protocol):
    """A passage found, with its score and the reason for it."""

    @property
    def passage(self) -> Passage:
        """What was found."""

    @property
    def score(self) -> float:
        """Higher is better; only the order is meant."""

    @property
    def article(self) -> Sequence[Passage]:
        """The whole article of the passage, clause by clause."""


class Searcher(Protocol):
    """Finding passages; `retriever.retriever.Retriever` is one."""

    def search(self, question: str, k: int, as_of: date | None = None) -> Sequence[Ranked]:
        """The best `k` passages in force on `as_of`, best first."""


class Support(StrEnum):
    """How well the passages found carry an answer: `none` abstains, `weak` answers and says so."""

    NONE = "none"
    WEAK = "weak"
    GOOD = "good"


class SupportJudge(Protocol):
    """Whether what was found is about the question at all."""

    def judge(self, question: str, found: Sequence[Ranked]) -> Support:
        """The support that `found` gives."""


class ChatModel(Protocol):
    """A language model. Failures are raised as `ChatFailed`."""

    @property
    def name(self) -> str:
        """The name shown as `model` in an answer."""

    def complete(self, messages: Sequence[tuple[str, str]]) -> str:
        """The reply to (role, text) messages."""

    def stream(self, messages: Sequence[tuple[str, str]]) -> Iterator[str]:
        """The reply in pieces."""


class ChatFailed(Exception):
    """The language model did not answer in time or at all; the message is for the log."""


class FeedbackStore(Protocol):
    """Where verdicts on answers go. No text of a question or a comment is kept."""

    def add(self, answer_id: str, verdict: str) -> None:
        """Keep one verdict."""


class AskSettings(Protocol):
    """The settings that serving needs."""

    @property
    def cors_origins(self) -> tuple[str, ...]:
        """Web origins that may call from a browser."""

    @property
    def rate_limit(self) -> Limit | None:
        """Requests an address may send; None for no limit."""


class Limit(Protocol):
    """At most `count` requests in `seconds`."""

    @property
    def count(self) -> int:
        """Requests."""

    @property
    def seconds(self) -> int:
        """The time in which they are counted."""
