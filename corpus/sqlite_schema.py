"""The tables of the corpus file, version by version: a file of any earlier version is brought up to the present one."""

from __future__ import annotations

import sqlite3

_STEPS = (
    (
        "CREATE TABLE revision (document_id TEXT NOT NULL, sha256 TEXT NOT NULL, arrival INTEGER NOT NULL,"
        " added_at TEXT NOT NULL, source TEXT NOT NULL, record BLOB NOT NULL, PRIMARY KEY (document_id, sha256))",
        "CREATE TABLE head (document_id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, document TEXT NOT NULL,"
        " relations TEXT NOT NULL, fingerprint TEXT NOT NULL)",
        "CREATE TABLE card (id TEXT PRIMARY KEY, record TEXT NOT NULL)",
    ),
    (
        "ALTER TABLE revision ADD COLUMN added_by TEXT NOT NULL DEFAULT ''",
        "CREATE TABLE turn (document_id TEXT NOT NULL, place INTEGER NOT NULL, sha256 TEXT, turned_at TEXT NOT NULL,"
        " turned_by TEXT NOT NULL, PRIMARY KEY (document_id, place))",
    ),
)
"""What each version added to the one before. A step that has been released is never changed: add another."""

SCHEMA = len(_STEPS)


def bring_up(db: sqlite3.Connection) -> None:
    """Make what the file lacks, inside the transaction of the caller; another process may have done it meanwhile."""
    (found,) = db.execute("PRAGMA user_version").fetchone()
    for step in _STEPS[found:]:
        for statement in step:
            db.execute(statement)
    db.execute(f"PRAGMA user_version = {SCHEMA}")
