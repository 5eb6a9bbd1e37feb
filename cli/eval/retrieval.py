"""`hoiluat eval retrieval`: a BEIR benchmark through the product's own ranking, or any ranking from its run file."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from cli.arguments import count
from cli.eval.bench_asking import bench_index
from cli.eval.miss_line import miss_line
from cli.eval.retrieval_table import fact_line, score_lines, warnings
from cli.progress import bar
from eval.retrieval.articles import by_article
from eval.retrieval.asking import CHANNELS, respelled, run_queries
from eval.retrieval.beir import Benchmark, askable, open_benchmark
from eval.retrieval.duplicates import duplicates_of, gold_with
from eval.retrieval.json_lines import BadBenchmark
from eval.retrieval.run_file import Run, read_run, saved, write_run
from eval.retrieval.scoring import Measured, as_record, measured, write_values
from eval.runs.gate import BadGate, Miss, misses, read_gate
from retriever.spelling import AS_WRITTEN, SPELLINGS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "folder", type=Path, metavar="THƯ_MỤC", help="thư mục BEIR: corpus.jsonl, queries.jsonl, qrels/"
    )
    parser.add_argument("--queries", type=Path, metavar="TỆP", help="hỏi các câu trong tệp này thay cho queries.jsonl")
    parser.add_argument("--qrels", type=Path, metavar="TỆP", help="đánh giá trong tệp này thay cho qrels/ (BEIR, TREC)")
    parser.add_argument("--corpus", metavar="TÊN", help="dùng corpus.TÊN.jsonl khi thư mục có nhiều corpus")
    parser.add_argument("--channel", choices=CHANNELS, default="both", metavar="KÊNH", help="both, words hoặc meaning")
    parser.add_argument(
        "--spelling", choices=tuple(SPELLINGS), default=AS_WRITTEN, metavar="KIỂU",
        help=f"viết lại câu hỏi trước khi hỏi: {', '.join(SPELLINGS)}",
    )  # fmt: skip
    parser.add_argument("-k", type=count, default=100, metavar="SỐ", help="số điều ghi cho mỗi câu (mặc định 100)")
    run = parser.add_mutually_exclusive_group()
    run.add_argument("--run", type=Path, metavar="TỆP", help="ghi kết quả theo dạng TREC")
    run.add_argument("--from", dest="ranking", type=Path, metavar="TỆP", help="không hỏi: chấm tệp kết quả TREC này")
    parser.add_argument(
        "--duplicates", type=Path, metavar="TỆP",
        help="cặp điều trùng lời, coi như nhau (mặc định: duplicates.tsv của thư mục)",
    )  # fmt: skip
    parser.add_argument("--by-article", action="store_true", help="kết quả là khoản, điểm: tính mỗi điều một lần")
    parser.add_argument("--per-query", type=Path, metavar="TỆP", help="ghi điểm từng câu, cách nhau bằng tab")
    parser.add_argument("--gate", type=Path, metavar="TỆP", help="các ngưỡng phải đạt (YAML); không đạt thì mã thoát 1")
    parser.add_argument("--slices", action="store_true", help="in cả điểm theo từng nhóm")
    parser.add_argument("--json", action="store_true", help="in một giá trị JSON")


def run(args: argparse.Namespace) -> int:
    """Rank or read a ranking, measure every question, print the measures."""
    try:
        benchmark = open_benchmark(args.folder, args.queries, args.qrels)
        duplicates = duplicates_of(args.folder, args.duplicates)
        ranking, facts = _read(args.ranking) if args.ranking else _asked(args, benchmark)
        found = measured(benchmark, by_article(ranking) if args.by_article else ranking, duplicates)
        gate = read_gate(args.gate) if args.gate else {}
    except (BadBenchmark, BadGate, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    if args.per_query:
        saved(args.per_query, partial(write_values, found.values))
    missed = misses(gate, as_record(found.slices()))
    facts |= {"gold_with_duplicates": gold_with(duplicates, benchmark.judgements)}
    _report(args, found, facts, missed)
    return 1 if missed else 0


def _read(path: Path) -> tuple[Run, dict[str, Any]]:
    return read_run(path), {"run": path.name}


def _asked(args: argparse.Namespace, benchmark: Benchmark) -> tuple[Run, dict[str, Any]]:
    """The product's own ranking of every question, and how it was made."""
    queries = respelled(askable(benchmark.queries), args.spelling)
    corpus, model, index = bench_index(args.folder, args.corpus)
    found, times = run_queries(queries, index, args.k, args.channel, partial(bar, "Hỏi"))
    if args.run:
        saved(args.run, partial(write_run, found))
    middle, late = (sorted(times)[int(len(times) * share)] for share in (0.5, 0.95))
    facts = {"corpus": corpus.name, "model": model, "channel": args.channel, "spelling": args.spelling}
    return found, facts | {"ms_p50": round(middle, 1), "ms_p95": round(late, 1)}


def _report(args: argparse.Namespace, found: Measured, facts: Mapping[str, Any], missed: Sequence[Miss]) -> None:
    for line in (*warnings(found), *map(miss_line, missed)):
        print(line, file=sys.stderr)
    if args.json:
        unmet = {"unknown_queries": found.unknown, "queries_without_results": found.without_results}
        told = {**facts, "scores": as_record(found.slices()), **unmet, "gate": [asdict(one) for one in missed]}
        print(json.dumps(told, ensure_ascii=False))
        return
    print(fact_line(facts))
    print("\n".join(score_lines(found, args.slices)))
