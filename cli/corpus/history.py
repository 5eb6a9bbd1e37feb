"""`hoiluat corpus history`: the revisions of a document."""

from __future__ import annotations

import argparse

from api.house import House
from cli.corpus.unknown import HELD, unknown
from cli.words import ORIGIN_WORDS

HELP = "các bản đã nạp của một văn bản"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("id", metavar="SỐ_HIỆU")


def run(house: House, args: argparse.Namespace) -> int:
    """Print one line a revision, `*` before the one shown."""
    entries = house.corpus.history(args.id)
    if not entries:
        return unknown(args.id, HELD)
    for entry in entries:
        mark = "*" if entry.current else " "
        origin = ORIGIN_WORDS[entry.document.origin]
        print(f"{mark} {entry.sha256[:12]}  {entry.added_at:%Y-%m-%d %H:%M}  {origin:22} {entry.source}")
    return 0
