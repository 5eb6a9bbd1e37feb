"""Where a clause (khoản) begins: the next number of the open article."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.level import Level
from ingest.structure.growth import Node
from ingest.structure.labels import Claim, bare_clause, noted_clause
from ingest.structure.lines import Line
from ingest.structure.progress import Progress

_LOOKAHEAD = 60
_GAP = 3


@dataclass(slots=True)
class Clauses:
    """The clauses of articles, and of the sections inside them."""

    progress: Progress

    def begin(self, place: int, line: Line, claim: Claim) -> bool:
        """Whether a clause begins here."""
        article = self.progress.growth.find(Level.DIEU, Level.MUC)
        if article is None or article.ref.dieu is None:
            return False
        before = article.last(Level.KHOAN)
        if line.text[claim.label_end - 1] == ")" and not (before.label[-1] == ")" if before else not article.children):
            return False  # `1)` is a clause where the whole article is numbered so, else a list inside one
        if not self._follows(claim, before) and not self._is_let_in(place, line, claim, article):
            return False
        ref = article.ref.child(Level.KHOAN, claim.number)
        if self.progress.repeats(ref, line, line.text[: claim.label_end]):
            return False
        self.progress.growth.begin(ref, line, claim)
        return True

    def begin_noted(self, place: int, line: Line) -> bool:
        """Whether a clause begins here behind whose number the mark of a note stands: only the next one does."""
        article = self.progress.growth.find(Level.DIEU, Level.MUC)
        claim = noted_clause(line.text) if self.progress.is_consolidated and not line.is_row else None
        if claim is None or article is None or not self._follows(claim, article.last(Level.KHOAN)):
            return False
        return self.begin(place, line, claim)

    def begin_bare(self, place: int, line: Line) -> bool:
        """Whether a clause without a full stop after its number begins here.

        Only where the article has the clause before it and the one after it, and the line above ends a sentence or
        is the head of the article.
        """
        claim = None if line.is_row else bare_clause(line.text)
        article = self.progress.growth.find(Level.DIEU)
        if claim is None or article is None or article.ref.dieu is None:
            return False
        before = article.last(Level.KHOAN)
        above = self.progress.lines[place - 1].text
        is_head = before is None and bool(article.heading) and above.endswith(article.heading[-30:])
        follows = claim.value == (before.value if before else 0) + 1
        if not follows or not (is_head or above[-1] in ".;:") or self._comes(place, claim.value):
            return False
        return self._comes(place, claim.value + 1) and self.begin(place, line, claim)

    @staticmethod
    def _follows(claim: Claim, before: Node | None) -> bool:
        if before is None:
            return claim.value == 1
        return claim.value == before.value + 1 or (claim.value == before.value and claim.suffix > before.suffix)

    def _is_let_in(self, place: int, line: Line, claim: Claim, article: Node) -> bool:
        """Whether a clause begins though some before it are missing, which is told."""
        before = article.last(Level.KHOAN)
        last = before.value if before else 0
        near = claim.value <= last + _GAP if before else self._is_cut(article, place)
        if claim.value <= last + 1 or not near or self._comes(place, last + 1):
            self.progress.stays_text(line, f"Số “{claim.number}” không nối tiếp khoản {last}")
            return False
        self.progress.trouble(line, f"Số khoản nhảy đến {claim.number}, thiếu khoản {last + 1}.")
        return True

    def _is_cut(self, article: Node, place: int) -> bool:
        """Whether an article that the file marks begins with a later clause: its first ones are no longer law."""
        return article.start in self.progress.marked and place == self.progress.heading_until

    def _comes(self, place: int, value: int) -> bool:
        """Whether the clause of this number stands further on in the article."""
        for line in self.progress.lines[place + 1 : place + 1 + _LOOKAHEAD]:
            if line.claim is not None and line.claim.level is Level.DIEU and line.claim.strong:
                return False
            if line.claim is not None and line.claim.level is Level.KHOAN and line.claim.value == value:
                return True
        return False
