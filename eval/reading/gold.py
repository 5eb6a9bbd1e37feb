"""What is known of documents beside their files: their articles, and which of what is known the file contradicts."""

from __future__ import annotations

import json
from pathlib import Path

from eval.reading.manifest import Row

Disputed = dict[tuple[str, str, str], str]
"""The reason for each disputed answer, by hash of the file, check, and article (empty for the whole document)."""
DISPUTED = Path(__file__).parent / "disputed.jsonl"


def disputed_gold(file: Path) -> Disputed:
    """The answers that do not stand in their file, with the reason; `articles` absent: the document."""
    table: Disputed = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for article in row.get("articles", [""]):
            table[row["sha256"], row["check"], article] = row["reason"]
    return table


def gold_articles(folder: Path) -> dict[str, list[Row]]:
    """The gold articles by number of the document (with `_year` where the file name tells one)."""
    table: dict[str, list[Row]] = {}
    for path in sorted(folder.glob("*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        table[path.stem] = rows
    return table


def listed(row: Row, gold: dict[str, list[Row]]) -> list[Row]:
    """The gold articles of a row; none for a made-up file that keeps only a part of the law."""
    if (row.get("gold") or {}).get("n_articles") is None or "synthetic" in row["difficulty"]:
        return []
    number = (row.get("so_hieu") or "").replace("/", "_")
    return gold.get(number) or gold.get(f"{number}_{(row.get('issued_on') or '')[:4]}") or []
