"""`hoiluat corpus show`: a document or a provision, and why it holds or does not."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from datetime import date

from api.house import House
from cli.arguments import day
from cli.corpus.unknown import unknown
from cli.words import ORIGIN_WORDS, RELATION_WORDS, STATUS_WORDS
from corpus.day import in_words, today
from corpus.document import LegalDocument
from corpus.passage import title_of
from corpus.reference import InvalidReference, ProvisionRef

HELP = "in một văn bản hoặc một điều, khoản, điểm"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("ref", metavar="DẪN_CHIẾU", help="ví dụ 52/2014/QH13 hoặc 52/2014/QH13#dieu_56__khoan_1")
    parser.add_argument("--as-of", type=day, default=None, metavar="NGÀY", help="xem hiệu lực vào ngày này")


def run(house: House, args: argparse.Namespace) -> int:
    """Print the stored words on stdout, and the why on stderr."""
    try:
        ref = ProvisionRef.parse(args.ref)
    except InvalidReference:
        return unknown(args.ref, "hãy viết như 52/2014/QH13#dieu_56__khoan_1")
    revision = house.corpus.revision(ref.document)
    if revision is None:
        return unknown(ref.document, "xem các văn bản đang có bằng `hoiluat corpus list`")
    if not ref.path:
        _show_outline(
            house, revision.document, (title_of(p) for p in revision.provisions for p in p.walk() if p.heading)
        )
        return 0
    part = revision.provision(ref)
    if part is None:
        return unknown(str(ref), f"xem các điều đang có bằng `hoiluat corpus show {ref.document}`")
    print(part.span.slice(revision.text))
    print(f"\n({ref.label()} {revision.document.name}; {ORIGIN_WORDS[revision.document.origin]})", file=sys.stderr)
    print(_why(house, ref, args.as_of or today()), file=sys.stderr)
    return 0


def _show_outline(house: House, document: LegalDocument, titles: Iterable[str]) -> None:
    print(document.name)
    for title in titles:
        print(f"  {title}")
    print(_why(house, ProvisionRef(document.id), today()), file=sys.stderr)


def _why(house: House, ref: ProvisionRef, on: date) -> str:
    """What the status of a provision is that day, and which documents made it so."""
    validity = house.corpus.validity(ref.document)
    lines = [f"Ngày {in_words(on)}: {STATUS_WORDS[validity.status_on(on)]}."]
    if validity.start:
        lines.append(
            f"Áp dụng từ {in_words(validity.start)}"
            + (f" đến trước {in_words(validity.until)}." if validity.until else ".")
        )
    for relation in house.corpus.relations_to(ref.document):
        if relation.target.contains(ref) or ref.contains(relation.target):
            when = f" từ {in_words(relation.effective)}" if relation.effective else ""
            lines.append(f"{relation.source} {RELATION_WORDS[relation.kind]} {relation.target}{when}.")
    return "\n".join(lines)
