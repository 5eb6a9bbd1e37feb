"""`hoiluat corpus show`: a document or a provision, and why it holds or does not."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from datetime import date

from api.house import House
from api.reading import document_status, document_why, provision_on
from cli.arguments import day
from cli.corpus.unknown import unknown
from cli.words import ORIGIN_WORDS, STATUS_WORDS
from corpus.day import in_words, today
from corpus.document import Revision
from corpus.passage import title_of
from corpus.reference import InvalidReference, ProvisionRef
from corpus.validity import Status, Validity

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
    on = args.as_of or today()
    if not ref.path:
        _show_outline(house, revision, on)
        return 0
    seen = provision_on(revision, ref, house.corpus, on)
    if seen is None:
        return unknown(str(ref), f"xem các điều đang có bằng `hoiluat corpus show {ref.document}`")
    print(seen.text)
    print(f"\n({ref.label()} {revision.document.name}; {ORIGIN_WORDS[revision.document.origin]})", file=sys.stderr)
    print("\n".join((_state(seen.standing.status, seen.standing.validity, on), *seen.why)), file=sys.stderr)
    return 0


def _show_outline(house: House, revision: Revision, on: date) -> None:
    days = house.corpus.validity(revision.document.id)
    document = replace(revision.document, in_force_from=days.start, in_force_until=days.until)
    print(document.name)
    for part in revision.walk():
        if part.heading:
            print(f"  {title_of(part)}")
    status = document_status(document, house.corpus, on)
    why = [_state(status, document.validity, on), *document_why(document, status, house.corpus)]
    print("\n".join(why), file=sys.stderr)


def _state(status: Status, validity: Validity, on: date) -> str:
    """The status in words, such as `Ngày 01/07/2025: còn hiệu lực. Áp dụng từ … đến trước …`."""
    line = f"Ngày {in_words(on)}: {STATUS_WORDS[status]}."
    if validity.start is None:
        return line
    until = f" đến trước {in_words(validity.until)}" if validity.until else ""
    return f"{line} Áp dụng từ {in_words(validity.start)}{until}."
