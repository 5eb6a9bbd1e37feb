"""The JSON lines of a BEIR folder, and what is wrong with them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


class BadBenchmark(Exception):
    """A folder or file that cannot be measured; the message (Vietnamese) names the file and what it should be."""


def text_of(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a file, `.gz` or not, with their numbers from 1; blank ones are left out."""
    if not path.exists() or path.is_dir():  # a pipe or /dev/null will do
        raise BadBenchmark(f"Không có tệp {path}.")
    try:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
            yield from ((number, line) for number, line in enumerate(file, 1) if line.strip())
    except (UnicodeDecodeError, EOFError, gzip.BadGzipFile) as error:
        raise BadBenchmark(f"{path}: không đọc được thành chữ UTF-8 ({error}).") from error


def rows_of(path: Path, *fields: str) -> Iterator[dict[str, Any]]:
    """The objects of a file; each has `_id` and these fields."""
    for number, line in text_of(path):
        yield _row(path, number, line, ("_id", *fields))


def _row(path: Path, number: int, line: str, fields: tuple[str, ...]) -> dict[str, Any]:
    try:
        row = json.loads(line)
        _ = [row[name] for name in fields]
    except (ValueError, KeyError, TypeError) as error:
        raise BadBenchmark(
            f"{path}, dòng {number}: cần một đối tượng JSON có {', '.join(fields)} ({error})."
        ) from error
    found: dict[str, Any] = row
    return found
