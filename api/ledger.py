"""What has been taken in: which bytes became which revision, so that an unchanged file costs nothing."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

_TABLE = (
    "CREATE TABLE IF NOT EXISTS taken (content TEXT PRIMARY KEY, reader TEXT NOT NULL, document_id TEXT NOT NULL,"
    " sha256 TEXT NOT NULL, problems INTEGER NOT NULL)"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file, or the parts of one, once read: the document and revision it became, and its number of problems."""

    document_id: str
    sha256: str
    problems: int


class Ledger:
    """Entries by the hash of the bytes; an entry of another reader (a changed parser) does not count.

    The ledger only saves work: where its file is lost or damaged it starts afresh.
    """

    def __init__(self, path: Path, reader: str) -> None:
        self._reader = reader
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._db = _open(path)
        except sqlite3.DatabaseError:
            path.unlink()
            self._db = _open(path)

    def find(self, content: str) -> Entry | None:
        """The entry of some bytes, where this reader has read them."""
        row = self._db.execute(
            "SELECT document_id, sha256, problems FROM taken WHERE content = ? AND reader = ?", (content, self._reader)
        ).fetchone()
        return Entry(*row) if row else None

    def note(self, content: str, entry: Entry) -> None:
        """Remember what some bytes became."""
        self._db.execute(
            "INSERT OR REPLACE INTO taken VALUES (?, ?, ?, ?, ?)",
            (content, self._reader, entry.document_id, entry.sha256, entry.problems),
        )

    def close(self) -> None:
        """Close the file."""
        self._db.close()


def _open(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=60, isolation_level=None, check_same_thread=False)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute(_TABLE)
    except sqlite3.DatabaseError:
        db.close()
        raise
    return db
