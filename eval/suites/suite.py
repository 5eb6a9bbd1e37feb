"""Answer suites: JSON lines of questions with what a right answer must be (the contract's format)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path

from corpus.interchange import read_day
from corpus.reference import ProvisionRef

STATUSES = frozenset({"answered", "abstained", "clarify"})
LEVELS = frozenset({"none", "concern", "emergency"})


class InvalidSuite(ValueError):
    """A line that is no row of a suite; the message has its number."""


@dataclass(frozen=True, slots=True)
class Row:
    """One question. Any of `gold` or `gold_alt` is a right place; `gold` are the ones a jurist would name first."""

    id: str
    question: str
    answerable: bool
    gold: tuple[ProvisionRef, ...] = ()
    gold_alt: tuple[ProvisionRef, ...] = ()
    gold_not: tuple[ProvisionRef, ...] = ()
    """Places that look right and are wrong."""
    correction: tuple[ProvisionRef, ...] = ()
    """Places that show the premise of the question to be false."""
    as_of: date | None = None
    event_date: date | None = None
    expected_status: str | None = None
    expected_level: str | None = None
    reference: str | None = None
    must_include: tuple[str, ...] = ()
    must_include_any: tuple[str, ...] = ()
    must_not_include: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    """Words that stand in the gold (or the correction): what a check of the suite against the law looks for."""
    tags: tuple[str, ...] = ()

    @property
    def accepted(self) -> tuple[ProvisionRef, ...]:
        """Every right place."""
        return self.gold + self.gold_alt

    @property
    def day(self) -> date | None:
        """The day whose law counts; None is today."""
        return self.event_date or self.as_of

    @property
    def statuses(self) -> frozenset[str]:
        """The outcomes that are right: as the row says, else answered when the law has the answer."""
        if self.expected_status:
            return frozenset({self.expected_status})
        return frozenset({"answered"}) if self.answerable else frozenset({"abstained", "clarify"})

    def record(self) -> dict[str, object]:
        """The row as its JSON object: `read_row` gives the row again."""
        plain = {name: _plain(getattr(self, name)) for name in Row.__dataclass_fields__}
        return {name: value for name, value in plain.items() if value is not None and value != []}


def read_suite(lines: Iterable[str]) -> list[Row]:
    """The rows of a suite; raise `InvalidSuite` for a bad line or an id that comes twice."""
    rows: dict[str, Row] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = read_row(json.loads(line))
        except (KeyError, TypeError, ValueError) as error:
            raise InvalidSuite(f"line {number}: {error!r}") from error
        if row.id in rows:
            raise InvalidSuite(f"line {number}: the id {row.id!r} comes twice")
        rows[row.id] = row
    return list(rows.values())


def open_suite(path: Path) -> list[Row]:
    """The suite in a file; raise `InvalidSuite` or OSError."""
    return read_suite(path.read_text(encoding="utf-8").splitlines())


def shipped_suite(name: str) -> list[Row]:
    """A suite of this package, such as `lay_core`."""
    return read_suite((files("eval.suites") / f"{name}.jsonl").read_text(encoding="utf-8").splitlines())


def read_row(record: Mapping[str, object]) -> Row:
    """One row from its JSON object; raise KeyError, TypeError or ValueError for what is none."""

    def words(name: str) -> tuple[str, ...]:
        listed = record.get(name) or []
        if not isinstance(listed, list):
            raise TypeError(f"{name} is no list")
        return tuple(map(str, listed))

    def refs(name: str) -> tuple[ProvisionRef, ...]:
        return tuple(map(ProvisionRef.parse, words(name)))

    def one_of(name: str, known: frozenset[str]) -> str | None:
        value = record.get(name)
        if value is None or value in known:
            return None if value is None else str(value)
        raise ValueError(f"{name} is {value!r}, not one of {', '.join(sorted(known))}")

    question = str(record["question"])
    if not question.strip():
        raise ValueError("the question is empty")
    return Row(
        id=str(record["id"]),
        question=question,
        answerable=bool(record["answerable"]),
        gold=refs("gold"),
        gold_alt=refs("gold_alt"),
        gold_not=refs("gold_not"),
        correction=refs("correction"),
        as_of=read_day(record.get("as_of")),
        event_date=read_day(record.get("event_date")),
        expected_status=one_of("expected_status", STATUSES),
        expected_level=one_of("expected_level", LEVELS),
        reference=str(record["reference"]) if record.get("reference") else None,
        must_include=words("must_include"),
        must_include_any=words("must_include_any"),
        must_not_include=words("must_not_include"),
        facts=words("facts"),
        tags=words("tags"),
    )


def _plain(value: object) -> object:
    """A field as a JSON value."""
    if isinstance(value, tuple):
        return [str(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value
