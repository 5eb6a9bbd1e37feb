"""`hoiluat corpus diff`: what changed between two revisions, or two documents, provision by provision."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator

from api.house import House
from cli.corpus.prefix import digits, revision_named
from cli.corpus.unknown import HELD, unknown
from corpus import interchange
from corpus.comparison import Change, ChangeKind, Piece, Place, compare, pieces
from corpus.document import Revision

HELP = "so hai bản của một văn bản, hoặc hai văn bản, theo từng điều khoản"
WORDS = {
    ChangeKind.ADDED: "thêm",
    ChangeKind.GONE: "không còn",
    ChangeKind.CHANGED: "khác lời",
    ChangeKind.MOVED: "đổi chỗ",
}
_AROUND, _LONGEST = 8, 60


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("id", metavar="SỐ_HIỆU", help="so bản đang dùng với bản dùng trước nó")
    parser.add_argument("other", nargs="?", metavar="SỐ_HIỆU_2", help="so hai văn bản, cái trước là cũ")
    parser.add_argument("--from", dest="old", type=digits, metavar="MÃ_BẢN", help="bản cũ, như `history` in ra")
    parser.add_argument("--to", dest="new", type=digits, metavar="MÃ_BẢN", help="bản mới, như `history` in ra")
    parser.add_argument("--json", action="store_true", help="in một giá trị JSON")


def run(house: House, args: argparse.Namespace) -> int:
    """Print the differences: `[-lời cũ-] {+lời mới+}`."""
    pair = _pair(house, args)
    if pair is None:
        return 1
    facts, changes = _facts(*pair), compare(*pair)
    if args.json:
        print(json.dumps(_record(*pair, facts, changes), ensure_ascii=False))
        return 0
    for name, (old, new) in facts.items():
        print(f"{name}: {old} → {new}")
    for change in changes:
        print("\n".join(_lines(change)))
    counts = Counter(change.kind for change in changes)
    told = ", ".join(f"{counts[kind]} {word}" for kind, word in WORDS.items() if counts[kind])
    print(f"{_named(pair[0])} → {_named(pair[1])}: {told or 'mọi điều khoản như nhau'}.", file=sys.stderr)
    return 0


def _pair(house: House, args: argparse.Namespace) -> tuple[Revision, Revision] | None:
    for document in filter(None, (args.id, args.other)):
        if house.corpus.revision(document) is None:
            unknown(document, HELD)
            return None
    new = _chosen(house, args.other or args.id, args.new)
    if args.old or args.other:
        old = _chosen(house, args.id, args.old)
    else:
        old = house.corpus.before(args.id)
        if old is None:
            remedy = f"Xem các bản bằng `hoiluat corpus history {args.id}` rồi chọn bằng --from và --to."
            print(f"Trước bản đang dùng, {args.id} không có bản nào để so. {remedy}", file=sys.stderr)
    return (old, new) if old and new else None


def _chosen(house: House, document: str, prefix: str | None) -> Revision | None:
    """The named revision, or the one shown."""
    if prefix is None:
        return house.corpus.revision(document)
    sha256 = revision_named(house, document, prefix)
    return house.corpus.revision(document, sha256) if sha256 else None


def _named(revision: Revision) -> str:
    return f"{revision.document.id} ({revision.sha256[:12]})"


def _facts(old: Revision, new: Revision) -> dict[str, tuple[object, object]]:
    """What is said of the document itself, where the two say otherwise."""
    one, other = (interchange.document_record(revision.document) for revision in (old, new))
    return {name: (one[name], other[name]) for name in one if one[name] != other[name]}


def _record(
    old: Revision, new: Revision, facts: dict[str, tuple[object, object]], changes: tuple[Change, ...]
) -> dict[str, object]:
    return {
        "from": {"id": old.document.id, "sha256": old.sha256},
        "to": {"id": new.document.id, "sha256": new.sha256},
        "document": {name: {"from": values[0], "to": values[1]} for name, values in facts.items()},
        "changes": [
            {"kind": change.kind.value, "from": _place(change.old), "to": _place(change.new)} for change in changes
        ],
    }


def _place(place: Place | None) -> dict[str, object] | None:
    if place is None:
        return None
    return {"ref": str(place.ref), "label": place.label, "context": list(place.context), "words": place.words}


def _lines(change: Change) -> Iterator[str]:
    """A heading, and the words below it."""
    place = change.new or change.old
    if place is None:
        return
    yield f"\n{WORDS[change.kind].upper()}  {_where(place)}"
    if change.old and change.new and _where(change.old) != _where(change.new):
        yield f"  trước ở {_where(change.old)}"
    if change.old and change.new and change.kind is ChangeKind.CHANGED:
        yield "  " + " ".join(_shown(piece) for piece in pieces(change.old.words, change.new.words))
    elif change.kind is not ChangeKind.MOVED:
        yield "  " + _cut(place.words.split(), _LONGEST, 0)


def _where(place: Place) -> str:
    numbered = place.ref.path and not place.ref.path[-1].level.is_context
    named = place.ref.label() if numbered else place.label
    return f"{named} ({', '.join(place.context)})" if place.context else named


def _shown(piece: Piece) -> str:
    if piece.mark == " ":
        return _cut(piece.words.split(), _AROUND, _AROUND)
    return f"[-{piece.words}-]" if piece.mark == "-" else f"{{+{piece.words}+}}"


def _cut(words: list[str], head: int, tail: int) -> str:
    """The first and last words of a long run."""
    if len(words) <= head + tail + 2:
        return " ".join(words)
    return " ".join((*words[:head], "…", *(words[-tail:] if tail else ())))
