"""A claim beside the provision that it is said of, and whether the provision carries it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """`label` is the provision's name, `text` its words; `turned` says what makes the claim false (empty: it holds)."""

    id: str
    label: str
    text: str
    claim: str
    turned: str = ""

    @property
    def holds(self) -> bool:
        """Whether the provision carries the claim."""
        return not self.turned
