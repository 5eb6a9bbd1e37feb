"""How one document acts on another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.reference import ProvisionRef


class RelationKind(StrEnum):
    """What the source does to the target; `overlays` stands in for it for a time (NQ 66.x/NQ-CP)."""

    AMENDS = "amends"
    REPLACES = "replaces"
    REPEALS = "repeals"
    SUSPENDS = "suspends"
    GUIDES = "guides"
    CONSOLIDATES = "consolidates"
    BASED_ON = "based_on"
    CORRECTS = "corrects"
    OVERLAYS = "overlays"

    @property
    def ends(self) -> bool:
        """Whether the target stops being in force."""
        return self in (RelationKind.REPLACES, RelationKind.REPEALS)


@dataclass(frozen=True, slots=True)
class Relation:
    """`source` (a place in an acting document) does `kind` to `target` from the day `effective`."""

    kind: RelationKind
    target: ProvisionRef
    source: ProvisionRef
    effective: date | None = None
