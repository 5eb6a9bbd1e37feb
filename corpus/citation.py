"""A quoted place: the words, where they stand and which stored text that is."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.document import Revision
from corpus.reference import ProvisionRef
from corpus.span import Span


@dataclass(frozen=True, slots=True)
class Citation:
    """One contiguous span of one stored text. `quote` is the slice itself."""

    ref: ProvisionRef
    quote: str
    span: Span
    sha256: str

    @classmethod
    def of(cls, revision: Revision, ref: ProvisionRef, span: Span) -> Citation:
        """Quote `span` of a revision."""
        return cls(ref, span.slice(revision.text), span, revision.sha256)

    def holds_in(self, revision: Revision) -> bool:
        """Whether the quote is the stored text at its span, by string equality."""
        return revision.sha256 == self.sha256 and revision.text[self.span.start : self.span.end] == self.quote
