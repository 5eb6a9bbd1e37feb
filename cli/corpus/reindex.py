"""`hoiluat corpus reindex`: the index anew from the corpus."""

from __future__ import annotations

import argparse

from api.house import House
from cli.progress import bar

HELP = "dựng lại chỉ mục tìm kiếm từ kho (không nhúng lại những gì đã nhúng)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing to declare."""


def run(house: House, args: argparse.Namespace) -> int:
    """Build it anew."""
    house.rebuild(bar)
    print("Đã dựng lại chỉ mục.")
    return 0
