"""The seam of systems under test: whatever answers a row with the answer object of the contract."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from eval.suites.suite import Row


class AskFailed(Exception):
    """The system gave no answer object; the message says what it did instead. Kept as the row's error."""


class System(Protocol):
    """A system under test."""

    def describe(self) -> Mapping[str, str]:
        """What determines its answers (name, model, versions), as far as it can be known."""

    def ask(self, row: Row) -> Mapping[str, Any]:
        """The answer object; raise `AskFailed` where none came."""


@dataclass(frozen=True, slots=True)
class Scripted:
    """A system whose answers are written down by row id; counts nothing, hides nothing."""

    replies: Mapping[str, Mapping[str, Any]]
    name: str = "scripted"
    asked: list[str] = field(default_factory=list)
    """The ids of the rows that were asked, in order."""

    def describe(self) -> Mapping[str, str]:
        """Its name."""
        return {"name": self.name}

    def ask(self, row: Row) -> Mapping[str, Any]:
        """What is written down."""
        self.asked.append(row.id)
        if row.id not in self.replies:
            raise AskFailed(f"no reply is written down for {row.id}")
        return self.replies[row.id]
