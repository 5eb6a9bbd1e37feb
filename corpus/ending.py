"""When a document ends: by its own words, by a later document, or with the law that it details.

Detailing texts end with the law that they detail unless it is announced that they go on (Điều 57 Luật 64/2025/QH15
as amended by Luật 87/2025/QH15); of laws that ended before 1 July 2025 they live on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from corpus.document import LegalDocument
from corpus.relation import Relation, RelationKind

CASCADE_FROM = date(2025, 7, 1)
"""Laws that end from this day on take their detailing texts with them."""


@dataclass(frozen=True, slots=True)
class Ending:
    """The first day on which a document is no longer law, and the relations that made it so (none: its own words)."""

    day: date | None = None
    made_by: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class Endings:
    """Asks of documents by id; `acts` is what each document does, `on` what is done to each."""

    documents: Mapping[str, LegalDocument]
    acts: Mapping[str, tuple[Relation, ...]]
    on: Mapping[str, tuple[Relation, ...]]

    def of(self, name: str) -> Ending:
        """The ending of a document, held or not."""
        return self._of(name, frozenset())

    def _of(self, name: str, asked: frozenset[str]) -> Ending:
        document = self.documents.get(name)
        stated = Ending(document.in_force_until) if document else Ending()
        ended = [r for r in self.on.get(name, ()) if r.kind.ends and not r.target.path and r.effective]
        by_others = [Ending(r.effective, (r,)) for r in ended]
        known = [e for e in (stated, *by_others, self._with_parents(name, asked | {name})) if e.day is not None]
        return min(known, key=lambda ending: ending.day or date.max, default=Ending())

    def _with_parents(self, name: str, asked: frozenset[str]) -> Ending:
        """With all the laws that it details, where the last of them ends under the new rule."""
        document = self.documents.get(name)
        parents = {r.target.document for r in self.acts.get(name, ()) if r.kind is RelationKind.GUIDES}
        if document is None or document.survives_parent or not parents or parents & asked:
            return Ending()
        ends = [self._of(parent, asked) for parent in sorted(parents)]
        if any(end.day is None for end in ends):
            return Ending()
        last = max(ends, key=lambda end: end.day or date.min)
        return last if last.day is not None and last.day >= CASCADE_FROM else Ending()
