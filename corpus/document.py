"""Legal documents and their stored revisions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from corpus.effect import Effect
from corpus.problem import Problem
from corpus.provision import Provision
from corpus.reference import ProvisionRef
from corpus.relation import Relation
from corpus.validity import Validity


class Origin(StrEnum):
    """Where a text comes from; of two revisions the higher rank is shown."""

    OFFICIAL = "official"
    UNOFFICIAL = "unofficial"
    SNAPSHOT = "snapshot"
    DIGEST = "digest"
    CARD = "card"

    @property
    def rank(self) -> int:
        """Higher outranks lower; a later text of the same rank outranks an earlier one."""
        return len(Origin) - list(Origin).index(self)


@dataclass(frozen=True, slots=True)
class LegalDocument:
    """What is known of a document.

    `holds_from` is the day from which this text is the law (a consolidated text, a digest).
    """

    id: str
    number: str
    type: str
    title: str
    issuer: str = ""
    issued_on: date | None = None
    in_force_from: date | None = None
    in_force_until: date | None = None
    territory: str = "toàn quốc"
    origin: Origin = Origin.OFFICIAL
    source_url: str | None = None
    holds_from: date | None = None
    survives_parent: bool = False
    """Whether it was announced that this text goes on although the law that it details has ended."""

    @property
    def name(self) -> str:
        """The document in a citation: `Luật Hôn nhân và gia đình số 52/2014/QH13`."""
        named = f"{self.type} {self.title}".strip()
        return f"{named} số {self.number}" if self.number else named

    @property
    def validity(self) -> Validity:
        """When this text is law, as far as the document itself says."""
        return Validity(self.holds_from or self.in_force_from, self.in_force_until)


@dataclass(frozen=True, slots=True)
class Revision:
    """One stored text of a document, with the tree read from it. Its name is the SHA-256 of the text."""

    document: LegalDocument
    text: str
    provisions: tuple[Provision, ...] = ()
    relations: tuple[Relation, ...] = ()
    problems: tuple[Problem, ...] = ()
    pages: tuple[int, ...] = ()
    """Offsets at which the pages of the file begin; empty where the format has no pages."""
    effects: tuple[Effect, ...] = ()
    """Provisions whose days differ from the document's."""
    sha256: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sha256", hash_of(self.text))

    def walk(self) -> Iterator[Provision]:
        """Every provision, in the order of the text."""
        for root in self.provisions:
            yield from root.walk()

    def provision(self, ref: ProvisionRef) -> Provision | None:
        """The provision called `ref`."""
        return next((part for part in self.walk() if part.ref == ref), None)

    def renamed(self, document_id: str) -> Revision:
        """The same revision under another document id."""
        old = self.document.id
        relations = tuple(
            replace(r, source=r.source.within(document_id)) if r.source.document == old else r for r in self.relations
        )
        return replace(
            self,
            document=replace(self.document, id=document_id),
            provisions=tuple(part.within(document_id) for part in self.provisions),
            relations=relations,
            effects=tuple(effect.within(document_id) for effect in self.effects),
        )


def hash_of(text: str) -> str:
    """The name of a stored text: SHA-256 of its UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()
