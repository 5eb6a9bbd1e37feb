"""Rows joined into paragraphs by how they are set: indents, full lines, the space between."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.level import Level
from ingest.extract import Paragraph
from ingest.pdf_pages import Page
from ingest.pdf_rows import Row
from ingest.structure.ending import is_footer
from ingest.structure.labels import annex_of, claim_of, is_upper

_STEP = 6.0
"""Points by which a first line stands in."""
_SEVERAL, _SHARE, _EVEN = 5, 0.25, 2.0
"""So many rows, and such a share of a page's, that end within so many points show its right edge."""
_LABEL = 24
"""The head of an annex alone is shorter: `Phụ lục XII`, `Mẫu số 04/ĐK`."""
_STOPS = (".", ";", ":", "”", '"', "./.", "!", "?")


@dataclass(frozen=True, slots=True)
class Setting:
    """How a document is set: where lines end, how far apart they are, which left edges begin or continue paragraphs."""

    right: float
    """Where the lines of most pages end."""
    leading: float
    firsts: frozenset[int]
    continuing: frozenset[int]

    @classmethod
    def of(cls, pages: Sequence[Page]) -> Setting:
        """Measured over all pages."""
        right = _typical_right(pages)
        gaps: Counter[int] = Counter()
        firsts: Counter[int] = Counter()
        continuing: Counter[int] = Counter()
        for page in pages:
            margin = _right_of(page, right)
            for row, after in itertools.pairwise(page.body):
                gap = row.y - after.y
                if 0 < gap < 3 * row.size and _is_sentence(row, after):
                    gaps[round(gap)] += 1
                if row.x0 - after.x0 > _STEP and _is_full(row, after, margin):
                    firsts[round(row.x0)] += 1
                    continuing[round(after.x0)] += 1
        total = max(1, sum(len(page.body) for page in pages))
        leading = float(gaps.most_common(1)[0][0]) if gaps else 0.0
        return cls(right, leading, _frequent(firsts, total), _frequent(continuing, total))

    def on(self, page: Page) -> Setting:
        """How this page is set: a page across (a table, an annex) has another right edge than the others."""
        return replace(self, right=_right_of(page, self.right))


def paragraphs_of(pages: list[Page]) -> Iterator[Paragraph]:
    """The paragraphs of the law, each with the page on which it begins."""
    whole = Setting.of(pages)
    begun: list[Row] = []
    place = 1
    last: tuple[int, Setting] | None = None
    for page in pages:
        setting = whole.on(page)
        for row in page.body:
            if last is not None and _continues(begun, row, last[0] == page.number, last[1]):
                begun.append(row)
            else:
                if begun:
                    yield Paragraph(_joined(begun), place)
                begun, place = [row], page.number
            last = (page.number, setting)
    if begun:
        yield Paragraph(_joined(begun), place)
    if pages:
        yield Paragraph("", pages[-1].number)


def _typical_right(pages: Sequence[Page]) -> float:
    """The right edge in the middle of those of all pages, weighed by their rows."""
    edges = sorted(edge for page in pages for edge in [_edge(page)] * len(page.body))
    return edges[len(edges) // 2] if edges else 0.0


def _edge(page: Page) -> float:
    rights = sorted(row.x1 for row in page.body)
    return rights[int(len(rights) * 0.97)] if rights else 0.0


def _right_of(page: Page, typical: float) -> float:
    """The right edge of a page: the furthest one at which many of its rows end, else the widest that may be meant."""
    rights = sorted((row.x1 for row in page.body), reverse=True)
    many = max(_SEVERAL, int(_SHARE * len(rights)))
    together = zip(rights, rights[many - 1 :], strict=False)
    return next((edge for edge, other in together if edge - other < _EVEN), max(typical, _edge(page)))


def _is_sentence(row: Row, after: Row) -> bool:
    """Whether two rows are one sentence by their words alone."""
    return not _is_ended(row) and after.text.lstrip()[:1].islower() and "\t" not in row.text + after.text


def _continues(begun: Sequence[Row], row: Row, same_page: bool, setting: Setting) -> bool:
    """Whether `row` goes on with the paragraph begun."""
    before = begun[-1]
    if _is_cut(before.text.rstrip(), row.text.lstrip()):
        return True
    if not _is_full(before, row, setting.right) or _is_new_by_words(before, row, setting):
        return False
    if _stands_below(begun, row) or (not same_page and _is_annex(row)):
        return False
    by_place = _by_place(before, row) if same_page else None
    return _by_edge(before, row, same_page, setting) if by_place is None else by_place


def _is_new_by_words(before: Row, row: Row, setting: Setting) -> bool:
    """Whether the words alone show a new paragraph: table cells, a label after a full stop, the end of capitals."""
    if "\t" in row.text or "\t" in before.text:
        return True
    capitals, more_capitals = is_upper(before.text), is_upper(row.text)
    if (capitals and not more_capitals) or (_is_ended(before) and (more_capitals or _claims(row.text))):
        return True
    edge = round(row.x0)
    return _heads(row.text) and (not _near(edge, setting.continuing) or _near(edge, setting.firsts))


def _by_place(before: Row, row: Row) -> bool | None:
    """What height and indent tell of two rows of one page; None where they tell nothing."""
    gap = before.y - row.y
    if gap < -before.size or gap > 3 * before.size:
        return gap < 0 and not _is_ended(before) and not _claims(row.text)
    if row.x0 > before.x0 + _STEP:
        return False
    return True if row.x0 < before.x0 - _STEP else None


def _by_edge(before: Row, row: Row, same_page: bool, setting: Setting) -> bool:
    """What the left edge tells; where it is used for both kinds, the space above and the end of the last row."""
    begins, goes_on = (_near(round(row.x0), edges) for edges in (setting.firsts, setting.continuing))
    if begins != goes_on:
        return goes_on
    wide = same_page and 0 < 1.28 * setting.leading < before.y - row.y
    return not wide and not (_is_ended(before) and before.x1 < setting.right - 3 * before.size)


def _is_ended(row: Row) -> bool:
    return row.text.rstrip().endswith(_STOPS)


def _is_full(row: Row, after: Row, right: float) -> bool:
    """Whether the next row's first word had no room on this one."""
    words = after.text.split(maxsplit=1)
    width = (row.x1 - row.x0) / max(1, len(row.text.strip()))
    return row.x1 + (len(words[0]) + 1 if words else 1) * width > right - 1


def _claims(text: str) -> bool:
    claim = claim_of(text.strip())
    return claim is not None and (claim.strong or claim.level in (Level.KHOAN, Level.DIEM))


def _heads(text: str) -> bool:
    """Whether a row reads as the head of an article, chapter or section."""
    claim = claim_of(text.strip())
    return claim is not None and claim.strong and claim.level not in (Level.KHOAN, Level.DIEM)


def _stands_below(begun: Sequence[Row], row: Row) -> bool:
    """Whether a row begins anew by what stands above it: below an article its first clause, below an annex its name."""
    if is_upper(row.text) and is_footer(row.text.strip()):
        return True
    if len(begun) == 1 and _is_annex(begun[0]) and len(begun[0].text) < _LABEL:
        return True
    return _heads(begun[0].text) and _is_first_clause(row.text)


def _is_annex(row: Row) -> bool:
    return annex_of(row.text.strip()) is not None


def _is_first_clause(text: str) -> bool:
    """Whether a row begins the first clause, which stands below the name of an article."""
    claim = claim_of(text.strip())
    return claim is not None and claim.strong and claim.level is Level.KHOAN and claim.value == 1


def _near(edge: int, edges: frozenset[int]) -> bool:
    return any(abs(edge - other) <= 2 for other in edges)


def _frequent(counts: Counter[int], total: int) -> frozenset[int]:
    return frozenset(edge for edge, count in counts.items() if count >= max(2, total // 100))


def _joined(rows: Sequence[Row]) -> str:
    text = rows[0].text.strip()
    for more in (row.text.strip() for row in rows[1:]):
        text += more if _is_cut(text, more) else " " + more
    return text


def _is_cut(text: str, more: str) -> bool:
    """Whether a number like `01/2022/TTLT-VKSNDTC-` was cut at its hyphen."""
    return len(text) > 1 and text[-1] == "-" and text[-2].isalnum() and more[:1].isupper()
