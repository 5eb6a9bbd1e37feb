"""The table of contacts: the only place from which a telephone number ever leaves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from importlib.resources import files
from typing import Any

import yaml

from api.answer import Contact, SafetyNote
from prompts.danger import Peril
from prompts.safety import Danger, Safety

ALWAYS = frozenset({"111", "113", "114", "115"})
"""Numbers that an answer may show whenever they were last checked."""
FRESH = timedelta(days=90)
"""How long after its check any other entry may stand in an answer."""

_ORDER = {
    Peril.VIOLENCE: ("police", "ambulance"),
    Peril.FIRE: ("police", "fire", "ambulance"),
    Peril.SEXUAL: ("police", "ambulance"),
    Peril.CHILD: ("child", "police", "ambulance"),
    Peril.SELF_HARM: ("ambulance", "police"),
    Peril.TRAFFICKING: ("police", "child"),
}
"""Whom each danger calls for, the gravest danger first. The children's line comes with all of them."""


@dataclass(frozen=True, slots=True)
class ContactTable:
    """The contacts known, in the order of the table."""

    contacts: tuple[Contact, ...]

    def listed(self, today: date, area: str | None = None) -> tuple[Contact, ...]:
        """All contacts of an area (None: all areas), older ones marked stale."""
        marked = (replace(c, stale=not _is_fresh(c, today)) for c in self.contacts)
        return tuple(c for c in marked if area is None or c.area in ("toàn quốc", area))

    def note(self, safety: Safety, today: date) -> SafetyNote:
        """The safety part of an answer: the card, and the lines that the danger calls for."""
        if safety.level is Danger.NONE:
            return SafetyNote()
        shown = [c for c in self.listed(today) if not c.stale]
        kinds = dict.fromkeys(kind for peril, order in _ORDER.items() if peril in safety.perils for kind in order)
        kinds.setdefault("child")
        chosen = tuple(c for kind in kinds for c in shown if c.kind == kind)
        return SafetyNote(safety.level, safety.message, chosen)

    def numbers(self, today: date) -> frozenset[str]:
        """The telephone numbers that an answer may hold."""
        return frozenset(c.phone for c in self.listed(today) if c.phone and not c.stale)


def shipped_contacts() -> ContactTable:
    """The table that comes with the program."""
    text = files("api").joinpath("contacts.yaml").read_text(encoding="utf-8")
    return ContactTable(tuple(_read(yaml.safe_load(text))))


def _read(rows: list[dict[str, Any]]) -> Iterable[Contact]:
    for row in rows:
        yield Contact(
            name=row["name"], kind=row["kind"], phone=row.get("phone"), hours=row["hours"], cost=row["cost"],
            area=row["area"], source=row["source"], verified_at=row["verified_at"],
        )  # fmt: skip


def _is_fresh(contact: Contact, today: date) -> bool:
    return contact.phone in ALWAYS or today - contact.verified_at <= FRESH
