"""Labels of references: used only on the text that they were made for."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.document import Revision
from eval.reading.labels import Cause, Stale, labelled_files
from ingest.reading import read
from tests.ingest.invented_files import LAW


def labels(folder: Path, text_sha256: str | None = None) -> Path:
    """A law with one labelled stretch and one reference in it."""
    file = folder / "luat.txt"
    file.write_text(LAW, encoding="utf-8")
    base = {
        "path": "luat.txt",
        "file_sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
        "text_sha256": text_sha256 or read([file]).sha256,
    }
    rows = [{**base, "start": 0, "end": 40, "stretch": True}, {**base, "start": 5, "end": 9, "ref": None}]
    path = folder / "labels.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def refuse(file: Path, path: Path) -> None:
    """Make of the file one that is refused, and of the labels labels of it."""
    file.write_bytes(b"")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    of_empty = [{**row, "file_sha256": hashlib.sha256(b"").hexdigest()} for row in rows]
    path.write_text("\n".join(map(json.dumps, of_empty)), encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "cause", "is_of_reader"),
    [
        (lambda file, path: file.unlink(), Cause.NO_FILE, False),  # a folder without it
        (
            lambda file, path: file.write_text(LAW + "\nthêm", encoding="utf-8"),
            Cause.OTHER_FILE,
            False,
        ),  # published anew
        (refuse, Cause.REFUSED, True),  # the reader takes it no more
    ],
)
def test_why_labels_are_out_of_date(
    tmp_path: Path, change: Callable[[Path, Path], object], cause: Cause, is_of_reader: bool
) -> None:
    path = labels(tmp_path)
    change(tmp_path / "luat.txt", path)
    (file,) = labelled_files(path)
    assert file.revision(tmp_path, {}) == Stale("luat.txt", 1, cause)
    assert cause.is_of_reader is is_of_reader


def test_another_text_of_the_same_file_is_the_readers_doing(tmp_path: Path) -> None:
    (file,) = labelled_files(labels(tmp_path, text_sha256="0" * 64))
    assert file.revision(tmp_path, {}) == Stale("luat.txt", 1, Cause.OTHER_TEXT)
    assert Cause.OTHER_TEXT.is_of_reader


def test_labels_of_today_give_the_document_and_its_stretches(tmp_path: Path) -> None:
    (file,) = labelled_files(labels(tmp_path))
    assert isinstance(file.revision(tmp_path, {}), Revision)
    ((place, references),) = file.stretches
    assert (place.start, place.end, len(references)) == (0, 40, 1)
