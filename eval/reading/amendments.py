"""How much of what amending acts do is found by reading them: `python -m eval.reading.amendments $LAWS $AMENDMENTS`.

`$AMENDMENTS` is a JSON-lines file of known changes (`by_so_hieu`, `target_so_hieu`, `target_article`), `$LAWS` the
folder of `eval.reading.structure`. Only changes whose acting document is in the folder count.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.document import Revision
from corpus.relation import RelationKind
from eval.reading.manifest import Row, files_of, rows
from ingest.reading import read
from ingest.refusal import Refusal

_CHANGES = (RelationKind.AMENDS, RelationKind.REPEALS, RelationKind.REPLACES)


@dataclass(frozen=True, slots=True)
class Case:
    """One known change, and whether reading the acting document found it."""

    acting: str
    target: str
    article: str
    found: bool


def cases(laws: Path, amendments: Path) -> Iterator[Case]:
    """Every known change whose acting document is in the folder."""
    files = _files(laws)
    read_before: dict[str, Revision | None] = {}
    for line in amendments.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        acting = row["by_so_hieu"]
        if acting not in files:
            continue
        if acting not in read_before:
            read_before[acting] = _revision(files[acting])
        revision = read_before[acting]
        article = (row.get("target_article") or "").removeprefix("Điều ")
        yield Case(acting, row["target_so_hieu"], article, revision is not None and finds(revision, row, article))


def finds(revision: Revision, row: Row, article: str) -> bool:
    """Whether a revision's relations hold the change: to the whole act, or to a place in the article."""
    for relation in revision.relations:
        if relation.target.document != row["target_so_hieu"] or relation.kind not in _CHANGES:
            continue
        path = relation.target.path
        if (not article and not path) or (path and path[0].number == article):
            return True
    return False


def _files(laws: Path) -> dict[str, list[Path]]:
    files: dict[str, list[Path]] = {}
    for row in rows(laws):
        if row.get("so_hieu") and "synthetic" not in row["difficulty"]:
            files.setdefault(row["so_hieu"], files_of(laws, row))
    return files


def _revision(paths: list[Path]) -> Revision | None:
    try:
        return read(paths)
    except Refusal:
        return None


def main() -> int:
    """Print the share and what was missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("laws", type=Path)
    parser.add_argument("amendments", type=Path)
    args = parser.parse_args()
    found = list(cases(args.laws, args.amendments))
    sys.stdout.write(f"{sum(case.found for case in found)} of {len(found)} known changes found\n")
    sys.stdout.writelines(
        f"missed: {case.acting} on {case.target} Điều {case.article}\n" for case in found if not case.found
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
