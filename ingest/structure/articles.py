"""Where an article begins: its number follows the last one, or the file marks it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from corpus.level import Level
from corpus.problem import Problem, Severity
from corpus.reference import ProvisionRef
from ingest.structure.headings import article_heading
from ingest.structure.labels import Claim
from ingest.structure.lines import Line
from ingest.structure.progress import Progress


@dataclass(slots=True)
class Articles:
    """The articles of the act and of the texts attached to it."""

    progress: Progress
    heads: dict[ProvisionRef, str] = field(default_factory=dict)
    """The line of each article's head, to know a head that is printed twice."""

    def begin(self, place: int, line: Line, claim: Claim) -> bool:
        """Whether an article begins here."""
        progress = self.progress
        if progress.marked and progress.scope == progress.document:
            return False  # the file marks its articles: this line is none
        if not progress.follows(claim) and not self._is_let_in(place, line, claim):
            return False
        if progress.repeats(progress.scope.child(Level.DIEU, claim.number), line, f"Điều {claim.number}"):
            return False
        self._add(place, line, claim)
        return True

    def begin_marked(self, place: int, line: Line) -> bool:
        """An article that the file marks begins whatever stood before it: an open quotation, an annex, a signature."""
        claim, progress = line.claim, self.progress
        if claim is None or claim.level is not Level.DIEU:
            return False
        scope = progress.scope if progress.follows(claim) else progress.document
        if scope.child(Level.DIEU, claim.number) in progress.growth.taken:
            return False
        progress.scope, progress.ended = scope, False
        self._add(place, line, claim)
        return True

    def _is_let_in(self, place: int, line: Line, claim: Claim) -> bool:
        """Whether an article whose number does not follow begins all the same, and what is odd about it."""
        progress = self.progress
        if not claim.strong:
            return False
        if self.heads.get(progress.scope.child(Level.DIEU, claim.number)) == line.text:
            reason = f"Điều {claim.number} được in hai lần; bản in sau giữ làm lời văn. Hãy kiểm tra lại tệp."
            progress.problems.append(Problem(Severity.ERROR, reason, line.span))
            return False
        if progress.last is None:
            return True
        if not self._jumps(place, claim):
            progress.stays_text(line, f"“Điều {claim.number}” không nối tiếp Điều {progress.last_number}")
            return False
        progress.trouble(line, f"Số điều nhảy từ {progress.last_number} đến {claim.number}; có thể thiếu điều.")
        return True

    def _jumps(self, place: int, claim: Claim) -> bool:
        """Whether a number that is too high begins an article: the missing one does not come later."""
        last = self.progress.last
        if last is None or claim.value <= last[0]:
            return False
        later = self.progress.places.get(last[0] + 1, [])
        return bisect_right(later, place) == len(later)

    def _add(self, place: int, line: Line, claim: Claim) -> None:
        progress = self.progress
        heading, progress.heading_until = article_heading(progress.lines, place, claim)
        ref = progress.scope.child(Level.DIEU, claim.number)
        progress.growth.begin(ref, line, claim, heading)
        self.heads[ref] = line.text
        progress.last, progress.has_article = (claim.value, claim.suffix), True
