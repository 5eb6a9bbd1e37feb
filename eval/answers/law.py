"""The law that answers are checked against: stored texts, and what a provision said and was on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from corpus.reference import ProvisionRef


@dataclass(frozen=True, slots=True)
class Held:
    """A provision on a day: its words, whether it was law (`status` as in the contract), the names of its place."""

    text: str
    status: str
    label: str = ""
    heading: str = ""


class Law(Protocol):
    """Where the truth is looked up. What is not held is None, never empty."""

    def text(self, document: str, sha256: str) -> str | None:
        """The stored text of a revision of a document (or of any document, by its hash)."""

    def provision(self, ref: ProvisionRef, day: date) -> Held | None:
        """A provision as it stood on a day."""

    def base(self, document: str) -> str:
        """The law that a consolidated text repeats with its amendments worked in; else the document itself."""


def is_invented(law: Law, ref: ProvisionRef, sha256: str, day: date) -> bool:
    """Whether the text of a document is held and has no such place (a whole document is a place of its own)."""
    return bool(ref.path) and law.text(ref.document, sha256) is not None and law.provision(ref, day) is None


@dataclass(frozen=True, slots=True)
class WrittenLaw:
    """Law that is written down: texts by hash, provisions by reference and first day of each wording."""

    texts: Mapping[str, str] = field(default_factory=dict)
    provisions: Mapping[str, Mapping[date, Held]] = field(default_factory=dict)
    repeats: Mapping[str, str] = field(default_factory=dict)

    def text(self, document: str, sha256: str) -> str | None:
        """The text of a hash."""
        return self.texts.get(sha256)

    def provision(self, ref: ProvisionRef, day: date) -> Held | None:
        """The latest wording that had begun by the day."""
        wordings = self.provisions.get(str(ref), {})
        begun = [since for since in wordings if since <= day]
        return wordings[max(begun)] if begun else None

    def base(self, document: str) -> str:
        """As written down."""
        return self.repeats.get(document, document)
