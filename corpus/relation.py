"""How one document acts on another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.phrase import Phrase
from corpus.provision import Provision
from corpus.reference import ProvisionRef
from corpus.span import Span


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

    @property
    def is_for_a_time(self) -> bool:
        """Whether the target holds again as soon as this is over."""
        return self in (RelationKind.SUSPENDS, RelationKind.OVERLAYS)

    @property
    def changes(self) -> bool:
        """Whether the target no longer simply holds in its own words."""
        return self.ends or self in (
            RelationKind.AMENDS,
            RelationKind.CORRECTS,
            RelationKind.SUSPENDS,
            RelationKind.OVERLAYS,
        )


@dataclass(frozen=True, slots=True)
class Relation:
    """`source` (a place in an acting document) does `kind` to `target` on days of `[effective, until)`."""

    kind: RelationKind
    target: ProvisionRef
    source: ProvisionRef
    effective: date | None = None
    until: date | None = None
    """The first day on which a suspension or an overlay no longer acts; None where it has no end."""
    words: Provision | None = None
    """The target in its new words, as the acting document quotes them: refs of the target, spans of the acting text."""

    moves_to: date | None = None
    """The first day in force of the whole target, where the new words of its article on effect say another one."""
    phrase: Phrase | None = None
    """The phrase that changes in the target, where the change is no more than that."""

    @property
    def quoted(self) -> tuple[Span, ...]:
        """The places of the acting text that it quotes."""
        whole = (self.words.span,) if self.words else ()
        phrase = (self.phrase.old, self.phrase.new) if self.phrase else ()
        return (*whole, *(span for span in phrase if span is not None))

    def acts_on(self, day: date) -> bool:
        """Whether it has its effect on `day`; without a day it is never known to."""
        return self.effective is not None and self.effective <= day and (self.until is None or day < self.until)

    def touches(self, ref: ProvisionRef) -> bool:
        """Whether it changes `ref`, something around it or something inside it."""
        return self.kind.changes and (self.target.contains(ref) or ref.contains(self.target))
