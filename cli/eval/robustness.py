"""`hoiluat eval robustness`: the same questions in every spelling, and what each spelling costs."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from cli.arguments import count
from cli.eval import answers
from cli.eval.bench_asking import bench_index
from cli.eval.change_lines import change_line
from cli.progress import bar
from eval.comparison import SHARE, Pairs
from eval.retrieval.asking import respelled, run_queries
from eval.retrieval.beir import Query, askable, open_benchmark, read_queries
from eval.retrieval.comparison import pairs_of as pairs_of_rankings
from eval.retrieval.duplicates import duplicates_of
from eval.retrieval.json_lines import BadBenchmark
from eval.retrieval.run_file import saved, write_run
from eval.retrieval.scoring import measured
from eval.robustness import Drop, as_record, drops
from eval.runs.comparison import pairs_of as pairs_of_answers
from eval.runs.comparison import shared_rows
from eval.runs.folder import NotARun
from eval.suites.suite import InvalidSuite
from retriever.spelling import AS_WRITTEN, SPELLINGS

_OTHERS = tuple(name for name in SPELLINGS if name != AS_WRITTEN)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("suites", nargs="+", type=Path, metavar="BỘ", help="các bộ câu hỏi, hoặc một thư mục BEIR")
    parser.add_argument(
        "--spelling", action="append", choices=_OTHERS, metavar="KIỂU",
        help=f"chỉ kiểu viết này, cho được nhiều lần (mặc định tất cả): {', '.join(_OTHERS)}",
    )  # fmt: skip
    parser.add_argument(
        "--queries", action="append", type=Path, metavar="TỆP",
        help="câu hỏi của bộ BEIR viết lại bằng tay, cùng mã; cho được nhiều lần, thay cho các kiểu viết",
    )  # fmt: skip
    parser.add_argument("--run", type=Path, metavar="THƯ_MỤC", help="giữ ở đây kết quả của từng kiểu viết")
    parser.add_argument("--corpus", metavar="TÊN", help="dùng corpus.TÊN.jsonl khi thư mục BEIR có nhiều corpus")
    parser.add_argument("--target", metavar="ĐỊA_CHỈ", help="hỏi dịch vụ ở địa chỉ này thay cho ngay trong máy")
    parser.add_argument("--workers", type=count, default=1, metavar="SỐ", help="hỏi mấy câu cùng lúc (mặc định 1)")
    parser.add_argument("--no-cache", action="store_true", help="hỏi thật cả những câu đã có trả lời giữ lại")
    parser.add_argument("--json", action="store_true", help="in một giá trị JSON")


def run(args: argparse.Namespace) -> int:
    """Ask in every spelling and print the drops."""
    is_bench = any(path.is_dir() for path in args.suites)
    if (len(args.suites) > 1 or args.target) if is_bench else (args.queries or args.corpus):
        print("--queries và --corpus chỉ dùng với một thư mục BEIR, --target thì không.", file=sys.stderr)
        return 2
    try:
        found = drops(_of_rankings(args) if is_bench else _of_answers(args))
    except (BadBenchmark, NotARun, InvalidSuite, OSError, UnicodeDecodeError) as error:
        print(error, file=sys.stderr)
        return 2
    if args.json:
        print(json.dumps(as_record(found), ensure_ascii=False))
    else:
        print("\n".join(_lines(found)))
    return 0


def _spellings(args: argparse.Namespace) -> tuple[str, ...]:
    return (AS_WRITTEN, *(args.spelling or _OTHERS))


def _of_rankings(args: argparse.Namespace) -> Mapping[str, Mapping[str, Pairs]]:
    [folder] = args.suites
    benchmark, duplicates = open_benchmark(folder), duplicates_of(folder)
    asked = _variants(args, askable(benchmark.judged))
    *_, index = bench_index(folder, args.corpus)
    values = {}
    for spelling, queries in asked.items():
        ranking, _ = run_queries(queries, index, 100, progress=partial(bar, spelling))
        if args.run:
            args.run.mkdir(parents=True, exist_ok=True)
            saved(args.run / f"{spelling}.trec", partial(write_run, ranking))
        values[spelling] = measured(benchmark, ranking, duplicates).values
    written = values.pop(AS_WRITTEN)
    return {spelling: pairs_of_rankings(written, given) for spelling, given in values.items()}


def _variants(args: argparse.Namespace, written: tuple[Query, ...]) -> dict[str, tuple[Query, ...]]:
    """The queries as written, and the same in other spellings: of files, or by rule."""
    if args.queries:
        files = {path.name.removeprefix("queries.").removesuffix(".jsonl"): path for path in args.queries}
        return {AS_WRITTEN: written} | {name: askable(read_queries(path)) for name, path in files.items()}
    return {spelling: respelled(written, spelling) for spelling in _spellings(args)}


def _of_answers(args: argparse.Namespace) -> Mapping[str, Mapping[str, Pairs]]:
    rows = {spelling: answers.rows_of(args.suites, spelling) for spelling in _spellings(args)}
    runs = {}
    with answers.opened(args.target, cached=not args.no_cache) as system:
        for spelling, asked in rows.items():
            place = {"spelling": spelling, "run": args.run / spelling if args.run else None}
            runs[spelling] = answers.asked(argparse.Namespace(**vars(args) | place), asked, system)
    written = runs.pop(AS_WRITTEN)
    return {name: pairs_of_answers(written, run, shared_rows(written, run)) for name, run in runs.items()}


def _lines(found: tuple[Drop, ...]) -> Iterator[str]:
    yield "So với câu hỏi như đã viết (hiệu [khoảng 95 %], p; mọi kết luận đúng cùng lúc ở mức 5 % theo Holm):"
    for measure in dict.fromkeys(one.change.measure for one in found):
        shown = [one for one in found if one.change.measure == measure and one.written.queries]
        if not shown:
            continue
        yield f"\n{measure}"
        for one in shown:
            digits = 3 if one.change.unit == SHARE else 0
            means = f"{one.written.mean:.{digits}f} → {one.score.mean:.{digits}f}"
            yield f"  {one.spelling:15} {means:>15}  {change_line(one.change)}"
