"""`hoiluat eval compare`: two runs over the same questions, and what may be said of their difference."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from cli.eval.change_lines import comparison_lines
from cli.eval.retrieval_table import warnings
from eval.comparison import Comparison
from eval.report.pages import comparison_page
from eval.retrieval import comparison as of_rankings
from eval.retrieval.articles import by_article
from eval.retrieval.beir import open_benchmark
from eval.retrieval.duplicates import duplicates_of
from eval.retrieval.json_lines import BadBenchmark
from eval.retrieval.run_file import read_run
from eval.retrieval.scoring import measured
from eval.runs import comparison as of_answers
from eval.runs.folder import NotARun, RunFolder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    what = "thư mục của lần chạy thứ {}, hoặc tệp kết quả tìm kiếm dạng TREC"
    parser.add_argument("first", type=Path, metavar="LẦN_A", help=what.format("nhất"))
    parser.add_argument("second", type=Path, metavar="LẦN_B", help=what.format("hai"))
    parser.add_argument("--bench", type=Path, metavar="THƯ_MỤC", help="bộ BEIR có đánh giá, cho hai tệp TREC")
    parser.add_argument("--queries", type=Path, metavar="TỆP", help="chỉ so các câu trong tệp này của bộ BEIR")
    parser.add_argument("--qrels", type=Path, metavar="TỆP", help="đánh giá trong tệp này thay cho qrels/ của bộ BEIR")
    parser.add_argument("--duplicates", type=Path, metavar="TỆP", help="cặp điều trùng lời (mặc định duplicates.tsv)")
    parser.add_argument("--by-article", action="store_true", help="kết quả là khoản, điểm: tính mỗi điều một lần")
    parser.add_argument("--questions", action="store_true", help="in từng câu được hơn hoặc kém đi")
    parser.add_argument("--report", type=Path, metavar="TỆP", help="viết trang so sánh vào tệp HTML này")
    parser.add_argument("--json", action="store_true", help="in một giá trị JSON")


def run(args: argparse.Namespace) -> int:
    """Compare and print."""
    try:
        found = _rankings(args) if args.first.is_file() or args.second.is_file() else _answers(args)
        if args.report:
            args.report.write_text(comparison_page(found), encoding="utf-8")
    except (NotARun, BadBenchmark, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    if args.json:
        print(json.dumps(found.record(), ensure_ascii=False))
    else:
        print("\n".join(comparison_lines(found, args.questions)))
    return 0


def _answers(args: argparse.Namespace) -> Comparison:
    return of_answers.compare(RunFolder.open(args.first), RunFolder.open(args.second))


def _rankings(args: argparse.Namespace) -> Comparison:
    if args.bench is None:
        raise BadBenchmark("Để so hai tệp TREC, hãy cho bộ BEIR có đánh giá bằng --bench THƯ_MỤC.")
    benchmark = open_benchmark(args.bench, args.queries, args.qrels)
    duplicates = duplicates_of(args.bench, args.duplicates)
    runs = (by_article(run) if args.by_article else run for run in map(read_run, (args.first, args.second)))
    one, other = (measured(benchmark, run, duplicates) for run in runs)
    for path, found in ((args.first, one), (args.second, other)):
        for line in warnings(found):
            print(f"{path}: {line}", file=sys.stderr)
    return of_rankings.compare(args.first.name, one, args.second.name, other)
