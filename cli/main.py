"""The command `hoiluat`: finds the module of a subcommand and loads nothing else."""

from __future__ import annotations

import argparse
import importlib
import os
import signal
import sys
from collections.abc import Callable, Sequence
from typing import Protocol, cast

from api.remedy import explained
from cli.arguments import Parser

COMMANDS = {
    "ask": "hỏi một câu, trả lời có trích dẫn điều, khoản",
    "serve": "mở trang web và dịch vụ hỏi đáp trên máy này",
    "search": "tìm các đoạn luật gần nhất với một câu",
    "ingest": "nạp tệp hoặc thư mục văn bản vào kho",
    "parse": "đọc một tệp văn bản và in cấu trúc, không ghi gì",
    "corpus": "xem, kiểm tra, xuất, nhập và gỡ văn bản trong kho",
    "eval": "đo chất lượng tìm kiếm",
    "train": "huấn luyện lại cách xếp hạng từ các câu hỏi có đáp án",
    "model": "chuẩn bị mô hình nhúng một lần cho mọi kho",
    "settings": "in mọi thiết lập, ý nghĩa và giá trị mặc định",
}


class Command(Protocol):
    """What the module of a subcommand holds."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the arguments."""

    def run(self, args: argparse.Namespace) -> int:
        """Do it; the exit code is 0 done, 1 something refused or missed, 2 wrong usage."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; never shows a traceback for what a person can mend."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or words[0] in ("-h", "--help", "help"):
        print(overview())
        return 0 if words else 2
    if words[0] == "--version":
        print(_version())
        return 0
    if words[0] not in COMMANDS:
        print(f"Không có lệnh {words[0]!r}.\n\n{overview()}", file=sys.stderr)
        return 2
    return guarded(lambda: _run(words[0], words[1:]))


def _run(name: str, words: Sequence[str]) -> int:
    command = cast(Command, importlib.import_module(f"cli.{name}"))
    parser = Parser(f"hoiluat {name}", COMMANDS[name].capitalize() + ".")
    command.add_arguments(parser)
    return command.run(parser.parse_args(words))


def overview() -> str:
    """The list of commands."""
    width = max(map(len, COMMANDS))
    lines = [f"  {name:{width}}  {meaning}" for name, meaning in COMMANDS.items()]
    head = ["HỏiLuật: tra cứu, cung cấp thông tin pháp luật.", "", "Cách dùng: hoiluat LỆNH …", ""]
    return "\n".join([*head, *lines, "", "Xem cách dùng một lệnh: hoiluat LỆNH --help"])


def guarded(run: Callable[[], int]) -> int:
    """Run a command; turn what a person can mend into a sentence on stderr and exit code 1."""
    try:
        return run()
    except KeyboardInterrupt:
        print("\nĐã dừng theo yêu cầu. Chạy lại lệnh này sẽ làm tiếp phần còn lại.", file=sys.stderr)
        return 128 + signal.SIGINT
    except BrokenPipeError:  # the reader of our output went away: `hoiluat … | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        sentence = explained(error)
        if sentence is None:
            raise
        print(sentence, file=sys.stderr)
        return 1


def _version() -> str:
    from importlib.metadata import version

    return f"hoiluat {version('hoiluat')}"


if __name__ == "__main__":
    raise SystemExit(main())
