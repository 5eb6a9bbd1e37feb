"""The manifest of a folder of laws: `manifest.jsonl`, one document a line, and the files that each document is in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]
"""A document: `path`, `format`, `difficulty`, and what the gold knows of it."""


def rows(laws: Path, under: str = "") -> Iterator[Row]:
    """The rows whose path begins with `under`."""
    for line in (laws / "manifest.jsonl").read_text(encoding="utf-8").splitlines():
        row: Row = json.loads(line)
        if row["path"].startswith(under):
            yield row


def files_of(laws: Path, row: Row) -> list[Path]:
    """The files that a document is in, in order; most are in one."""
    return [laws / part for part in row.get("parts") or [row["path"]]]
