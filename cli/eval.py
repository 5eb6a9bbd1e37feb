"""`hoiluat eval …`: how good the service is, each measure in a module of its own."""

from __future__ import annotations

import argparse

from cli import eval_passages, eval_retrieval
from cli.arguments import Parser


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the measures."""
    measures = parser.add_subparsers(dest="what", metavar="VIỆC", required=True, parser_class=Parser)
    retrieval = measures.add_parser("retrieval", help="đo việc tìm điều luật trên một bộ BEIR")
    eval_retrieval.add_arguments(retrieval)
    passages = measures.add_parser("passages", help="đo điều đúng có nằm trong các đoạn đầu, trên kho đang có")
    eval_passages.add_arguments(passages)


def run(args: argparse.Namespace) -> int:
    """Measure."""
    return eval_retrieval.run(args) if args.what == "retrieval" else eval_passages.run(args)
