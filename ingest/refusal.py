"""Why a file was not read: in Vietnamese, with the value and the remedy."""

from __future__ import annotations


class Refusal(Exception):
    """A file that cannot become a document; `reason` is for the officer who gave it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
