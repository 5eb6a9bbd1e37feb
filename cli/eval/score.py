"""`hoiluat eval score`: judge a run again with the measures of today, asking nothing."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from api.house import open_house
from api.settings import read_settings
from cli.eval.answers import told
from cli.progress import bar
from eval.answers.catalogue import MEASURES
from eval.answers.corpus_law import CorpusLaw
from eval.runs.folder import NotARun, RunFolder
from eval.runs.gate import BadGate, read_gate
from eval.runs.server import ServedLaw, client_of
from eval.runs.session import judge


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("run", type=Path, metavar="THƯ_MỤC", help="thư mục của lần chạy")
    parser.add_argument("--target", metavar="ĐỊA_CHỈ", help="đối chiếu với văn bản của dịch vụ ở địa chỉ này")
    parser.add_argument("--gate", type=Path, metavar="TỆP", help="các ngưỡng phải đạt (YAML); không đạt thì mã thoát 1")
    parser.add_argument("--slices", action="store_true", help="in cả điểm theo từng nhóm")
    parser.add_argument("--json", action="store_true", help="in một giá trị JSON")


def run(args: argparse.Namespace) -> int:
    """Judge and print; 1 where a threshold is missed."""
    try:
        folder = RunFolder.open(args.run)
        gate = read_gate(args.gate) if args.gate else {}
    except (NotARun, BadGate, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    if args.target:
        with client_of(args.target, read_settings().api_key) as client:
            judge(folder, ServedLaw(client), MEASURES)
    else:
        judge(folder, CorpusLaw(open_house(progress=bar).corpus), MEASURES)
    return told(folder, gate, args.json, args.slices)
