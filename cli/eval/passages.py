"""`hoiluat eval passages`: is a right article among the first passages, over the corpus as it stands?"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from dataclasses import asdict
from pathlib import Path

from api.house import open_house
from cli.arguments import count
from cli.progress import bar
from eval.passages import SPELLINGS, Hit, measure, success, twins_in
from eval.suites.suite import InvalidSuite, read_suite, shipped_suite


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("suite", nargs="?", type=Path, metavar="TỆP", help="bộ câu hỏi (để trống: 40 câu đi kèm)")
    parser.add_argument("-k", type=count, default=5, metavar="SỐ", help="số đoạn đầu được xét (mặc định 5)")
    parser.add_argument("--json", action="store_true", help="in một giá trị JSON, có từng câu")


def run(args: argparse.Namespace) -> int:
    """Ask every question in every spelling and print the shares."""
    try:
        rows = (
            read_suite(args.suite.read_text(encoding="utf-8").splitlines()) if args.suite else shipped_suite("lay_core")
        )
    except (InvalidSuite, OSError, UnicodeDecodeError) as error:
        print(f"Không đọc được bộ câu hỏi: {error}", file=sys.stderr)
        return 2
    house = open_house(progress=bar)
    house.sync(bar)
    asked = [row for row in rows if row.answerable]
    search = house.searcher.search
    hits = measure(asked, lambda question: [r.passage.ref for r in search(question, args.k)], twins_in(house.corpus))
    report = {name: _shares(hits, name) for name in SPELLINGS}
    if args.json:
        record = {"k": args.k, "corpus_version": house.corpus.version(), "success": report}
        print(json.dumps(record | {"questions": [asdict(hit) for hit in hits]}, ensure_ascii=False))
        return 0
    for name, shares in report.items():
        print(f"{name}: {len(asked)} câu, điều đúng trong {args.k} đoạn đầu {shares.pop('all'):.3f}")
        print("  " + ", ".join(f"{tag} {share:.2f}" for tag, share in shares.items()))
    return 0


def _shares(hits: list[Hit], spelling: str) -> dict[str, float]:
    """The share of questions with a right article, over all and by tag."""
    by_tag: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        for tag in ("all", *hit.tags):
            by_tag[tag].append(hit)
    return {tag: success(group, spelling) for tag, group in by_tag.items()}
