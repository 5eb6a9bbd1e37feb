"""`hoiluat eval retrieval`: a BEIR benchmark through the product's own ranking."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from api.house import House
from api.settings import read_settings
from cli.arguments import count
from cli.progress import bar
from eval.beir import BadBenchmark, Benchmark, open_benchmark
from eval.measures import as_record, by_group, per_query
from eval.retrieval import CHANNELS, benchmark_index, run_queries, saved, write_run
from eval.statistics import Score
from retriever.embedder import Embedder
from retriever.embedding_choice import embedder_for


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "folder", type=Path, metavar="THƯ_MỤC", help="thư mục BEIR: corpus.jsonl, queries.jsonl, qrels/"
    )
    parser.add_argument("--queries", type=Path, metavar="TỆP", help="hỏi các câu trong tệp này thay cho queries.jsonl")
    parser.add_argument("--corpus", metavar="TÊN", help="dùng corpus.TÊN.jsonl khi thư mục có nhiều corpus")
    parser.add_argument("--channel", choices=CHANNELS, default="both", metavar="KÊNH", help="both, words hoặc meaning")
    parser.add_argument("-k", type=count, default=100, metavar="SỐ", help="số điều ghi cho mỗi câu (mặc định 100)")
    parser.add_argument("--run", type=Path, metavar="TỆP", help="ghi kết quả theo dạng TREC")
    parser.add_argument("--json", action="store_true", help="in một giá trị JSON")


def run(args: argparse.Namespace) -> int:
    """Build the index of the benchmark if need be, ask every question, print the measures."""
    try:
        benchmark = open_benchmark(args.folder, args.queries, args.corpus)
    except BadBenchmark as error:
        print(error, file=sys.stderr)
        return 2
    house = House(read_settings())
    embedder = _embedder(house)
    index = benchmark_index(benchmark, house.settings.home, embedder, partial(bar, "Lập chỉ mục"))
    found, times = run_queries(benchmark, index, args.k, args.channel, partial(bar, "Hỏi"))
    if args.run:
        saved(args.run, partial(write_run, found))
    judged = [query for query in benchmark.queries if query.id in benchmark.judgements]
    scores = per_query(found, benchmark.judgements, [query.id for query in judged])
    groups = by_group(scores, [query.group for query in judged])
    _report(args, benchmark, groups, sorted(times), embedder.fingerprint if embedder else "none")
    return 0


def _report(
    args: argparse.Namespace,
    benchmark: Benchmark,
    groups: Mapping[str, Mapping[str, Score]],
    times: list[float],
    model: str,
) -> None:
    middle, late = (times[int(len(times) * share)] if times else 0.0 for share in (0.5, 0.95))
    if args.json:
        record = {"corpus": benchmark.corpus.name, "model": model, "channel": args.channel, "scores": as_record(groups)}
        print(json.dumps(record | {"ms_p50": round(middle, 1), "ms_p95": round(late, 1)}, ensure_ascii=False))
        return
    print(
        f"{benchmark.corpus.name}, mô hình {model}, kênh {args.channel}; {middle:.0f} ms một câu (95 %: {late:.0f} ms)"
    )
    for group, measures in groups.items():
        queries = next(iter(measures.values())).queries
        print(f"\n{'tất cả' if group == 'all' else group} ({queries} câu)")
        for name, score in measures.items():
            print(f"  {name:10} {score.mean:.3f}   [{score.low:.3f}, {score.high:.3f}]")
    if not benchmark.judgements.keys() & {query.id for query in benchmark.queries}:
        print("Không câu nào có đánh giá trong qrels: hãy xem mã câu hỏi hai bên.", file=sys.stderr)


def _embedder(house: House) -> Embedder | None:
    settings = house.settings
    return embedder_for(settings.embedding_model or None, house.cache, settings.embedding_api_key or None)
