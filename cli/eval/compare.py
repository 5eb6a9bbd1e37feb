"""`hoiluat eval compare`: two runs over the same questions, and what may be said of their difference."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from eval.comparison import Change, Comparison
from eval.report.pages import SAID, comparison_page
from eval.runs.comparison import compare
from eval.runs.folder import NotARun, RunFolder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("first", type=Path, metavar="LẦN_A", help="thư mục của lần chạy thứ nhất")
    parser.add_argument("second", type=Path, metavar="LẦN_B", help="thư mục của lần chạy thứ hai")
    parser.add_argument("--questions", action="store_true", help="in từng câu được hơn hoặc kém đi")
    parser.add_argument("--report", type=Path, metavar="TỆP", help="viết trang so sánh vào tệp HTML này")
    parser.add_argument("--json", action="store_true", help="in một giá trị JSON")


def run(args: argparse.Namespace) -> int:
    """Compare and print."""
    try:
        found = compare(RunFolder.open(args.first), RunFolder.open(args.second))
        if args.report:
            args.report.write_text(comparison_page(found), encoding="utf-8")
    except (NotARun, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    if args.json:
        print(json.dumps(found.record(), ensure_ascii=False))
    else:
        print("\n".join(_lines(found, args.questions)))
    return 0


def _lines(found: Comparison, questions: bool) -> Iterator[str]:
    yield f"A = {found.first}, B = {found.second}: {found.rows} câu chung, {found.rows_not_shared} câu không chung"
    yield "B so với A (hiệu trung bình [khoảng 95 %], p; kết luận đúng cùng lúc ở mức 5 % theo Holm):"
    for one in found.measures:
        apart = one.difference
        digits = 3 if one.unit == "share" else 0
        yield (
            f"{one.measure:22} {apart.mean:+.{digits}f} [{apart.low:+.{digits}f}, {apart.high:+.{digits}f}] "
            f"p={apart.p:.4f}  {SAID[one.outcome]}; hơn {len(one.gains)}, kém {len(one.losses)} trên {apart.queries}"
        )
        if questions:
            yield from (_change("hơn", change) for change in one.gains)
            yield from (_change("kém", change) for change in one.losses)


def _change(word: str, change: Change) -> str:
    return (
        f"    {word} {change.id}: {change.before:.3f} → {change.after:.3f}  ({change.why_before} → {change.why_after})"
    )
