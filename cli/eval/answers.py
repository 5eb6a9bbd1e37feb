"""`hoiluat eval answers`: ask a system every question of a suite and judge every answer."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from api.house import open_house
from api.settings import read_settings
from cli.arguments import count
from cli.eval.miss_line import miss_line
from cli.eval.run_table import table
from cli.progress import bar
from corpus.day import today
from eval.answers.catalogue import MEASURES
from eval.answers.corpus_law import CorpusLaw
from eval.answers.law import Law
from eval.runs.answer_cache import AnswerCache
from eval.runs.folder import NotARun, RunFolder, suite_hashes
from eval.runs.gate import BadGate, Gate, misses, read_gate
from eval.runs.in_process import InProcess
from eval.runs.server import ServedLaw, Server, client_of
from eval.runs.session import ask, judge
from eval.runs.system import System
from eval.spelling import respelled
from eval.suites.suite import InvalidSuite, Row, open_suite
from retriever.spelling import AS_WRITTEN, SPELLINGS

Opened = tuple[System, Law, AnswerCache | None]
"""What is asked, the law to check it against, and the answers kept."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("suites", nargs="+", type=Path, metavar="TỆP", help="bộ câu hỏi, JSON mỗi dòng một câu")
    parser.add_argument("--target", metavar="ĐỊA_CHỈ", help="hỏi dịch vụ ở địa chỉ này thay cho ngay trong máy")
    parser.add_argument("--run", type=Path, metavar="THƯ_MỤC", help="nơi giữ lần chạy; chạy lại là làm tiếp")
    parser.add_argument(
        "--spelling", choices=tuple(SPELLINGS), default=AS_WRITTEN, metavar="KIỂU",
        help=f"viết lại câu hỏi trước khi hỏi: {', '.join(SPELLINGS)}",
    )  # fmt: skip
    parser.add_argument("--workers", type=count, default=1, metavar="SỐ", help="hỏi mấy câu cùng lúc (mặc định 1)")
    parser.add_argument("--gate", type=Path, metavar="TỆP", help="các ngưỡng phải đạt (YAML); không đạt thì mã thoát 1")
    parser.add_argument("--no-cache", action="store_true", help="hỏi thật cả những câu đã có trả lời giữ lại")
    parser.add_argument("--slices", action="store_true", help="in cả điểm theo từng nhóm")
    parser.add_argument("--json", action="store_true", help="in một giá trị JSON")


def run(args: argparse.Namespace) -> int:
    """Ask, judge, sum up; 1 where a threshold is missed."""
    try:
        rows = rows_of(args.suites, args.spelling)
        gate = read_gate(args.gate) if args.gate else {}
    except (InvalidSuite, BadGate, OSError, UnicodeDecodeError) as error:
        print(f"Không đọc được: {error}", file=sys.stderr)
        return 2
    try:
        with opened(args.target, cached=not args.no_cache) as system:
            folder = asked(args, rows, system)
    except NotARun as error:
        print(error, file=sys.stderr)
        return 2
    return told(folder, gate, args.json, args.slices)


def asked(args: argparse.Namespace, rows: list[Row], opened: Opened) -> RunFolder:
    """The judged run of these rows; raise `NotARun` where another lies in its place."""
    system, law, cache = opened
    folder = RunFolder.begin(*_place(args, system), rows)
    ask(folder, system, args.workers, cache, partial(bar, "Hỏi"))
    judge(folder, law, MEASURES)
    return folder


def told(folder: RunFolder, gate: Gate, as_json: bool, slices: bool) -> int:
    """Print the scores and what the gate says of them; the exit code."""
    scores = folder.scores()
    missed = misses(gate, scores["slices"])
    if as_json:
        record = {"run": str(folder.path), "config": folder.config()} | scores
        print(json.dumps(record | {"gate": [asdict(one) for one in missed]}, ensure_ascii=False))
    else:
        print("\n".join(table(scores, slices)))
        print(f"\nLần chạy được giữ ở {folder.path}")
    for one in missed:
        print(miss_line(one), file=sys.stderr)
    return 1 if missed else 0


def rows_of(suites: list[Path], spelling: str) -> list[Row]:
    """The rows of these suites in a spelling; raise `InvalidSuite` for an id that comes twice."""
    rows = [respelled(row, spelling) for path in suites for row in open_suite(path)]
    ids = [row.id for row in rows]
    twice = sorted({one for one in ids if ids.count(one) > 1})
    if twice:
        raise InvalidSuite(f"the id {twice[0]!r} comes twice in these suites")
    return rows


@contextmanager
def opened(target: str | None, cached: bool) -> Iterator[Opened]:
    """The system, the law to check it against, and a cache: only in process is it known what determines an answer."""
    if target:
        with client_of(target, read_settings().api_key) as client:
            yield Server(client), ServedLaw(client), None
        return
    house = open_house(progress=bar)
    house.sync(bar)
    system = InProcess(house)
    cache = AnswerCache(house.settings.home / "runs" / "answers.sqlite", system.describe(), today()) if cached else None
    try:
        yield system, CorpusLaw(house.corpus), cache
    finally:
        if cache:
            cache.close()


def _place(args: argparse.Namespace, system: System) -> tuple[Path, Mapping[str, Any]]:
    """Where the run is kept, and what it is. Without `--run` the same run finds its folder again by what it is."""
    config = {
        "suites": suite_hashes(args.suites),
        "spelling": args.spelling,
        "system": dict(system.describe()),
        "hoiluat": version("hoiluat"),
        "today": today().isoformat(),
    }
    if args.run:
        return args.run, config
    mark = hashlib.sha256(json.dumps(config, sort_keys=True).encode()).hexdigest()[:8]
    stem = "+".join(path.stem for path in args.suites)[:60]
    return read_settings().home / "runs" / f"{stem}-{args.spelling}-{today()}-{mark}", config
