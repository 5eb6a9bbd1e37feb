"""`hoiluat corpus rollback`: an earlier revision is shown again; nothing is lost."""

from __future__ import annotations

import argparse
import sys

from api.house import House
from cli.corpus.prefix import digits, revision_named
from cli.corpus.unknown import HELD, unknown
from cli.progress import bar
from corpus.turn import held_to

HELP = "dùng lại bản trước của một văn bản (không mất bản nào)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("id", metavar="SỐ_HIỆU")
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "sha", nargs="?", type=digits, metavar="MÃ_BẢN", help="như `history` in ra; bỏ trống: bản dùng trước bản này"
    )
    which.add_argument("--undo", action="store_true", help="thôi giữ bản cũ: bản được ưu tiên nhất lại được dùng")


def run(house: House, args: argparse.Namespace) -> int:
    """Turn to the revision, then bring the index level; done again after a stop it only finishes the rest."""
    entries = house.corpus.history(args.id)
    if not entries:
        return unknown(args.id, HELD)
    if not args.undo:
        shown = next(entry.sha256 for entry in entries if entry.current)
        wanted = revision_named(house, args.id, args.sha) if args.sha else _before(house, args.id)
        if wanted is None:
            return 1
        if wanted != shown:
            house.corpus.turn_to(args.id, wanted)
    else:
        house.corpus.turn_to(args.id, None)
    house.sync(bar)
    print(_told(house, args.id))
    return 0


def _before(house: House, document: str) -> str | None:
    """The revision shown before the last arrival, which the document may have been turned to already."""
    if chosen := held_to(house.corpus.turns(document)):
        return chosen
    before = house.corpus.before(document)
    if before is None:
        remedy = f"Xem các bản bằng `hoiluat corpus history {document}`."
        print(f"Trước bản đang dùng, {document} không có bản nào để quay lại. {remedy}", file=sys.stderr)
    return before.sha256 if before else None


def _told(house: House, document: str) -> str:
    shown = next(entry for entry in house.corpus.history(document) if entry.current)
    named = f"{document}: đang dùng bản {shown.sha256[:12]} ({shown.source or 'không rõ tệp'})"
    if held_to(house.corpus.turns(document)):
        return f"{named}, giữ đến khi nạp một bản mới hoặc `hoiluat corpus rollback {document} --undo`."
    return f"{named}, theo thứ tự ưu tiên."
