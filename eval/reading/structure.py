"""How exactly files of law are read: `python -m eval.reading.structure $LAWS [--under core] [--details] [--json]`.

`$LAWS` is a folder with `manifest.jsonl` (one document a line, with its gold counts and dates) and
`gold/articles/*.jsonl` (articles with their headings, clauses and points). Every row that has gold is in the
denominator; a refusal is a miss, but for files that nobody could read (locked, cut, garbage, empty, without words).

Some gold does not stand in the file, or the file contradicts it: `disputed.jsonl` beside this module names each by the
hash of the file, with the reason. Such rows stay in the table; a second table counts only answers that the file holds.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from pathlib import Path

from corpus.document import Revision
from eval.reading.comparison import compare
from eval.reading.gold import DISPUTED, disputed_gold, gold_articles, listed
from eval.reading.manifest import Row, files_of, rows
from eval.reading.measurement import Measurement
from eval.reading.table import report
from ingest.reading import read
from ingest.refusal import Refusal

UNREADABLE = frozenset({"encrypted", "truncated", "corrupt", "empty", "decompression_bomb", "no_text"})
"""Difficulties that nobody could read past."""


def measure(laws: Path, under: str = "") -> Measurement:
    """Read every row of the manifest whose path begins with `under`, and compare."""
    result = Measurement(disputed=disputed_gold(DISPUTED))
    gold = gold_articles(laws / "gold" / "articles")
    for row in rows(laws, under):
        _measure_row(result, files_of(laws, row), row, listed(row, gold))
    return result


def _measure_row(result: Measurement, files: list[Path], row: Row, articles: list[Row]) -> None:
    row = {**row, "sha256": hashlib.sha256(files[0].read_bytes()).hexdigest()}
    started = time.perf_counter()
    try:
        revision: Revision | None = read(files)
    except Refusal as refusal:
        revision = None
        result.refused.append((row["path"], refusal.reason))
        if UNREADABLE.intersection(row["difficulty"]):
            result.unreadable += 1
            return
    result.seconds += time.perf_counter() - started
    result.files += len(files)
    compare(result, row, revision, articles)


def main() -> int:
    """Print the figures; exit 1 when fewer than 90 % of the rows with gold agree in the count of articles."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("laws", type=Path)
    parser.add_argument("--under", default="", help="only rows whose path begins so: core, more, hard")
    parser.add_argument("--details", action="store_true", help="list every miss")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    result = measure(args.laws, args.under)
    lines = [json.dumps(result.as_json(), ensure_ascii=False)] if args.json else report(result, args.details)
    sys.stdout.writelines(line + "\n" for line in lines)
    return 0 if result.share("articles") >= 0.9 else 1


if __name__ == "__main__":
    sys.exit(main())
