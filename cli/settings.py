"""`hoiluat settings`: every setting with its meaning, its value and its default."""

from __future__ import annotations

import argparse
import json
import os

from api.settings import TABLE, read_settings, values


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--json", action="store_true", help="in một giá trị JSON")


def run(args: argparse.Namespace) -> int:
    """Print the table; secrets are masked."""
    read_settings()
    found = values(os.environ)
    rows = [
        {"name": s.name, "value": "***" if s.secret and found[s.name] else found[s.name], "default": s.default}
        | {"meaning": s.meaning}
        for s in TABLE
    ]
    if args.json:
        print(json.dumps(rows, ensure_ascii=False))
        return 0
    print('Đặt bằng biến môi trường, hoặc trong hoiluat.toml (bỏ HOILUAT_ và viết thường: home = "…").\n')
    for row in rows:
        print(f"{row['name']}\n  {row['meaning']}\n  đang dùng: {row['value'] or '(trống)'}", end="")
        print("" if row["value"] == row["default"] else f"   mặc định: {row['default'] or '(trống)'}", "\n")
    return 0
