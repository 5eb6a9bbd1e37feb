"""`hoiluat eval …`: how good a service is, one module a thing to do."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from cli.arguments import Parser
from cli.eval import answers, compare, grade, passages, report, retrieval, robustness, score


@dataclass(frozen=True, slots=True)
class Action:
    """What a word after `hoiluat eval` does."""

    help: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


ACTIONS = {
    "answers": Action("hỏi cả bộ câu hỏi và chấm từng câu trả lời", answers.add_arguments, answers.run),
    "score": Action("chấm lại một lần chạy mà không hỏi lại", score.add_arguments, score.run),
    "compare": Action("so sánh hai lần chạy, từng câu", compare.add_arguments, compare.run),
    "grade": Action("nhờ một mô hình chấm các câu trả lời, đối chiếu với mẫu chấm tay", grade.add_arguments, grade.run),
    "report": Action("viết trang kết quả của một lần chạy", report.add_arguments, report.run),
    "retrieval": Action("đo việc tìm điều luật trên một bộ BEIR", retrieval.add_arguments, retrieval.run),
    "robustness": Action(
        "hỏi lại theo mọi kiểu viết, xem mỗi kiểu làm kém đi bao nhiêu", robustness.add_arguments, robustness.run
    ),
    "passages": Action(
        "đo điều đúng có nằm trong các đoạn đầu, trên kho đang có", passages.add_arguments, passages.run
    ),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be measured."""
    actions = parser.add_subparsers(dest="what", metavar="VIỆC", required=True, parser_class=Parser)
    for name, action in ACTIONS.items():
        action.add_arguments(actions.add_parser(name, help=action.help))


def run(args: argparse.Namespace) -> int:
    """Measure."""
    return ACTIONS[args.what].run(args)
