"""Answers kept by what determines them, so that a measure can be changed without asking again."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import threading
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from eval.suites.suite import Row


class AnswerCache:
    """A file of answers. The key is the system's description, the question, and the days asked about."""

    def __init__(self, path: Path, system: Mapping[str, str], today: date) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._system = json.dumps(dict(system), sort_keys=True)
        self._today = today
        self._lock = threading.Lock()
        self._file = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._file.execute("PRAGMA journal_mode = WAL")
        self._file.execute("PRAGMA synchronous = OFF")  # what is lost here is asked again: speed before safety
        self._file.execute("CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, record TEXT, ms REAL)")

    def find(self, row: Row) -> tuple[Mapping[str, Any], float] | None:
        """The answer and the milliseconds that it took when it was asked."""
        with self._lock:
            found = self._file.execute("SELECT record, ms FROM answers WHERE key = ?", (self._key(row),)).fetchone()
        return (json.loads(found[0]), found[1]) if found else None

    def put(self, row: Row, record: Mapping[str, Any], latency_ms: float) -> None:
        """Keep an answer."""
        kept = (self._key(row), json.dumps(record, ensure_ascii=False), latency_ms)
        with self._lock:
            self._file.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?)", kept)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _key(self, row: Row) -> str:
        asked = (self._system, row.question, str(row.as_of), str(row.event_date), str(row.day or self._today))
        return hashlib.sha256("\n".join(asked).encode()).hexdigest()
