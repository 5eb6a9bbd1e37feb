"""`hoiluat corpus list`: every document with its status today."""

from __future__ import annotations

import argparse
import json
import sys

from api.house import House
from api.reading import document_status
from cli.words import ORIGIN_WORDS, STATUS_WORDS
from corpus import interchange
from corpus.day import today
from corpus.document import LegalDocument

HELP = "liệt kê văn bản"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--json", action="store_true", help="in một mảng JSON")


def run(house: House, args: argparse.Namespace) -> int:
    """Print one line a document, or an array of document objects."""
    documents = house.corpus.documents()
    if args.json:
        print(json.dumps([_record(house, document) for document in documents], ensure_ascii=False))
        return 0
    for document in documents:
        status = STATUS_WORDS[document_status(document, house.corpus, today())]
        print(f"{document.id:22} {document.name}  [{ORIGIN_WORDS[document.origin]}, {status}]")
    print(f"{len(documents)} văn bản, {len(house.corpus.cards())} thẻ trả lời.", file=sys.stderr)
    return 0


def _record(house: House, document: LegalDocument) -> interchange.Record:
    revision = house.corpus.revision(document.id)
    status = document_status(document, house.corpus, today())
    return interchange.document_record(document) | {
        "sha256": revision.sha256 if revision else None,
        "status": status.value,
    }
