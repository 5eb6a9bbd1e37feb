"""`hoiluat corpus export` and `import`: the corpus as JSON lines."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from api.house import House
from cli.progress import bar
from corpus import interchange

EXPORT_HELP = "xuất kho ra JSON lines"
IMPORT_HELP = "nạp kho từ JSON lines"


def add_export_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare where to."""
    parser.add_argument("file", type=Path, metavar="TỆP", help="- để in ra màn hình")


def add_import_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare where from."""
    parser.add_argument("file", type=Path, metavar="TỆP")


def export(house: House, args: argparse.Namespace) -> int:
    """Write the current text of every document."""
    revisions = (r for d in house.corpus.documents() if (r := house.corpus.revision(d.id)) is not None)
    if str(args.file) == "-":
        sys.stdout.writelines(interchange.write_lines(revisions))
        return 0
    partial = args.file.with_name(args.file.name + ".partial")
    with partial.open("w", encoding="utf-8") as out:
        out.writelines(interchange.write_lines(revisions))
    partial.replace(args.file)
    print(f"Đã xuất {len(house.corpus.documents())} văn bản ra {args.file}.")
    return 0


def load(house: House, args: argparse.Namespace) -> int:
    """Take in what `export` wrote."""
    with args.file.open(encoding="utf-8") as lines:
        taken = [house.corpus.put(revision, args.file.name) for revision in interchange.read_lines(lines)]
    house.sync(bar)
    print(f"Đã nạp {len(taken)} văn bản từ {args.file}.")
    return 0
