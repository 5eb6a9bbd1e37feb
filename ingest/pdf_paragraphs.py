"""Rows joined into paragraphs by how they are set: indents, full lines, the space between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.level import Level
from ingest.extract import Paragraph
from ingest.pdf_pages import Page
from ingest.pdf_rows import Row
from ingest.structure.labels import claim_of, is_upper

_STEP = 6.0
"""Points by which a first line stands in."""
_STOPS = (".", ";", ":", "”", '"', "./.", "!", "?")


@dataclass(frozen=True, slots=True)
class Setting:
    """How a document is set: where its lines end, how far apart they are, which left edges begin or continue paragraphs."""

    right: float
    leading: float
    firsts: frozenset[int]
    continuing: frozenset[int]

    @classmethod
    def of(cls, pages: Iterable[Page]) -> Setting:
        """Measured over all pages."""
        rows = [page.body for page in pages]
        rights = sorted(row.x1 for body in rows for row in body)
        right = rights[int(len(rights) * 0.97)] if rights else 0.0
        gaps: Counter[int] = Counter()
        firsts: Counter[int] = Counter()
        continuing: Counter[int] = Counter()
        for body in rows:
            for row, after in zip(body, body[1:], strict=False):
                gap = row.y - after.y
                if 0 < gap < 3 * row.size:
                    gaps[round(gap)] += 1
                if row.x0 - after.x0 > _STEP and _is_full(row, after, right):
                    firsts[round(row.x0)] += 1
                    continuing[round(after.x0)] += 1
        total = max(1, sum(len(body) for body in rows))
        leading = float(gaps.most_common(1)[0][0]) if gaps else 0.0
        return cls(right, leading, _frequent(firsts, total), _frequent(continuing, total))


def paragraphs_of(pages: list[Page]) -> Iterator[Paragraph]:
    """The paragraphs of the law, each with the page on which it begins."""
    setting = Setting.of(pages)
    words: list[str] = []
    begun = 1
    last: tuple[int, Row] | None = None
    for page in pages:
        for row in page.body:
            if last is not None and _continues(last[1], row, last[0] == page.number, setting):
                words.append(row.text.strip())
            else:
                if words:
                    yield Paragraph(_joined(words), begun)
                words, begun = [row.text.strip()], page.number
            last = (page.number, row)
    if words:
        yield Paragraph(_joined(words), begun)
    if pages:
        yield Paragraph("", pages[-1].number)


def _continues(before: Row, row: Row, same_page: bool, setting: Setting) -> bool:
    """Whether `row` goes on with the paragraph of `before`."""
    if _is_cut(before.text.rstrip(), row.text.lstrip()):
        return True
    if "\t" in row.text or "\t" in before.text or not _is_full(before, row, setting.right):
        return False
    ended = before.text.rstrip().endswith(_STOPS)
    capitals = is_upper(before.text)
    if (ended and _claims(row.text)) or (capitals != is_upper(row.text) and capitals):
        return False
    edge = round(row.x0)
    if _heads(row.text) and (not _near(edge, setting.continuing) or _near(edge, setting.firsts)):
        return False
    if same_page:
        gap = before.y - row.y
        if gap < -before.size or gap > 3 * before.size:
            return not ended and not _claims(row.text) and gap < 0
        if row.x0 > before.x0 + _STEP:
            return False
        if row.x0 < before.x0 - _STEP:
            return True
        wide = setting.leading > 0 and gap > 1.28 * setting.leading
    else:
        wide = False
    if _near(edge, setting.firsts) and not _near(edge, setting.continuing):
        return False
    if _near(edge, setting.continuing) and not _near(edge, setting.firsts):
        return True
    return not wide and not (ended and before.x1 < setting.right - 3 * before.size)


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


def _near(edge: int, edges: frozenset[int]) -> bool:
    return any(abs(edge - other) <= 2 for other in edges)


def _frequent(counts: Counter[int], total: int) -> frozenset[int]:
    return frozenset(edge for edge, count in counts.items() if count >= max(2, total // 100))


def _joined(words: list[str]) -> str:
    text = words[0]
    for more in words[1:]:
        text += more if _is_cut(text, more) else " " + more
    return text


def _is_cut(text: str, more: str) -> bool:
    """Whether a number like `01/2022/TTLT-VKSNDTC-` was cut at its hyphen."""
    return len(text) > 1 and text[-1] == "-" and text[-2].isalnum() and more[:1].isupper()
