"""Answer suites: JSON lines of questions with the provisions that answer them (the contract's format)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from corpus.interchange import read_day
from corpus.reference import ProvisionRef


class InvalidSuite(ValueError):
    """A line that is no row of a suite; the message has its number."""


@dataclass(frozen=True, slots=True)
class Row:
    """One question. Any of `gold` or `gold_alt` is a right place; `gold` are the ones a jurist would name first."""

    id: str
    question: str
    answerable: bool
    gold: tuple[ProvisionRef, ...]
    gold_alt: tuple[ProvisionRef, ...] = ()
    as_of: date | None = None
    tags: tuple[str, ...] = ()

    @property
    def accepted(self) -> tuple[ProvisionRef, ...]:
        """Every right place."""
        return self.gold + self.gold_alt


def read_suite(lines: Iterable[str]) -> list[Row]:
    """The rows of a suite; raise `InvalidSuite` for a bad line or an id that comes twice."""
    rows: dict[str, Row] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = _row(json.loads(line))
        except (KeyError, TypeError, ValueError) as error:
            raise InvalidSuite(f"line {number}: {error!r}") from error
        if row.id in rows:
            raise InvalidSuite(f"line {number}: the id {row.id!r} comes twice")
        rows[row.id] = row
    return list(rows.values())


def shipped_suite(name: str) -> list[Row]:
    """A suite of this package: `lay_core`."""
    return read_suite((files("eval") / "suites" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines())


def _row(record: dict[str, object]) -> Row:
    def refs(name: str) -> tuple[ProvisionRef, ...]:
        listed = record.get(name) or []
        if not isinstance(listed, list):
            raise TypeError(f"{name} is no list")
        return tuple(ProvisionRef.parse(str(ref)) for ref in listed)

    tags = record.get("tags") or []
    return Row(
        str(record["id"]),
        str(record["question"]),
        bool(record["answerable"]),
        refs("gold"),
        refs("gold_alt"),
        read_day(record.get("as_of")),
        tuple(map(str, tags)) if isinstance(tags, list) else (),
    )
