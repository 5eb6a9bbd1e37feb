"""`hoiluat ask`: one question, one cited answer."""

from __future__ import annotations

import argparse
import json
import sys

from api.answer import Inquiry
from api.house import open_house
from api.inquiry import LONGEST, cleaned
from cli.arguments import count, day
from cli.progress import bar


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("question", metavar="CÂU_HỎI", help="câu hỏi bằng lời thường, có dấu hay không dấu")
    parser.add_argument("--as-of", type=day, default=None, metavar="NGÀY", help="luật có hiệu lực vào ngày này")
    parser.add_argument("--event-date", type=day, default=None, metavar="NGÀY", help="ngày xảy ra sự việc")
    parser.add_argument("-k", type=count, default=8, metavar="SỐ", help="số đoạn được xem xét (mặc định 8)")
    parser.add_argument("--json", action="store_true", help="in câu trả lời thành một giá trị JSON, như POST /ask")


def run(args: argparse.Namespace) -> int:
    """Ask and print; wrong usage is 2."""
    question = cleaned(args.question)
    if not question:
        print('Câu hỏi đang trống. Hãy viết câu hỏi, ví dụ: hoiluat ask "Ly hôn cần giấy tờ gì?"', file=sys.stderr)
        return 2
    if len(question) > LONGEST:
        print(f"Câu hỏi dài {len(question)} ký tự, tối đa {LONGEST}. Hãy rút ngắn câu hỏi.", file=sys.stderr)
        return 2
    house = open_house(progress=bar)
    house.sync(bar, wait=False)
    inquiry = Inquiry(question, args.as_of, args.event_date, max_passages=min(args.k, 50), channel="cli")
    answer = house.advisor.ask(inquiry)
    if args.json:
        from api.messages import AnswerMessage

        print(json.dumps(AnswerMessage.of(answer).record(), ensure_ascii=False))
        return 0
    from cli.answer_sheet import sheet

    print(sheet(answer))
    return 0
