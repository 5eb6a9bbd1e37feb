"""Days of single provisions: a law may take effect at different times (`Điều 9 có hiệu lực từ ngày …`)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from corpus.reference import ProvisionRef
from corpus.validity import Validity


@dataclass(frozen=True, slots=True)
class Effect:
    """`ref` is law on days of `[start, until)`, as the provision `source` of the same document says.

    A day that is None is the document's.
    """

    ref: ProvisionRef
    start: date | None
    until: date | None
    source: ProvisionRef

    def within(self, document: str) -> Effect:
        """The same under another document id."""
        return replace(self, ref=self.ref.within(document), source=self.source.within(document))

    def apply(self, validity: Validity) -> Validity:
        """The document's days with these in their place."""
        return Validity(self.start or validity.start, self.until or validity.until)
