"""A revision named by the first digits of its hash, as `history` prints them."""

from __future__ import annotations

import argparse
import string
import sys

from api.house import House


def digits(text: str) -> str:
    """The first digits of a hash as an argument."""
    if len(text) < 4 or not set(text.lower()) <= set(string.hexdigits):
        raise argparse.ArgumentTypeError(f"{text!r} không phải là mã bản, hãy viết ít nhất 4 chữ số đầu của nó")
    return text.lower()


def revision_named(house: House, document: str, prefix: str) -> str | None:
    """The hash of the one revision of a document that begins so; says on stderr what is wrong otherwise."""
    found = [entry.sha256 for entry in house.corpus.history(document) if entry.sha256.startswith(prefix)]
    if len(found) == 1:
        return found[0]
    what = "Có nhiều bản" if found else "Không có bản nào"
    print(
        f"{what} của {document} có mã {prefix!r}: xem các bản bằng `hoiluat corpus history {document}`.",
        file=sys.stderr,
    )
    return None
