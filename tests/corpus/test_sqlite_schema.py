"""A corpus made by an earlier version opens, whole."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from corpus.library import open_library
from corpus.sqlite_schema import SCHEMA, bring_up
from corpus.sqlite_shelves import CorpusUnreadable
from tests.corpus.invented import TEXT, revision


def made_by_the_first_version(path: Path) -> None:
    """Two texts in a file as the first version laid it out: no column for who, no decisions."""
    library = open_library(path)
    library.put(revision(text=TEXT + "một"), "một.txt")
    library.put(revision(), "hai.txt")
    db = sqlite3.connect(path)
    db.executescript("DROP TABLE turn; ALTER TABLE revision DROP COLUMN added_by; PRAGMA user_version = 1;")
    db.close()


def test_a_corpus_of_the_first_version_opens_and_can_be_turned_back(tmp_path: Path) -> None:
    path = tmp_path / "corpus.sqlite"
    made_by_the_first_version(path)
    library = open_library(path, "lan")
    entries = library.history("7/2031/QH99")
    assert [(entry.source, entry.by, entry.current) for entry in entries] == [
        ("một.txt", "", False), ("hai.txt", "", True),
    ]  # fmt: skip
    assert library.revision("7/2031/QH99") == revision()
    assert library.turn_to("7/2031/QH99", entries[0].sha256)
    again = open_library(path).revision("7/2031/QH99")
    assert again is not None and again.sha256 == entries[0].sha256


def test_a_step_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "corpus.sqlite"
    made_by_the_first_version(path)
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE turn (of_another_program TEXT)")
    before = db.execute("SELECT sql FROM sqlite_master").fetchall()
    db.commit()
    with pytest.raises(sqlite3.OperationalError, match="turn already exists"):
        open_library(path)
    assert db.execute("SELECT sql FROM sqlite_master").fetchall() == before
    assert db.execute("PRAGMA user_version").fetchone() == (1,)


def test_two_that_open_it_at_once_bring_it_up_once(tmp_path: Path) -> None:
    path = tmp_path / "corpus.sqlite"
    made_by_the_first_version(path)
    open_library(path)
    late = sqlite3.connect(path)  # saw the first version, and waited until the other was done
    bring_up(late)
    assert late.execute("PRAGMA user_version").fetchone() == (SCHEMA,)


def test_a_corpus_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "corpus.sqlite"
    open_library(path)
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    db.close()
    with pytest.raises(CorpusUnreadable, match=str(SCHEMA + 1)):
        open_library(path)
