"""`hoiluat corpus check`: what an officer should look at in the corpus."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from api.house import House
from api.inspection.kinds import KINDS, Weight
from cli.progress import bar
from corpus.day import today

if TYPE_CHECKING:
    from api.inspection.finding import Finding

HELP = "tìm chỗ cần xem lại trong cả kho: số nhảy, thiếu ngày, điều không còn, thẻ đã cũ …"
WORDS = {Weight.ERROR: "LỖI", Weight.WARNING: "xem lại", Weight.INFO: "nên biết"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    kinds = "; ".join(f"{name}: {title}" for name, title in KINDS.items())
    parser.add_argument(
        "--only",
        action="append",
        choices=list(KINDS),
        metavar="LOẠI",
        help=f"chỉ tìm loại này (ghi được nhiều lần). {kinds}",
    )
    parser.add_argument("--json", action="store_true", help="in một giá trị JSON")


def run(house: House, args: argparse.Namespace) -> int:
    """Print what was found, by document; 1 where there is an error among it."""
    from api.inspection.checks import inspect
    from api.inspection.finding import Ground

    ground, kinds = Ground(house.corpus, today()), frozenset(args.only or KINDS)
    found = list(inspect(ground, kinds, lambda done, total: bar("Kiểm tra kho", done, total)))
    counts = Counter(finding.weight for finding in found)
    if args.json:
        rows = [_record(finding) for finding in found]
        print(json.dumps({"findings": rows, "counts": {w.value: counts[w] for w in Weight}}, ensure_ascii=False))
    else:
        for name, group in groupby(found, lambda finding: finding.document):
            document = ground.documents.get(name)
            print("\n".join(_page(f"{name}  {document.name if document else ''}".rstrip(), list(group))))
        told = ", ".join(f"{counts[weight]} {word}" for weight, word in WORDS.items() if counts[weight])
        print(f"{len(ground.documents)} văn bản: {told or 'không có gì cần xem lại'}.")
    return 1 if counts[Weight.ERROR] else 0


def _page(title: str, found: Sequence[Finding]) -> Iterator[str]:
    """The findings of one document; what to do stands once below those that it mends."""
    yield title
    for remedy, group in groupby(found, lambda finding: finding.remedy):
        for finding in group:
            yield f"  {WORDS[finding.weight]:8}  {finding.words}  [{finding.kind}]"
        yield f"            → {remedy}"
    yield ""


def _record(finding: Finding) -> dict[str, str]:
    return {
        "kind": finding.kind,
        "severity": finding.weight.value,
        "document": finding.document,
        "ref": str(finding.ref),
        "words": finding.words,
        "remedy": finding.remedy,
    }
