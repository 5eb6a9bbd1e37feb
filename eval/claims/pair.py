"""A claim beside the provisions that it is said of, and whether they carry it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """`basis` has the name and the words of each place; `turned` says what makes the claim false (empty: it holds)."""

    id: str
    basis: tuple[tuple[str, str], ...]
    claim: str
    turned: str = ""

    @property
    def holds(self) -> bool:
        """Whether the provisions carry the claim."""
        return not self.turned
