"""What is said of a document or place that the corpus does not have."""

from __future__ import annotations

import sys

HELD = "xem các văn bản đang có bằng `hoiluat corpus list`"


def unknown(name: str, remedy: str) -> int:
    """Say that there is no such thing and what to do; gives the exit code."""
    print(f"Không có {name!r} trong kho: {remedy}.", file=sys.stderr)
    return 1
