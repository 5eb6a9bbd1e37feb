"""Days in Việt Nam."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

HO_CHI_MINH = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
"""Fixed at UTC+7 (no daylight saving since 1975), so that no time-zone database is needed."""


def today() -> date:
    """The day it is in Việt Nam."""
    return datetime.now(HO_CHI_MINH).date()


def in_words(day: date) -> str:
    """A day as Vietnamese readers write it: `01/07/2025`."""
    return f"{day:%d/%m/%Y}"
