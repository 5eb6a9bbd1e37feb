"""From text to tree, one line after the other: each line begins a provision, ends the law, or is text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.level import Level
from corpus.problem import Problem
from corpus.provision import Provision
from corpus.reference import ProvisionRef
from ingest.structure.articles import Articles
from ingest.structure.attachments import Attachments
from ingest.structure.clauses import Clauses
from ingest.structure.contents import end_of_contents
from ingest.structure.continuation import end_of_continuation
from ingest.structure.ending import VERIFIED, is_final, is_footer, is_office
from ingest.structure.groupings import Groupings
from ingest.structure.labels import Claim
from ingest.structure.lines import Line, article_places, lines_of
from ingest.structure.points import Points
from ingest.structure.progress import Progress
from ingest.structure.quotes import QuoteTracker
from ingest.structure.resumption import resumes
from ingest.structure.sections import read_sections


def parse_provisions(
    text: str, document_id: str, end: int | None = None, articles: Sequence[int] = ()
) -> tuple[tuple[Provision, ...], tuple[Problem, ...]]:
    """The tree of `text[:end]` and what was not understood. `document_id` begins every reference.

    Where the file marks its articles, `articles` are the places at which they begin: there and nowhere else.
    """
    lines = lines_of(text, len(text) if end is None else min(end, len(text)))
    progress = Progress(lines, ProvisionRef(document_id), frozenset(articles), article_places(lines))
    _Reader(progress).read()
    if not progress.has_article:
        return read_sections(lines, document_id)
    return tuple(root.freeze() for root in progress.growth.roots), tuple(progress.problems)


@dataclass(slots=True)
class _Reader:
    """One reading: what each line is, and who begins what."""

    progress: Progress
    quotes: QuoteTracker = field(default_factory=QuoteTracker)
    articles: Articles = field(init=False)
    clauses: Clauses = field(init=False)
    points: Points = field(init=False)
    groupings: Groupings = field(init=False)
    attachments: Attachments = field(init=False)
    continued_at: int = 0
    """The first line after the gazette's head of a further issue."""
    is_verified: bool = False
    """Whether the end is that of a consolidated text: footnotes follow, with articles of other acts."""

    def __post_init__(self) -> None:
        self.articles, self.clauses = Articles(self.progress), Clauses(self.progress)
        self.points, self.groupings = Points(self.progress), Groupings(self.progress)
        self.attachments = Attachments(self.progress)

    def read(self) -> None:
        """Go through all lines."""
        progress = self.progress
        progress.heading_until = 0 if progress.marked else end_of_contents(progress.lines, progress.places)
        for place, line in enumerate(progress.lines):
            if line.start in progress.marked and self.articles.begin_marked(place, line):
                self.quotes.leave()
            elif place < progress.heading_until or self._is_quoted(line):
                progress.growth.extend(line.end)
            elif progress.ended:
                self._after_end(place, line)
            else:
                self._inside(place, line)

    def _is_quoted(self, line: Line) -> bool:
        if self.quotes.inside and resumes(line, self.progress):
            self.quotes.leave()
            self.progress.trouble(
                line, "Đoạn trích trong ngoặc kép phía trên không có dấu đóng; coi như kết thúc trước dòng này."
            )
        return self.quotes.feed(line.text)

    def _inside(self, place: int, line: Line) -> None:
        progress = self.progress
        if progress.has_article and place >= self.continued_at:
            self.continued_at = end_of_continuation(progress.lines, place)
        if place < self.continued_at:
            self._begin(place, line)
            return
        if self._is_signed(place, line):
            progress.end()
            self.is_verified = line.text.startswith(VERIFIED)
            return
        if progress.has_article and self.attachments.begin(place, line):
            return
        if not self._begin(place, line):
            progress.growth.extend(line.end)
        if progress.last is not None and is_final(line.text):
            progress.end()

    def _after_end(self, place: int, line: Line) -> None:
        if self.attachments.begin(place, line):
            return
        self.is_verified = self.is_verified or line.text.startswith(VERIFIED)
        claim = line.claim
        if claim is not None and self._goes_on(claim):
            reason = f"“{claim.number}” đứng sau phần ký tên nhưng nối tiếp số điều; vẫn coi là một điều."
            self.progress.trouble(line, reason)
            self.progress.ended = False
            self.articles.begin(place, line, claim)
            return
        self.progress.growth.extend(line.end)

    def _goes_on(self, claim: Claim) -> bool:
        """Whether an article after the signature is still one of the act."""
        is_article = claim.level is Level.DIEU and claim.strong
        return is_article and not self.progress.growth.open and not self.is_verified and self.progress.follows(claim)

    def _is_signed(self, place: int, line: Line) -> bool:
        """Whether the signatures of this scope begin, in any cell of the line."""
        if self.progress.last is None:
            return False
        below = self.progress.lines[place + 1].text if place + 1 < len(self.progress.lines) else ""
        return is_office(line.text, below) or any(is_footer(cell) for cell in line.text.split("\t"))

    def _begin(self, place: int, line: Line) -> bool:
        """Whether the line begins a provision of the level that it claims."""
        claim = line.claim
        if claim is None:
            noted = self.groupings.begin_section(line) or self.clauses.begin_noted(place, line)
            return noted or self.clauses.begin_bare(place, line)
        if claim.level is Level.DIEU:
            return self.articles.begin(place, line, claim)
        if claim.level is Level.KHOAN:
            return self.clauses.begin(place, line, claim)
        if claim.level is Level.DIEM:
            return self.points.begin(place, line, claim)
        return self.groupings.begin(place, line, claim)
