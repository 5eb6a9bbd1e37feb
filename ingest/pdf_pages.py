"""The pages of a PDF apart into what is law, what is a footnote, and what is only furniture of the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.pdf_rows import Row
from ingest.running_heads import is_continuation, is_gazette_head, is_page_number, is_stamp

_SMALL = 0.935
_PUBLISHER = re.compile(r"VĂN PHÒNG CHÍNH PHỦ XUẤT BẢN")
_ENDED = (".", "”", '"', ".”", "./")


@dataclass(frozen=True, slots=True)
class Page:
    """One page: the rows of the law, and those of its footnotes."""

    number: int
    body: list[Row]
    notes: list[Row]


def divide(pages: list[list[Row]]) -> list[Page]:
    """All pages without furniture, footnotes apart; raised numbers that point to them are dropped from the body."""
    repeated = _repeated(pages)
    body_size = _body_size(pages)
    out: list[Page] = []
    for number, rows in enumerate(pages, start=1):
        kept = [row for row in rows if not _is_furniture(row, rows, repeated)]
        if kept and _PUBLISHER.search(kept[0].text) and len(kept) < 12:
            kept = []
        before = out[-1].notes if out else []
        out.append(_divided(number, kept, body_size, before))
    return out


def _divided(number: int, rows: list[Row], body_size: float, before: list[Row]) -> Page:
    first = len(rows)
    while first > 0 and rows[first - 1].size <= _SMALL * body_size:
        first -= 1
    goes_on = bool(before) and _is_open(before)
    if not goes_on:
        first = next((place for place in range(first, len(rows)) if rows[place].lead is not None), len(rows))
    notes = rows[first:]
    numbers = {row.lead for row in notes if row.lead is not None}
    for row in rows[:first]:
        row.text = row.without_marks(numbers)
    return Page(number, rows[:first], notes)


def _is_open(notes: list[Row]) -> bool:
    """Whether the last footnote of a page goes on overleaf: its sentence or its quotation is not closed."""
    first = max((place for place, row in enumerate(notes) if row.lead is not None), default=0)
    words = " ".join(row.text.strip() for row in notes[first:])
    return not words.endswith(_ENDED) or words.count("“") > words.count("”")


def note_texts(pages: list[Page]) -> Iterator[str]:
    """The footnotes of all pages, one text each, in order."""
    words: list[str] = []
    for page in pages:
        for row in page.notes:
            if row.lead is not None and words:
                yield " ".join(words)
                words = []
            words.append(row.text.strip())
    if words:
        yield " ".join(words)


def _body_size(pages: list[list[Row]]) -> float:
    sizes: Counter[float] = Counter()
    for rows in pages:
        for row in rows:
            sizes[round(row.size, 1)] += len(row.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _repeated(pages: list[list[Row]]) -> set[str]:
    """Words that stand first or last on most pages, their digits aside."""
    if len(pages) < 4:
        return set()
    seen: Counter[str] = Counter()
    for rows in pages:
        ordered = sorted(rows, key=lambda row: -row.y)
        seen.update({_shape(row.text) for row in (*ordered[:2], *ordered[-2:])})
    return {shape for shape, count in seen.items() if count > max(3, 0.5 * len(pages)) and len(shape) > 3}


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split()))


def _is_furniture(row: Row, rows: list[Row], repeated: set[str]) -> bool:
    text = row.text.strip()
    if is_gazette_head(text) or is_continuation(text) or is_stamp(text) or _shape(text) in repeated:
        return True
    if not is_page_number(text):
        return False
    heights = sorted((other.y for other in rows), reverse=True)
    return row.y >= heights[min(1, len(heights) - 1)] or row.y <= heights[-min(2, len(heights))]
