"""`hoiluat train`: trains the ranking anew, over one's own corpus or a benchmark's."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path

from api.house import open_house
from cli.eval.bench_asking import bench_index
from cli.progress import bar
from corpus.day import today
from retriever.index import Index
from retriever.ranking import Allowed, every
from retriever.training.boosting import boosted
from retriever.training.examples import Example, bundled_examples, read_examples, typed, with_versions
from retriever.training.gathering import gathered
from retriever.versions import Versions

_SEED = 13


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "examples", nargs="*", type=Path, metavar="TỆP",
        help='câu hỏi để học, mỗi dòng một JSON có "question" và "gold"; thêm vào bộ câu hỏi đi kèm',
    )  # fmt: skip
    parser.add_argument("--only", action="store_true", help="chỉ học từ các tệp đã nêu, không dùng bộ câu hỏi đi kèm")
    parser.add_argument("--bench", type=Path, metavar="THƯ_MỤC", help="học trên corpus của thư mục BEIR thay cho kho")
    parser.add_argument("--corpus", metavar="TÊN", help="dùng corpus.TÊN.jsonl khi thư mục có nhiều corpus")
    parser.add_argument("--words", action="store_true", help="chỉ học theo từ, không dùng mô hình nhúng")
    parser.add_argument("--out", type=Path, required=True, metavar="TỆP", help="ghi kết quả (.npz) vào tệp này")


def run(args: argparse.Namespace) -> int:
    """Gather what the ranker sees of every example, then grow trees; broken off, it goes on where it was."""
    if args.only and not args.examples:
        print("Với --only, hãy nêu ít nhất một tệp câu hỏi.", file=sys.stderr)
        return 2
    read = [one for path in args.examples for one in read_examples(path)]
    examples = read if args.only else [*bundled_examples(), *read]
    index, work, examples, allowed = _over(args, examples)
    ranker = index.ranker(words_only=args.words)
    model = ranker.embedder.fingerprint if ranker.embedder else "words"
    name = f"{index.state} {'' if args.bench else today()} {model}"
    tables = gathered(ranker, list(typed(examples, _SEED)), work, name, partial(bar, "Đọc câu hỏi"), allowed)
    print(f"Học từ {len(tables.groups)} trên {len(examples)} câu có điều đúng trong số tìm thấy.", file=sys.stderr)
    trees = boosted(tables)
    trees.save(args.out)
    print(f"Đã ghi {args.out}: {len(trees.feature)} cây.")
    return 0


def _over(args: argparse.Namespace, examples: list[Example]) -> tuple[Index, Path, list[Example], Allowed]:
    """The index to learn over, where what was gathered is kept, what is right there, and what may be found."""
    if args.bench:
        _, _, index = bench_index(args.bench, args.corpus)
        return index, open_house().settings.home / "training", examples, every
    house = open_house(progress=bar)
    house.sync(bar, wait=False)
    law = Versions(house.corpus, today(), {})
    return house.index, house.settings.home / "training", list(with_versions(examples, house.corpus)), law.holds
