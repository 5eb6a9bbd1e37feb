"""A decision of an officer about which revision of a document is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Turn:
    """Taken at `at` by `by`: the revision `sha256` is shown, or, with None, the one of the highest rank again."""

    sha256: str | None
    at: datetime
    by: str = ""


def held_to(turns: Sequence[Turn]) -> str | None:
    """The revision that the last decision holds to; None where rank decides."""
    return turns[-1].sha256 if turns else None
