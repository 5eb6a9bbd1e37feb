"""What has been taken in: which bytes became which revision, so that an unchanged file costs nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from corpus.spare_file import SpareFile

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
        self._file = SpareFile(path, _TABLE)

    def find(self, content: str) -> Entry | None:
        """The entry of some bytes, where this reader has read them."""
        asked = "SELECT document_id, sha256, problems FROM taken WHERE content = ? AND reader = ?"
        row = self._file.run(lambda db: db.execute(asked, (content, self._reader)).fetchone())
        return Entry(*row) if row else None

    def note(self, content: str, entry: Entry) -> None:
        """Remember what some bytes became."""
        row = (content, self._reader, entry.document_id, entry.sha256, entry.problems)
        self._file.run(lambda db: db.execute("INSERT OR REPLACE INTO taken VALUES (?, ?, ?, ?, ?)", row))

    def close(self) -> None:
        """Close the file."""
        self._file.close()
