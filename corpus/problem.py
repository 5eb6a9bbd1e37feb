"""What a reader of documents could not make sense of, kept as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.span import Span


class Severity(StrEnum):
    """How bad a problem is: an error needs an officer, a warning a look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """A place that was not understood, and why (in Vietnamese: officers read it)."""

    severity: Severity
    reason: str
    span: Span = Span(0, 0)
