"""`hoiluat corpus remove`: a document or card out of the corpus."""

from __future__ import annotations

import argparse

from api.house import House
from cli.corpus.unknown import HELD, unknown
from cli.progress import bar

HELP = "gỡ một văn bản hoặc thẻ trả lời"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("id", metavar="SỐ_HIỆU")


def run(house: House, args: argparse.Namespace) -> int:
    """Take it out with all its revisions."""
    if not house.corpus.remove(args.id):
        return unknown(args.id, HELD)
    house.sync(bar)
    print(f"Đã gỡ {args.id}.")
    return 0
