"""A home with two invented laws in it, made once and copied for each test."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from api.house import House
from api.settings import read_settings
from tests.reliability.garden_laws import write_laws


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with two laws, indexed with the twin of an embedding model; no starter corpus."""
    folder = tmp_path_factory.mktemp("furnished")
    house = House(read_settings({"HOILUAT_HOME": str(folder / "home"), "HOILUAT_EMBEDDING_MODEL": "hashing"}))
    house.take([write_laws(folder / "laws", 2)])
    house.feedback.add("a", "helpful")
    house.index.close()
    house.ledger.close()
    corpus = sqlite3.connect(folder / "home" / "corpus.sqlite")
    corpus.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # all of it in the one file that the tests damage
    corpus.close()
    return folder / "home"


@pytest.fixture
def filled(furnished: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """HOILUAT_HOME with the two laws."""
    monkeypatch.setenv("HOILUAT_EMBEDDING_MODEL", "hashing")
    shutil.copytree(furnished, home)
    return home
