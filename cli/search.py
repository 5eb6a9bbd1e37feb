"""`hoiluat search`: ranked passages for a question, or a TREC run for a file of questions."""

from __future__ import annotations

import argparse
import json
import sys
import textwrap
from dataclasses import asdict
from datetime import date
from pathlib import Path

from api.house import open_house
from cli.arguments import count, day, place
from cli.progress import bar
from cli.search_words import Explained, explained_search
from cli.words import ORIGIN_WORDS
from corpus import interchange
from corpus.day import today
from eval.retrieval.run_file import write_run
from retriever.ranking import Why
from retriever.retriever import Ranked


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("text", nargs="?", metavar="CÂU", help="câu cần tìm")
    parser.add_argument("-k", type=count, default=5, metavar="SỐ", help="số đoạn (mặc định 5)")
    parser.add_argument("--as-of", type=day, default=None, metavar="NGÀY", help="luật có hiệu lực vào ngày này")
    parser.add_argument("--explain", action="store_true", help="nói vì sao mỗi đoạn được xếp ở đó")
    parser.add_argument(
        "--expect", type=place, metavar="REF", help="nói điều khoản này đã rơi ở khâu nào; kèm --explain"
    )
    parser.add_argument("--json", action="store_true", help="in một giá trị JSON")
    parser.add_argument("--queries", type=Path, metavar="TỆP", help="nhiều câu hỏi, mỗi dòng một JSON có _id và text")
    parser.add_argument("--run", type=Path, metavar="TỆP", help="ghi kết quả của --queries theo dạng TREC")


def run(args: argparse.Namespace) -> int:
    """Search once, or for every row of a file."""
    if (args.queries is None) != (args.run is None) or (args.queries is None) == (args.text is None):
        print('Hãy cho một câu: hoiluat search "…"; hoặc cả --queries TỆP và --run TỆP.', file=sys.stderr)
        return 2
    return _batch(args) if args.queries else _once(args)


def _once(args: argparse.Namespace) -> int:
    house = open_house(progress=bar)
    house.sync(bar, wait=False)
    ranked = house.searcher.search(args.text, args.k, args.as_of)
    explained = explained_search(house.searcher, args, ranked) if args.explain or args.expect else None
    if args.json:
        found = {"passages": [_record(one, args.as_of or today()) for one in ranked]}
        print(json.dumps(found | ({"explanation": explained.record()} if explained else {}), ensure_ascii=False))
        return 0
    for rank, one in enumerate(ranked, start=1):
        print(f"{rank}. {one.passage.label}  [{ORIGIN_WORDS[one.passage.document.origin]}]")
        print(f"   {one.passage.context}")
        print(textwrap.indent(textwrap.shorten(one.passage.text, 300, placeholder=" …"), "   "))
        if args.explain:
            print(f"   {_explanation(one.why)}{_lay(explained, rank)}, điểm {one.score:.3f}")
    for line in explained.lines() if explained else ():
        print(line)
    if not ranked:
        print("Không tìm thấy đoạn nào.", file=sys.stderr)
    return 0


def _record(one: Ranked, on: date) -> dict[str, object]:
    return {
        "ref": str(one.passage.ref),
        "score": one.score,
        "text": one.passage.text,
        "origin": one.passage.document.origin.value,
        "start": one.passage.span.start,
        "end": one.passage.span.end,
        "source_sha256": one.passage.sha256,
        "context": one.passage.context,
        "document": interchange.document_record(one.passage.document)
        | {"status": one.passage.validity.status_on(on).value},
        "why": asdict(one.why),
    }


def _explanation(why: Why) -> str:
    if why.referred:
        return "câu hỏi nêu đúng điều này"
    words = f"theo từ: hạng {why.lexical_rank}" if why.lexical_rank else "không trùng từ"
    meaning = f"theo nghĩa: hạng {why.dense_rank} (cos {why.similarity:.3f})" if why.dense_rank else "không gần nghĩa"
    weight = f"; trọng số {why.weight:.3f}" if why.weight is not None else ""
    return f"{words}; {meaning}{weight}"


def _lay(explained: Explained | None, at: int) -> str:
    rank = explained.places[at - 1].lay_terms if explained else None
    return f"; theo từ của luật thay lời thường: hạng {rank}" if rank else ""


def _batch(args: argparse.Namespace) -> int:
    house = open_house(progress=bar)
    house.sync(bar, wait=False)
    rows = [json.loads(line) for line in args.queries.read_text(encoding="utf-8").splitlines() if line.strip()]
    partial = args.run.with_name(args.run.name + ".partial")
    with partial.open("w", encoding="utf-8") as out:
        for done, row in enumerate(rows, start=1):
            found = house.searcher.search(row["text"], args.k, args.as_of)
            write_run({row["_id"]: [(str(one.passage.ref), one.score) for one in found]}, out)
            bar("Tìm", done, len(rows))
    partial.replace(args.run)
    return 0
