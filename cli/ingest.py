"""`hoiluat ingest`: files and folders into the corpus and the index."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path

from api.house import open_house
from api.intake import FileReport
from cli.progress import bar

WORDS = {"added": "mới", "updated": "cập nhật", "unchanged": "không đổi", "refused": "TỪ CHỐI"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="TỆP_HOẶC_THƯ_MỤC")
    parser.add_argument("--json", action="store_true", help="in báo cáo là một giá trị JSON")


def run(args: argparse.Namespace) -> int:
    """Take the files in, bring the index level, report every file; 1 where one was refused."""
    missing = [path for path in args.paths if not path.exists()]
    if missing:
        print(f"Không có tệp hay thư mục {missing[0]}. Hãy kiểm tra lại đường dẫn.", file=sys.stderr)
        return 2
    house = open_house(progress=bar)
    reports = house.take(args.paths, bar)
    if not reports:
        print("Không thấy tệp văn bản nào (docx, pdf, html, txt, md, jsonl) ở đó.", file=sys.stderr)
        return 1
    counts = Counter(report.outcome for report in reports)
    if args.json:
        files = [asdict(report) for report in reports]
        result = {"files": files, "counts": dict(counts), "corpus_version": house.corpus.version()}
        print(json.dumps(result, ensure_ascii=False))
    else:
        for report in reports:
            print(_line(report))
        print("Tổng cộng: " + ", ".join(f"{counts[name]} {word}" for name, word in WORDS.items() if counts[name]) + ".")
    return 1 if counts["refused"] else 0


def _line(report: FileReport) -> str:
    noted = f"  ({report.problems} chỗ cần xem lại)" if report.problems else ""
    reason = f"  {report.reason}" if report.reason else ""
    return f"{WORDS[report.outcome]:10} {report.path}  {report.document or ''}{noted}{reason}"
