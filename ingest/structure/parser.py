"""From text to tree, one line after the other: each line begins a provision, ends the law, or is text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.level import Level
from corpus.problem import Problem, Severity
from corpus.provision import Provision
from corpus.reference import ProvisionRef
from ingest.structure.contents import end_of_contents
from ingest.structure.ending import VERIFIED, attached_kind, is_final, is_footer, is_regulation
from ingest.structure.growth import RANK, Growth, Node
from ingest.structure.headings import article_heading, grouping_heading
from ingest.structure.labels import Claim, annex_of, is_upper, section_of
from ingest.structure.lines import Line, article_places, lines_of
from ingest.structure.points import point_follows
from ingest.structure.quotes import QuoteTracker
from ingest.structure.sections import read_sections

_INSTRUCTION = re.compile(
    r"(?:Sửa đổi|Bổ sung|Bãi bỏ|Thay thế|Thay|Bỏ|Khoản|Điểm|Điều|Tên)(?![\wÀ-ỹ])"
    r".*(?:điều|khoản|điểm|cụm từ|chương|mục|phụ lục)",
    re.IGNORECASE,
)
_OWN_ARTICLE = re.compile(
    r"(?:Hiệu lực|Điều khoản|Quy định chuyển tiếp|Tổ chức thực hiện|Trách nhiệm|Sửa đổi|Bổ sung|Bãi bỏ|Thay thế)"
)
_LOOKAHEAD = 60
_GAP = 3


def parse_provisions(
    text: str, document_id: str, end: int | None = None, articles: Sequence[int] = ()
) -> tuple[tuple[Provision, ...], tuple[Problem, ...]]:
    """The tree of `text[:end]` and what was not understood. `document_id` begins every reference.

    Where the file marks its articles, `articles` are the places at which they begin: there and nowhere else.
    """
    lines = lines_of(text, len(text) if end is None else min(end, len(text)))
    reader = _Reader(lines, ProvisionRef(document_id), marked=frozenset(articles))
    reader.read()
    if not any(node.ref.dieu for node in reader.growth.roots) and not reader.has_article:
        return read_sections(lines, document_id)
    return tuple(root.freeze() for root in reader.growth.roots), tuple(reader.problems)


@dataclass(slots=True)
class _Reader:
    """The state of one reading."""

    lines: list[Line]
    document: ProvisionRef
    growth: Growth = field(default_factory=Growth)
    problems: list[Problem] = field(default_factory=list)
    quotes: QuoteTracker = field(default_factory=QuoteTracker)
    places: dict[int, list[int]] = field(default_factory=dict)
    marked: frozenset[int] = frozenset()
    scope: ProvisionRef = field(init=False)
    last: tuple[int, str] | None = None
    """Number of the last article of this scope (the act itself, or a text attached to it)."""
    ends: dict[int, str] = field(default_factory=dict)
    """The last character of the line that ends at each offset."""
    listing: set[ProvisionRef] = field(default_factory=set)
    """Points that are followed by a list of their own."""
    heads: dict[ProvisionRef, str] = field(default_factory=dict)
    """The line of each article's head, to know a head that is printed twice."""
    chapters: dict[Level, int] = field(default_factory=dict)
    ended: bool = False
    is_verified: bool = False
    """Whether the end is that of a consolidated text: footnotes follow, with articles of other acts."""
    heading_until: int = 0
    has_article: bool = False
    attached: int = 0
    annexes: int = 0

    def __post_init__(self) -> None:
        self.scope = self.document

    def read(self) -> None:
        """Go through all lines."""
        self.places = article_places(self.lines)
        self.heading_until = 0 if self.marked else end_of_contents(self.lines, self.places)
        self.ends = {line.end: line.text[-1] for line in self.lines}
        for place, line in enumerate(self.lines):
            if line.start in self.marked and self._begin_marked(place, line):
                continue
            if place < self.heading_until or self._is_quoted(line):
                self.growth.extend(line.end)
            elif self.ended:
                self._after_end(place, line)
            else:
                self._inside(place, line)

    # --- where we stand -------------------------------------------------------------------------

    def _is_quoted(self, line: Line) -> bool:
        if self.quotes.inside and self._resumes(line):
            self.quotes.leave()
            self._trouble(
                line, "Đoạn trích trong ngoặc kép phía trên không có dấu đóng; coi như kết thúc trước dòng này."
            )
        return self.quotes.feed(line.text)

    def _resumes(self, line: Line) -> bool:
        """Whether the act goes on here although the quotation before was never closed."""
        claim = line.claim
        if claim is None:
            return self.has_article and is_footer(line.text)
        rest = line.text[claim.rest_at :]
        if claim.level is Level.DIEU:
            return self._follows(claim) and claim.strong and bool(_OWN_ARTICLE.match(rest))
        if claim.level is Level.KHOAN and (article := self.growth.find(Level.DIEU)):
            clauses = [child for child in article.children if child.ref.path[-1].level is Level.KHOAN]
            return bool(clauses) and claim.value == clauses[-1].value + 1 and bool(_INSTRUCTION.match(rest))
        return False

    def _inside(self, place: int, line: Line) -> None:
        if self.has_article and self._ends(line):
            self._end()
            self.is_verified = line.text.startswith(VERIFIED)
            return
        if self.has_article and (self._begin_attached(place, line) or self._begin_annex(place, line)):
            return
        begun = self._begin_section(line) if line.claim is None else self._begin(place, line, line.claim)
        if not begun:
            self.growth.extend(line.end)
        if self.last is not None and is_final(line.text):
            self._end()

    def _after_end(self, place: int, line: Line) -> None:
        if self._begin_attached(place, line) or self._begin_annex(place, line):
            return
        self.is_verified = self.is_verified or line.text.startswith(VERIFIED)
        claim = line.claim
        if (
            claim is not None
            and claim.level is Level.DIEU
            and claim.strong
            and not self.growth.open
            and not self.is_verified
            and self._follows(claim)
        ):
            self._trouble(line, f"“{claim.number}” đứng sau phần ký tên nhưng nối tiếp số điều; vẫn coi là một điều.")
            self.ended = False
            self._begin(place, line, claim)
            return
        self.growth.extend(line.end)

    def _ends(self, line: Line) -> bool:
        if self.last is None:
            return False
        return any(is_footer(cell) for cell in line.text.split("\t"))

    def _end(self) -> None:
        self.growth.close()
        self.ended = True

    # --- what may begin -------------------------------------------------------------------------

    def _begin(self, place: int, line: Line, claim: Claim) -> bool:
        if claim.level is Level.DIEU:
            return self._begin_article(place, line, claim)
        if claim.level is Level.KHOAN:
            return self._begin_clause(place, line, claim)
        if claim.level is Level.DIEM:
            return self._begin_point(place, line, claim)
        return self._begin_grouping(place, line, claim)

    def _begin_marked(self, place: int, line: Line) -> bool:
        """An article that the file marks begins whatever stood before it: an open quotation, an annex, a signature."""
        claim = line.claim
        if claim is None or claim.level is not Level.DIEU:
            return False
        scope = self.scope if self._follows(claim) else self.document
        if scope.child(Level.DIEU, claim.number) in self.growth.taken:
            return False
        self.quotes.leave()
        self.scope, self.ended = scope, False
        self._add_article(place, line, claim)
        return True

    def _begin_article(self, place: int, line: Line, claim: Claim) -> bool:
        if self.marked and self.scope == self.document:
            return False  # the file marks its articles: this line is none
        if not self._follows(claim):
            if not claim.strong:
                return False
            if self.heads.get(self.scope.child(Level.DIEU, claim.number)) == line.text:
                reason = f"Điều {claim.number} được in hai lần; bản in sau giữ làm lời văn. Hãy kiểm tra lại tệp."
                self.problems.append(Problem(Severity.ERROR, reason, line.span))
                return False
            if self.last is not None and not self._jumps(place, claim):
                return self._stays_text(line, f"“Điều {claim.number}” không nối tiếp Điều {self._last_number()}")
            if self.last is not None:
                self._trouble(line, f"Số điều nhảy từ {self._last_number()} đến {claim.number}; có thể thiếu điều.")
        ref = self.scope.child(Level.DIEU, claim.number)
        if ref in self.growth.taken:
            return self._stays_text(line, f"“Điều {claim.number}” xuất hiện lần thứ hai")
        self._add_article(place, line, claim)
        return True

    def _add_article(self, place: int, line: Line, claim: Claim) -> None:
        heading, self.heading_until = article_heading(self.lines, place, claim)
        ref = self.scope.child(Level.DIEU, claim.number)
        self._add(ref, line, claim, heading)
        self.heads[ref] = line.text
        self.last, self.has_article = (claim.value, claim.suffix), True

    def _begin_section(self, line: Line) -> bool:
        """A section in capitals inside an article; the clauses after it are counted anew."""
        article = self.growth.find(Level.DIEU)
        claim = None if article is None or line.is_row else section_of(line.text)
        if article is None or claim is None:
            return False
        before = next((node for node in reversed(article.children) if node.ref.path[-1].level is Level.MUC), None)
        if claim.value != (before.value if before else 0) + 1:
            return False
        ref = article.ref.child(Level.MUC, claim.number)
        if ref in self.growth.taken:
            return False
        heading = line.text[claim.rest_at :]
        self._add(ref, line, claim, heading, RANK[Level.DIEU] + 0.5)
        return True

    def _begin_clause(self, place: int, line: Line, claim: Claim) -> bool:
        article = self.growth.find(Level.DIEU, Level.MUC)
        if article is None or article.ref.dieu is None:
            return False
        before = next((c for c in reversed(article.children) if c.ref.path[-1].level is Level.KHOAN), None)
        if line.text[claim.label_end - 1] == ")" and not (before.label[-1] == ")" if before else not article.children):
            return False  # `1)` is a clause where the whole article is numbered so, else a list inside one
        wanted = before.value + 1 if before else 1
        inserted = before is not None and claim.value == before.value and claim.suffix > before.suffix
        if not inserted and claim.value != wanted:
            near = before is not None and claim.value <= before.value + _GAP
            gap = claim.value > wanted and (near or (before is None and self._is_cut(article, place)))
            if not gap or self._comes(place, Level.KHOAN, wanted):
                return self._stays_text(
                    line, f"Số “{claim.number}” không nối tiếp khoản {before.value if before else 0}"
                )
            self._trouble(line, f"Số khoản nhảy đến {claim.number}, thiếu khoản {wanted}.")
        return self._add_unique(article.ref.child(Level.KHOAN, claim.number), line, claim)

    def _is_cut(self, article: Node, place: int) -> bool:
        """Whether an article that the file marks begins with a later clause: its first ones are no longer law."""
        return article.start in self.marked and place == self.heading_until

    def _begin_point(self, place: int, line: Line, claim: Claim) -> bool:
        parent = self.growth.find(Level.KHOAN, Level.DIEU, Level.MUC)
        if parent is not None and parent.ref.dieu is None:
            return False
        if parent is None:
            return False
        before = next((c for c in reversed(parent.children) if c.ref.path[-1].level is Level.DIEM), None)
        number = claim.number
        if before is not None and before.ref.path[-1].number == number == "d":
            number = "đ"
            self._trouble(line, "Hai điểm d liền nhau; điểm sau được đọc là điểm đ.")
        if before is not None and before.ref.path[-1].number == "đ" and number == "d":
            self._trouble(line, "Điểm d đứng sau điểm đ; giữ đúng như văn bản in.")
            return self._add_unique(parent.ref.child(Level.DIEM, number), line, claim)
        if number[1:] and before is not None and self._announces(before):
            self.listing.add(before.ref)
            return False  # b1), b2) below a point that ends with a colon are its own list, not inserted points
        if not point_follows(before.ref.path[-1].number if before else None, number, claim.strong):
            return claim.strong and self._stays_text(line, f"Điểm “{number})” không nối tiếp danh sách điểm")
        return self._add_unique(parent.ref.child(Level.DIEM, number), line, claim)

    def _begin_grouping(self, place: int, line: Line, claim: Claim) -> bool:
        if not claim.strong:
            return False
        rank = RANK[claim.level]
        above = [node for node in self.growth.open if node.rank < rank]
        parent = above[-1] if above else None
        siblings = parent.children if parent else self.growth.roots
        before = next((node for node in reversed(siblings) if node.ref.path[-1].level is claim.level), None)
        last = before.value if before else 0
        again = before is not None and claim.value == last and claim.suffix > before.suffix
        if before is not None and claim.value <= last and not again:
            return self._stays_text(line, f"“{line.text[: claim.label_end]}” không nối tiếp số {last}")
        expected = {last + 1, self.chapters.get(claim.level, 0) + 1}
        if claim.value not in expected and not again:
            self._trouble(line, f"“{line.text[: claim.label_end]}” nhảy số (trước đó là {last}).")
        ref = (parent.ref if parent else self.scope).child(claim.level, claim.number)
        if ref in self.growth.taken:
            return self._stays_text(line, f"“{line.text[: claim.label_end]}” xuất hiện lần thứ hai")
        heading, self.heading_until = grouping_heading(self.lines, place, claim)
        self._add(ref, line, claim, heading)
        self.chapters[claim.level] = claim.value
        return True

    def _begin_attached(self, place: int, line: Line) -> bool:
        following = [other.text for other in self.lines[place + 1 : place + 7]]
        kind = attached_kind(line.text, following)
        if kind is None:
            return False
        heading, until = _title_below(self.lines, place, kind)
        if not is_regulation(kind) or not self._has_articles(place):
            return self._add_annex(line, kind, "", heading)
        self.attached += 1
        ref = self.document.child(Level.KEM_THEO, str(self.attached))
        self.growth.add(Node(ref, 0, kind, heading, line.start, line.end, line.end, self.attached))
        self.scope, self.last, self.ended, self.heading_until = ref, None, False, until
        self.chapters.clear()
        return True

    def _begin_annex(self, place: int, line: Line) -> bool:
        claim = None if line.is_row else annex_of(line.text)
        if claim is None or not (self.ended or claim.strong or self._stands_alone(place, claim)):
            return False
        label = line.text[: claim.label_end]
        return self._add_annex(line, label, claim.number, line.text[claim.rest_at :] or self._name_below(place))

    def _stands_alone(self, place: int, claim: Claim) -> bool:
        """Whether the head of an annex has its own line and a name in capitals below it."""
        return claim.label_end == len(self.lines[place].text) and bool(self._name_below(place))

    def _name_below(self, place: int) -> str:
        """The line after the head of an annex, when it is set in capitals as names are."""
        below = self.lines[place + 1].text if place + 1 < len(self.lines) else ""
        return below if is_upper(below) and annex_of(below) is None else ""

    def _add_annex(self, line: Line, label: str, number: str, heading: str) -> bool:
        self.annexes += 1
        number = number or str(self.annexes)
        ref = self.document.child(Level.PHU_LUC, number)
        if ref in self.growth.taken:
            self.growth.extend(line.end)
            return True
        self.growth.add(Node(ref, 0, label, heading, line.start, line.end, line.end))
        self.ended = True
        return True

    # --- small questions ------------------------------------------------------------------------

    def _follows(self, claim: Claim) -> bool:
        if self.last is None:
            return claim.value == 1
        value, suffix = self.last
        return (claim.value == value + 1) or (claim.value == value and claim.suffix > suffix)

    def _jumps(self, place: int, claim: Claim) -> bool:
        """Whether a number that is too high begins an article: the missing one does not come later."""
        if self.last is None or claim.value <= self.last[0]:
            return False
        later = self.places.get(self.last[0] + 1, [])
        return bisect_right(later, place) == len(later)

    def _comes(self, place: int, level: Level, value: int) -> bool:
        for line in self.lines[place + 1 : place + 1 + _LOOKAHEAD]:
            if line.claim is not None and line.claim.level is Level.DIEU and line.claim.strong:
                return False
            if line.claim is not None and line.claim.level is level and line.claim.value == value:
                return True
        return False

    def _has_articles(self, place: int) -> bool:
        first = self.places.get(1, [])
        return bisect_right(first, place) < len(first)

    def _announces(self, node: Node) -> bool:
        """Whether the words of a point end with a colon: what follows is a list below it."""
        return node.ref in self.listing or self.ends.get(node.text_end, "") == ":"

    def _last_number(self) -> str:
        return f"{self.last[0]}{self.last[1]}" if self.last else "0"

    # --- what is kept ---------------------------------------------------------------------------

    def _add_unique(self, ref: ProvisionRef, line: Line, claim: Claim) -> bool:
        if ref in self.growth.taken:
            return self._stays_text(line, f"“{line.text[: claim.label_end]}” xuất hiện lần thứ hai")
        self._add(ref, line, claim, "")
        return True

    def _add(self, ref: ProvisionRef, line: Line, claim: Claim, heading: str, rank: float | None = None) -> None:
        label = line.text[: claim.label_end]
        node = Node(
            ref,
            RANK[claim.level] if rank is None else rank,
            label,
            heading,
            line.start,
            line.end,
            line.end,
            claim.value,
            claim.suffix,
        )
        self.growth.add(node)
        self.growth.extend(line.end)

    def _stays_text(self, line: Line, reason: str) -> bool:
        self._trouble(line, reason + "; giữ làm lời văn.")
        return False

    def _trouble(self, line: Line, reason: str) -> None:
        self.problems.append(Problem(Severity.WARNING, reason, line.span))


def _title_below(lines: list[Line], place: int, kind: str) -> tuple[str, int]:
    """The title of an attached text, and the first line after its head."""
    rest = lines[place].text[len(kind) :].strip()
    words = [rest] if rest else []
    until = place + 1
    for other in lines[place + 1 : place + 7]:
        if other.claim is not None or other.is_row:
            break
        until += 1
        if "kèm theo" in other.text.lower():
            break
        words.append(other.text)
    return " ".join(words), until
