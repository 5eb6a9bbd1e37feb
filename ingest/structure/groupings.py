"""Where what groups articles begins (part, chapter, section, subsection), and the sections inside long articles."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.level import Level
from corpus.reference import ProvisionRef
from ingest.structure.growth import RANK, Node, last_of
from ingest.structure.headings import grouping_heading
from ingest.structure.labels import Claim, section_of
from ingest.structure.lines import Line
from ingest.structure.progress import Progress


@dataclass(slots=True)
class Groupings:
    """The groupings of the act and of the texts attached to it."""

    progress: Progress
    last: dict[tuple[ProvisionRef, Level], int] = field(default_factory=dict)
    """The last number of each level in each scope: chapters may be counted through all parts."""

    def begin(self, place: int, line: Line, claim: Claim) -> bool:
        """Whether a grouping begins here."""
        progress = self.progress
        if not claim.strong:
            return False
        above = [node for node in progress.growth.open if node.rank < RANK[claim.level]]
        parent = above[-1] if above else None
        label = line.text[: claim.label_end]
        if not self._is_in_order(line, claim, self._before(parent, claim.level)):
            return False
        ref = (parent.ref if parent else progress.scope).child(claim.level, claim.number)
        if progress.repeats(ref, line, label):
            return False
        heading, progress.heading_until = grouping_heading(progress.lines, place, claim)
        progress.growth.begin(ref, line, claim, heading)
        self.last[progress.scope, claim.level] = claim.value
        return True

    def _before(self, parent: Node | None, level: Level) -> Node | None:
        return last_of(parent.children if parent else self.progress.growth.roots, level)

    def _is_in_order(self, line: Line, claim: Claim, before: Node | None) -> bool:
        """Whether a number may come after the one before; a gap is let in and told."""
        label, last = line.text[: claim.label_end], before.value if before else 0
        if before is not None and claim.value == last and claim.suffix > before.suffix:
            return True
        if before is not None and claim.value <= last:
            self.progress.stays_text(line, f"“{label}” không nối tiếp số {last}")
            return False
        through = self.last.get((self.progress.scope, claim.level), 0)
        if claim.value not in (last + 1, through + 1):
            self.progress.trouble(line, f"“{label}” nhảy số (trước đó là {last}).")
        return True

    def begin_section(self, line: Line) -> bool:
        """Whether a section in capitals begins inside an article; the clauses after it are counted anew."""
        article = self.progress.growth.find(Level.DIEU)
        claim = None if article is None or line.is_row else section_of(line.text)
        if article is None or claim is None:
            return False
        before = article.last(Level.MUC)
        ref = article.ref.child(Level.MUC, claim.number)
        if claim.value != (before.value if before else 0) + 1 or ref in self.progress.growth.taken:
            return False
        self.progress.growth.begin(ref, line, claim, line.text[claim.rest_at :], RANK[Level.DIEU] + 0.5)
        return True
