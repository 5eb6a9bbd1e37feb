"""Verdicts on answers: the answer's id, the verdict and the day. Nothing that anybody wrote is kept."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from corpus.day import today
from corpus.spare_file import SpareFile

_TABLE = "CREATE TABLE IF NOT EXISTS verdict (answer TEXT PRIMARY KEY, verdict TEXT, day TEXT)"
_ADD = "INSERT INTO verdict VALUES (?, ?, ?) ON CONFLICT (answer) DO UPDATE SET verdict = excluded.verdict"
_COUNT = "SELECT verdict, count(*) FROM verdict GROUP BY verdict"

T = TypeVar("T")


class MemoryFeedback:
    """Verdicts in memory."""

    def __init__(self) -> None:
        self.verdicts: dict[str, str] = {}

    def add(self, answer_id: str, verdict: str) -> None:
        """Keep one verdict; the last one on an answer stands."""
        self.verdicts[answer_id] = verdict

    def counts(self) -> dict[str, int]:
        """How often each verdict was given."""
        return dict(Counter(self.verdicts.values()))


class SqliteFeedback:
    """Verdicts in one SQLite file; a damaged one is put aside, not thrown away."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def add(self, answer_id: str, verdict: str) -> None:
        """Keep one verdict; the last one on an answer stands."""
        self._run(lambda db: db.execute(_ADD, (answer_id, verdict, today().isoformat())))

    def counts(self) -> dict[str, int]:
        """How often each verdict was given."""
        return dict(self._run(lambda db: db.execute(_COUNT).fetchall()))

    def _run(self, action: Callable[[sqlite3.Connection], T]) -> T:
        file = SpareFile(self._file, _TABLE)
        try:
            return file.run(action)
        finally:
            file.close()
