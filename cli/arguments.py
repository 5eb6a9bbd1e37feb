"""An argument parser that speaks Vietnamese."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from typing import Any, NoReturn

from corpus.reference import InvalidReference, ProvisionRef

_WORDS = (
    ("the following arguments are required:", "còn thiếu:"),
    ("unrecognized arguments:", "không hiểu:"),
    ("expected at least one argument", "cần ít nhất một giá trị"),
    ("expected one argument", "cần một giá trị"),
    ("not allowed with argument", "không dùng chung với"),
    ("invalid choice:", "không có lựa chọn"),
    ("choose from", "chọn trong"),
    ("argument ", ""),
)


class Parser(argparse.ArgumentParser):
    """`argparse`, with headings and errors in Vietnamese; wrong usage exits with code 2."""

    def __init__(self, prog: str, description: str | None = None, **named: Any) -> None:
        super().__init__(prog=prog, description=description, **named | {"add_help": False, "allow_abbrev": False})
        self._positionals.title = "nội dung"
        self._optionals.title = "tùy chọn"
        self.add_argument("-h", "--help", action="help", help="in hướng dẫn này")

    def format_help(self) -> str:
        """The help text."""
        return super().format_help().replace("usage:", "Cách dùng:", 1)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where the help is."""
        for english, vietnamese in _WORDS:
            message = message.replace(english, vietnamese)
        print(f"Sai cách dùng: {message}\nXem hướng dẫn: {self.prog} --help", file=sys.stderr)
        raise SystemExit(2)


def day(text: str) -> date:
    """A day as an argument: `2026-11-23` or `23/11/2026`."""
    try:
        if "/" in text:
            month_day, month, year = text.split("/")
            return date(int(year), int(month), int(month_day))
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} không phải là ngày, hãy viết như 2026-11-23") from None


def count(text: str) -> int:
    """A whole number of one or more as an argument."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} không phải là số nguyên dương")
    return int(text)


def place(text: str) -> ProvisionRef:
    """A place in a document as an argument: `52/2014/QH13#dieu_56__khoan_1`."""
    try:
        return ProvisionRef.parse(text)
    except InvalidReference:
        raise argparse.ArgumentTypeError(
            f"{text!r} không phải là điều khoản, hãy viết như 52/2014/QH13#dieu_56__khoan_1"
        ) from None
