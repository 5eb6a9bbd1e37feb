"""Which text of a law to cite: the law itself, or the consolidated text (VBHN) where amendments changed its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from corpus.passage import Passage
from corpus.reference import ProvisionRef
from corpus.relation import RelationKind
from corpus.store import CorpusReader
from corpus.validity import Status
from retriever.unit import article_ref

_FOOTNOTE = re.compile(r"\[\d+\]")
_SHOWN = (Status.IN_FORCE, Status.UNKNOWN)


Articles = dict[str, dict[str, list[Passage]]]
"""Document id to article reference to passages."""


class Versions:
    """The articles of a corpus on a day. A text without a date is kept: what it is worth is said where it is shown."""

    def __init__(self, corpus: CorpusReader, day: date, articles: Articles | None = None) -> None:
        """`articles` is kept by the caller for as long as the corpus stays as it is."""
        self._corpus, self._day = corpus, day
        self._articles: Articles = {} if articles is None else articles

    def article(self, ref: str) -> list[Passage]:
        """The passages of an article, in text order; empty where it is not held."""
        return self._of_document(ref.partition("#")[0]).get(ref, [])

    def around(self, ref: ProvisionRef) -> list[Passage]:
        """The first article that lies in a place or around it; empty where none is held."""
        articles = self._of_document(ref.document).values()
        return next((own for own in articles if any(ref.contains(p.ref) or p.ref.contains(ref) for p in own)), [])

    def shown(self, passages: Sequence[Passage]) -> bool:
        """Whether an article is law on the day, as far as is known."""
        return any(passage.validity.status_on(self._day) in _SHOWN for passage in passages)

    def holds(self, article: str) -> bool:
        """The same of an article by its ref; False where it is not held."""
        return self.shown(self.article(article))

    def base(self, document: str) -> str:
        """The law that a consolidated text consolidates; any other document itself."""
        revision = self._corpus.revision(document)
        relations = revision.relations if revision else ()
        targets = [r.target.document for r in relations if r.kind is RelationKind.CONSOLIDATES]
        return targets[0] if targets else document

    def preferred(self, passages: list[Passage]) -> list[Passage]:
        """The same article in the text to cite on the day."""
        document = passages[0].document.id
        base = self.base(document)
        original = self._same(passages, base)
        for consolidated in self._consolidations(base):
            current = self._same(passages, consolidated)
            if current:
                unchanged = bool(original) and self.shown(original) and plain(original) == plain(current)
                return original if unchanged else current
        return original if self.shown(original) else passages

    def _consolidations(self, base: str) -> list[str]:
        """Consolidated texts of a law that hold on the day, the latest first."""
        sources = {r.source.document for r in self._corpus.relations_to(base) if r.kind is RelationKind.CONSOLIDATES}
        held = [(self._corpus.validity(name), name) for name in sources if self.base(name) == base]
        holding = [(v.start, name) for v, name in held if v.start and v.holds_on(self._day)]
        return [name for _, name in sorted(holding, reverse=True)]

    def _same(self, passages: list[Passage], document: str) -> list[Passage]:
        ref = (passages[0].ref.dieu or passages[0].ref).within(document)
        return self._of_document(document).get(str(ref), [])

    def _of_document(self, document: str) -> dict[str, list[Passage]]:
        if document not in self._articles:
            table: dict[str, list[Passage]] = {}
            for passage in self._corpus.passages(document):
                table.setdefault(article_ref(passage), []).append(passage)
            self._articles[document] = table
        return self._articles[document]


def plain(passages: Sequence[Passage]) -> str:
    """The words of an article without spacing, case and footnote marks, to tell whether two texts say the same."""
    joined = " ".join(f"{passage.heading} {passage.lead} {passage.text}" for passage in passages)
    return " ".join(_FOOTNOTE.sub(" ", joined).lower().split())
