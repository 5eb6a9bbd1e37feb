"""A SQLite file that only saves work: where it is lost or damaged, it is put aside and begun anew."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

ASIDE = ".hong"
"""Ending of the damaged file that is kept; the next damaged one takes its place, so that they do not pile up."""

_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_OTHER_TABLES = ("no such table", "no such column", "has no column")

T = TypeVar("T")


class SpareFile:
    """One connection for all threads. A full disk or a missing permission is no damage: that is raised as it comes."""

    def __init__(self, path: Path | None, tables: str) -> None:
        """Open or make the file with `tables` (SQL, harmless when repeated); None keeps everything in memory."""
        self._path, self._tables = path, tables
        self._lock = threading.RLock()
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.is_dir():
                raise NotADirectoryError(20, "a folder where a file belongs", str(path))
        try:
            self._db = _opened(path, tables)
        except sqlite3.DatabaseError as error:
            if path is None or not is_damage(error):
                raise
            self._db = _begun_anew(path, tables)

    def run(self, action: Callable[[sqlite3.Connection], T]) -> T:
        """What `action` gives, all of its writes or none; done again on an empty file where this one is damaged."""
        with self._lock:
            try:
                with self._db:
                    return action(self._db)
            except sqlite3.DatabaseError as error:
                if self._path is None or not is_damage(error):
                    raise
                self._db.close()
                self._db = _begun_anew(self._path, self._tables)
                with self._db:
                    return action(self._db)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


def is_damage(error: sqlite3.Error) -> bool:
    """Whether an error means that the file itself is no good: garbled, or holding other tables than it should."""
    if getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGED:
        return True
    return isinstance(error, sqlite3.OperationalError) and any(words in str(error) for words in _OTHER_TABLES)


def _opened(path: Path | None, tables: str) -> sqlite3.Connection:
    db = sqlite3.connect(path or ":memory:", timeout=60, check_same_thread=False)
    try:
        if path is not None:
            db.execute("PRAGMA journal_mode = WAL")
        with db:
            db.execute(tables)
    except sqlite3.Error:
        db.close()
        raise
    return db


def _begun_anew(path: Path, tables: str) -> sqlite3.Connection:
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    path.replace(path.with_name(path.name + ASIDE))
    return _opened(path, tables)
