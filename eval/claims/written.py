"""The pairs written by hand: invented provisions, and true and false claims on them in other words."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import yaml

from eval.claims.pair import Pair


def written() -> tuple[Pair, ...]:
    """All of them, in the order of the file."""
    rows = yaml.safe_load(files("eval.claims").joinpath("written.yaml").read_text(encoding="utf-8"))
    return tuple(pair for place, row in enumerate(rows, start=1) for pair in _pairs(f"written-{place:02}", row))


def _pairs(name: str, row: dict[str, Any]) -> Iterator[Pair]:
    claims = [("", claim) for claim in row["true"]]
    claims += [(turned, claim) for turned, told in row["false"].items() for claim in told]
    for place, (turned, claim) in enumerate(claims, start=1):
        yield Pair(f"{name}.{place:02}", ((row["label"], row["text"]),), claim, turned)
