"""What an officer declares goes before what the text says; where the two differ, that is told."""

from __future__ import annotations

from datetime import date

from corpus.folding import fold
from corpus.problem import Problem, Severity
from ingest.sidecar import Sidecar

_DAYS = {
    "issued_on": "ngày ban hành", "in_force_from": "ngày có hiệu lực", "in_force_until": "ngày hết hiệu lực",
    "holds_from": "ngày bản này đúng",
}  # fmt: skip


def choose(name: str, stated: Sidecar, field: str, read: str | None, trouble: list[Problem]) -> str | None:
    """The declared words of a field, else those read; `name` is what the field is called in a message."""
    said = stated.words.get(field)
    if said and read and fold(said) != fold(read):
        trouble.append(_differ(stated, f"{name} “{said}”", f"“{read}”"))
    return said or read


def choose_day(field: str, stated: Sidecar, read: date | None, trouble: list[Problem]) -> date | None:
    """The declared day of a field, which may be none, else the one read."""
    if field not in stated.days:
        return read
    chosen = stated.days[field]
    if chosen is not None and read is not None and chosen != read:
        trouble.append(_differ(stated, f"{_DAYS[field]} {chosen:%d/%m/%Y}", f"{read:%d/%m/%Y}"))
    return chosen


def _differ(stated: Sidecar, said: str, read: str) -> Problem:
    who = stated.called
    reason = f"{who} ghi {said}, văn bản ghi {read}; dùng {who[:1].lower()}{who[1:]}."
    return Problem(Severity.WARNING, reason)
