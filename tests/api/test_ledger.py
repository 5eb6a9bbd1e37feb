"""The ledger saves work and never stands in the way."""

from __future__ import annotations

from pathlib import Path

from api.ledger import Entry, Ledger

ENTRY = Entry("7/2031/QH99", "ab" * 32, 1)


def test_bytes_once_read_are_known_to_the_same_reader_only(tmp_path: Path) -> None:
    path = tmp_path / "taken.sqlite"
    ledger = Ledger(path, "reader-1")
    ledger.note("content", ENTRY)
    ledger.close()
    assert Ledger(path, "reader-1").find("content") == ENTRY
    assert Ledger(path, "reader-2").find("content") is None
    assert Ledger(path, "reader-1").find("other") is None


def test_a_damaged_ledger_starts_afresh(tmp_path: Path) -> None:
    path = tmp_path / "taken.sqlite"
    path.write_bytes(b"not a database at all " * 300)
    assert Ledger(path, "reader-1").find("content") is None
