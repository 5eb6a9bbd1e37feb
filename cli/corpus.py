"""`hoiluat corpus …`: what officers do with the corpus."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from api.house import House, open_house
from cli.arguments import Parser, day
from cli.progress import bar
from cli.words import ORIGIN_WORDS, RELATION_WORDS, STATUS_WORDS
from corpus import interchange
from corpus.day import in_words, today
from corpus.document import LegalDocument
from corpus.passage import title_of
from corpus.reference import InvalidReference, ProvisionRef


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the subcommands."""
    actions = parser.add_subparsers(dest="action", metavar="VIỆC", required=True, parser_class=Parser)
    listing = actions.add_parser("list", help="liệt kê văn bản")
    listing.add_argument("--json", action="store_true", help="in một mảng JSON")
    show = actions.add_parser("show", help="in một văn bản hoặc một điều, khoản, điểm")
    show.add_argument("ref", metavar="DẪN_CHIẾU", help="ví dụ 52/2014/QH13 hoặc 52/2014/QH13#dieu_56__khoan_1")
    show.add_argument("--as-of", type=day, default=None, metavar="NGÀY", help="xem hiệu lực vào ngày này")
    history = actions.add_parser("history", help="các bản đã nạp của một văn bản")
    history.add_argument("id", metavar="SỐ_HIỆU")
    remove = actions.add_parser("remove", help="gỡ một văn bản hoặc thẻ trả lời")
    remove.add_argument("id", metavar="SỐ_HIỆU")
    export = actions.add_parser("export", help="xuất kho ra JSON lines")
    export.add_argument("file", type=Path, metavar="TỆP", help="- để in ra màn hình")
    actions.add_parser("reindex", help="dựng lại chỉ mục tìm kiếm từ kho (không nhúng lại những gì đã nhúng)")
    load = actions.add_parser("import", help="nạp kho từ JSON lines")
    load.add_argument("file", type=Path, metavar="TỆP")


def run(args: argparse.Namespace) -> int:
    """Do what the subcommand says."""
    house = open_house(progress=bar)
    return ACTIONS[args.action](house, args)


def _list(house: House, args: argparse.Namespace) -> int:
    documents = house.corpus.documents()
    if args.json:
        print(json.dumps([_record(house, document) for document in documents], ensure_ascii=False))
        return 0
    for document in documents:
        status = STATUS_WORDS[document.validity.status_on(today())]
        print(f"{document.id:22} {document.name}  [{ORIGIN_WORDS[document.origin]}, {status}]")
    print(f"{len(documents)} văn bản, {len(house.corpus.cards())} thẻ trả lời.", file=sys.stderr)
    return 0


def _record(house: House, document: LegalDocument) -> interchange.Record:
    revision = house.corpus.revision(document.id)
    status = document.validity.status_on(today())
    return interchange.document_record(document) | {
        "sha256": revision.sha256 if revision else None,
        "status": status.value,
    }


def _show(house: House, args: argparse.Namespace) -> int:
    try:
        ref = ProvisionRef.parse(args.ref)
    except InvalidReference:
        return _unknown(args.ref, "hãy viết như 52/2014/QH13#dieu_56__khoan_1")
    revision = house.corpus.revision(ref.document)
    if revision is None:
        return _unknown(ref.document, "xem các văn bản đang có bằng `hoiluat corpus list`")
    if not ref.path:
        _show_outline(
            house, revision.document, (title_of(p) for p in revision.provisions for p in p.walk() if p.heading)
        )
        return 0
    part = revision.provision(ref)
    if part is None:
        return _unknown(str(ref), f"xem các điều đang có bằng `hoiluat corpus show {ref.document}`")
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


def _history(house: House, args: argparse.Namespace) -> int:
    entries = house.corpus.history(args.id)
    if not entries:
        return _unknown(args.id, "xem các văn bản đang có bằng `hoiluat corpus list`")
    for entry in entries:
        mark = "*" if entry.current else " "
        origin = ORIGIN_WORDS[entry.document.origin]
        print(f"{mark} {entry.sha256[:12]}  {entry.added_at:%Y-%m-%d %H:%M}  {origin:22} {entry.source}")
    return 0


def _remove(house: House, args: argparse.Namespace) -> int:
    if not house.corpus.remove(args.id):
        return _unknown(args.id, "xem các văn bản đang có bằng `hoiluat corpus list`")
    house.sync(bar)
    print(f"Đã gỡ {args.id}.")
    return 0


def _export(house: House, args: argparse.Namespace) -> int:
    revisions = (r for d in house.corpus.documents() if (r := house.corpus.revision(d.id)) is not None)
    if str(args.file) == "-":
        sys.stdout.writelines(interchange.write_lines(revisions))
        return 0
    partial = args.file.with_name(args.file.name + ".partial")
    with partial.open("w", encoding="utf-8") as out:
        out.writelines(interchange.write_lines(revisions))
    partial.replace(args.file)
    print(f"Đã xuất {len(house.corpus.documents())} văn bản ra {args.file}.")
    return 0


def _import(house: House, args: argparse.Namespace) -> int:
    with args.file.open(encoding="utf-8") as lines:
        taken = [house.corpus.put(revision, args.file.name) for revision in interchange.read_lines(lines)]
    house.sync(bar)
    print(f"Đã nạp {len(taken)} văn bản từ {args.file}.")
    return 0


def _reindex(house: House, args: argparse.Namespace) -> int:
    house.rebuild(bar)
    print("Đã dựng lại chỉ mục.")
    return 0


def _unknown(name: str, remedy: str) -> int:
    print(f"Không có {name!r} trong kho: {remedy}.", file=sys.stderr)
    return 1


ACTIONS = {
    "list": _list,
    "show": _show,
    "history": _history,
    "remove": _remove,
    "export": _export,
    "import": _import,
    "reindex": _reindex,
}
