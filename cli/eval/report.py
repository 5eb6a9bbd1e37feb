"""`hoiluat eval report`: the page of a run, one HTML file with everything inside."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from eval.report.pages import run_page
from eval.runs.folder import NotARun, RunFolder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("run", type=Path, metavar="THƯ_MỤC", help="thư mục của lần chạy")
    parser.add_argument("--out", type=Path, metavar="TỆP", help="tệp HTML (mặc định: report.html trong thư mục ấy)")


def run(args: argparse.Namespace) -> int:
    """Write the page and say where it is."""
    try:
        page = run_page(RunFolder.open(args.run))
        out = args.out or args.run / "report.html"
        out.write_text(page, encoding="utf-8")
    except (NotARun, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    print(out)
    return 0
