"""When a text is law: half-open intervals of days (Điều 53–58 Luật 64/2025/QH15)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Status(StrEnum):
    """What a document is on a day."""

    IN_FORCE = "in_force"
    NOT_YET = "not_yet"
    EXPIRED = "expired"
    PARTLY_EXPIRED = "partly_expired"
    SUSPENDED = "suspended"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Validity:
    """In force on days of `[start, until)`; without a start nothing is ever known to be in force."""

    start: date | None = None
    until: date | None = None

    def status_on(self, day: date) -> Status:
        """What this is on `day`."""
        if self.until is not None and day >= self.until:
            return Status.EXPIRED
        if self.start is None:
            return Status.UNKNOWN
        return Status.NOT_YET if day < self.start else Status.IN_FORCE

    def holds_on(self, day: date) -> bool:
        """Whether this is in force on `day`."""
        return self.status_on(day) is Status.IN_FORCE

    def cut(self, day: date) -> Validity:
        """The same, ended on `day` unless it ended earlier."""
        return Validity(self.start, day if self.until is None else min(self.until, day))
