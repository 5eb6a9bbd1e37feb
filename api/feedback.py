"""Verdicts on answers: the answer's id, the verdict and the day. Nothing that anybody wrote is kept."""

from __future__ import annotations

import sqlite3
from collections import Counter
from pathlib import Path

from corpus.day import today


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
    """Verdicts in one SQLite file."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def add(self, answer_id: str, verdict: str) -> None:
        """Keep one verdict; the last one on an answer stands."""
        with self._open() as connection:
            connection.execute(
                "INSERT INTO verdict VALUES (?, ?, ?) ON CONFLICT (answer) DO UPDATE SET verdict = excluded.verdict",
                (answer_id, verdict, today().isoformat()),
            )
        connection.close()

    def counts(self) -> dict[str, int]:
        """How often each verdict was given."""
        with self._open() as connection:
            rows = connection.execute("SELECT verdict, count(*) FROM verdict GROUP BY verdict").fetchall()
        connection.close()
        return dict(rows)

    def _open(self) -> sqlite3.Connection:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self._file, timeout=10)
        connection.execute("CREATE TABLE IF NOT EXISTS verdict (answer TEXT PRIMARY KEY, verdict TEXT, day TEXT)")
        return connection
