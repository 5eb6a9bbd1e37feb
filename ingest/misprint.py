"""What was printed and what it should have been: `Tại khoản 2 Điều 5 đã in là: “A”, nay sửa lại là: “B”`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.provision import Provision
from corpus.reference import Step
from corpus.span import Span
from ingest.phrase_places import places_in, with_articles
from ingest.structure.quotes import quoted_spans

_WAS = re.compile(
    r"(?:đã|được|bị)?\s*(?:in|viết|ghi|đánh máy)(?: sai| nhầm)?(?: là| thành)?\s*:?\s*$"
    r"|(?:chỉnh sửa|sửa|đính chính)(?: lại)?(?: nội dung| đoạn| câu| số)?\s*:?\s*$",
    re.IGNORECASE,
)
_IS = re.compile(
    r"(?:(?:sửa|đính chính|đọc|chỉnh sửa|điều chỉnh)(?: lại)? )?(?:cho đúng )?(?:thành|là|như sau)"
    r"(?: cụm từ| từ| nội dung| đoạn| câu)?\s*:?\s*$",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?:điểm|khoản|điều)\s+(?=[\da-zđ])", re.IGNORECASE)
_ELSEWHERE = re.compile(r"phụ lục|mẫu số|biểu|bảng|căn cứ|trích yếu|tên gọi|tiêu đề|\btên\b", re.IGNORECASE)
_LINE = re.compile(r",?\s*(?:dòng|trang|hàng)\s", re.IGNORECASE)
_NOTE = re.compile(r"\([^()]*\)")
_OPEN_ENDS = re.compile(r"\A(?:…|\.{3,})\s*|\s*(?:…|\.{3,})\Z")


@dataclass(frozen=True, slots=True)
class Misprint:
    """`said` is what stands before the printed words: it tells the place."""

    said: str
    printed: Span
    right: Span

    @property
    def names_place(self) -> bool:
        """Whether a place is told here, and not with the misprint before."""
        return _PLACE.search(self.said) is not None or _ELSEWHERE.search(self.said) is not None


def misprints(part: Provision, text: str) -> Iterator[Misprint]:
    """The misprints that a provision's own words tell, in order."""
    done = part.span.start + len(part.label)
    said, old = "", None
    for quote in quoted_spans(text, part.own):
        before = " ".join(text[done : max(done, quote.start - 1)].split()).rstrip(' “"«')
        done = min(quote.end + 1, part.text_end)
        if old is not None and _IS.search(before):
            yield Misprint(said, old, _trimmed(quote, text))
            old = None
        elif _WAS.search(before):
            said, old = before, _trimmed(quote, text)
        else:
            old = None


def place_in(said: str, article: str | None) -> tuple[Step, ...] | None:
    """The one place of the other document that words name."""
    words = _WAS.sub("", without_notes(said)).rstrip(" ,:;")
    place = _PLACE.search(words)
    if place is None or _ELSEWHERE.search(words):
        return None
    words = _LINE.split(words[place.start() :])[0].rstrip(" ,:;")
    named = with_articles(places_in(words).places, article)
    if len(named) != 1 or named[0] is None or not named[0].is_read:
        return None
    return named[0].path or None


def without_notes(words: str) -> str:
    """Words without what stands in brackets, such as which act a corrected one had amended."""
    return _NOTE.sub("", words)


def _trimmed(quote: Span, text: str) -> Span:
    """A quotation without the space and the dots (`… trong 10 ngày …`) at its ends."""
    words = quote.slice(text)
    kept = _OPEN_ENDS.sub("", words.strip()).strip()
    start = quote.start + words.index(kept)
    return Span(start, start + len(kept))
