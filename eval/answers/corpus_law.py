"""The law as a corpus in this process holds it."""

from __future__ import annotations

from datetime import date

from api.reading import provision_on
from corpus.reference import ProvisionRef
from corpus.store import CorpusReader
from eval.answers.law import Held
from eval.passages import twins_in


class CorpusLaw:
    """A corpus, read for checks; a provision of a day is worked out once."""

    def __init__(self, corpus: CorpusReader) -> None:
        self._corpus = corpus
        self._provisions: dict[tuple[ProvisionRef, date], Held | None] = {}
        self._twins = twins_in(corpus)

    def text(self, document: str, sha256: str) -> str | None:
        """The stored text of a revision."""
        held = self._corpus.revision(document, sha256)
        return held.text if held else None

    def provision(self, ref: ProvisionRef, day: date) -> Held | None:
        """A provision as it stood on a day."""
        key = (ref, day)
        if key not in self._provisions:
            self._provisions[key] = self._found(ref, day)
        return self._provisions[key]

    def base(self, document: str) -> str:
        """The law that a consolidated text repeats."""
        return self._twins.get(document, document)

    def _found(self, ref: ProvisionRef, day: date) -> Held | None:
        revision = self._corpus.revision(ref.document)
        seen = provision_on(revision, ref, self._corpus, day) if revision else None
        if seen is None:
            return None
        return Held(seen.text, seen.standing.status.value, ref.label(), seen.standing.heading)
