"""`hoiluat parse`: read one document and print what came of it; nothing is written."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

EPILOG = "Nhiều tệp là các phần của một văn bản, theo đúng thứ tự."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.epilog = EPILOG
    parser.add_argument("files", nargs="+", type=Path, metavar="TỆP")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="in siêu dữ liệu, cây điều khoản và các chỗ cần xem lại")
    shape.add_argument("--text", action="store_true", help="in văn bản đã trích, đúng như được lưu")


def run(args: argparse.Namespace) -> int:
    """Print the document as JSON, as text, or as an outline; 1 where it is refused, 2 where a file is missing."""
    from ingest.reading import read
    from ingest.refusal import Refusal

    missing = [path for path in args.files if not path.is_file()]
    if missing:
        print(f"Không có tệp {missing[0]}. Hãy kiểm tra lại đường dẫn.", file=sys.stderr)
        return 2
    try:
        revision = read(args.files)
    except Refusal as refusal:
        print(f"Từ chối {', '.join(path.name for path in args.files)}: {refusal.reason}", file=sys.stderr)
        if args.json:
            print(json.dumps({"refused": refusal.reason}, ensure_ascii=False))
        return 1
    if args.text:
        print(revision.text)
    elif args.json:
        print(json.dumps(parsed(revision), ensure_ascii=False))
    else:
        print("\n".join(outline(revision)))
    return 0


def parsed(revision: Any) -> dict[str, Any]:
    """The value that `--json` prints: metadata, provisions with their text, relations, problems."""
    from corpus.interchange import revision_record

    record = revision_record(revision)
    text = record.pop("text")
    pages = record.pop("pages")
    record["document"]["pages"] = len(pages) or None
    for part in record["provisions"]:
        part["text"] = text[part["start"] : part["end"]]
    return record


def outline(revision: Any) -> list[str]:
    """The document for a person: its head, its articles and what to look at."""
    document = revision.document
    lines = [
        document.name,
        f"Mã: {document.id}  Ban hành: {document.issued_on or '?'}  Hiệu lực từ: {document.in_force_from or '?'}",
        "",
    ]
    depth = 0
    for part in revision.walk():
        if part.level.is_context or part.level.value in ("kem_theo", "phu_luc"):
            depth = 1
            lines.append(f"{part.label}. {part.heading}".rstrip(". "))
        elif part.level.value == "dieu":
            count = len(part.children)
            lines.append(
                f"{'  ' * depth}{part.label}. {part.heading}".rstrip(". ")
                + (f" ({count} khoản, điểm)" if count else "")
            )
    if revision.problems:
        lines += ["", f"{len(revision.problems)} chỗ cần xem lại:"]
        lines += [f"- {problem.reason}" for problem in revision.problems]
    return lines
