"""`hoiluat corpus history`: the revisions of a document, and what officers decided about them."""

from __future__ import annotations

import argparse
import json

from api.house import House
from cli.corpus.unknown import HELD, unknown
from cli.words import ORIGIN_WORDS
from corpus.day import HO_CHI_MINH
from corpus.store import RevisionEntry
from corpus.turn import Turn

HELP = "các bản đã nạp của một văn bản: bản nào, khi nào, ai, từ tệp nào"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("id", metavar="SỐ_HIỆU")
    parser.add_argument("--json", action="store_true", help="in một giá trị JSON")


def run(house: House, args: argparse.Namespace) -> int:
    """Print one line a revision, `*` before the one shown; then one line a decision."""
    entries, turns = house.corpus.history(args.id), house.corpus.turns(args.id)
    if not entries:
        return unknown(args.id, HELD)
    if args.json:
        records = {"revisions": [_record(entry) for entry in entries], "turns": [_turn_record(turn) for turn in turns]}
        print(json.dumps({"id": args.id, **records}, ensure_ascii=False))
        return 0
    for entry in entries:
        print(_line(entry))
    for turn in turns:
        print(_turn_line(turn))
    return 0


def _line(entry: RevisionEntry) -> str:
    mark, when = "*" if entry.current else " ", f"{entry.added_at.astimezone(HO_CHI_MINH):%Y-%m-%d %H:%M}"
    noted = f"  ({entry.problems} chỗ cần xem lại)" if entry.problems else ""
    origin = ORIGIN_WORDS[entry.document.origin]
    return f"{mark} {entry.sha256[:12]}  {when}  {entry.by or '?':8} {origin:22} {entry.source}{noted}"


def _turn_line(turn: Turn) -> str:
    what = f"quay lại bản {turn.sha256[:12]}" if turn.sha256 else "thôi giữ bản cũ, bản ưu tiên nhất lại được dùng"
    return f"  {'':12}  {turn.at.astimezone(HO_CHI_MINH):%Y-%m-%d %H:%M}  {turn.by or '?':8} {what}"


def _record(entry: RevisionEntry) -> dict[str, object]:
    return {
        "sha256": entry.sha256,
        "current": entry.current,
        "added_at": entry.added_at.isoformat(),
        "by": entry.by or None,
        "source": entry.source,
        "origin": entry.document.origin.value,
        "problems": entry.problems,
    }


def _turn_record(turn: Turn) -> dict[str, object]:
    return {"sha256": turn.sha256, "at": turn.at.isoformat(), "by": turn.by or None}
