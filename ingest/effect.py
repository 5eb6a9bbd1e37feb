"""When a document takes effect, read from its article on effect (Điều 53 Luật 64/2025/QH15: the text says it)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpus.level import Level
from corpus.provision import Provision
from ingest.dates import days_after, find_dates

_TYPES = (
    r"(?:Bộ luật|Luật|Hiến pháp|Pháp lệnh|Nghị định|Nghị quyết|Thông tư liên tịch|Thông tư|Quyết định|Chỉ thị"
    r"|Quy chế|Quy định|Kế hoạch)"
)
_STATES = re.compile(
    rf"(?:{_TYPES} (?:này|số \S+)|Văn bản này)(?:[^.;\n]{{0,40}}?)\s(?:bắt đầu )?có hiệu lực(?: thi hành)?\b",
    re.IGNORECASE,
)
_PART_OF = re.compile(r"(?:điều|khoản|điểm|chương|mục|phụ lục)\s+[^\s.:]+ (?:của )?$", re.IGNORECASE)
"""What stands before `Luật này` where only a part of the act takes effect (`Điều 5 của Luật này có hiệu lực …`)."""
_AFTER = re.compile(r"sau\s+(\d{1,3})(?:\s*\([^)]*\))?\s*ngày", re.IGNORECASE)
_SIGNED = re.compile(r"ngày\s+(?:ký|ban hành|(?:được\s+)?(?:Quốc hội\s+)?thông qua)", re.IGNORECASE)
_BUDGET_YEAR = re.compile(r"từ năm (?:ngân sách|tài chính) ((?:19|20)\d\d)", re.IGNORECASE)
_UNTIL = re.compile(r"\bđến hết\s+(?=ngày)", re.IGNORECASE)
_SENTENCE = 220


@dataclass(frozen=True, slots=True)
class Effect:
    """The first day in force, the first day no longer in force, and the provision that says so."""

    start: date | None = None
    until: date | None = None
    source: Provision | None = None


def articles_of(provisions: tuple[Provision, ...]) -> Iterator[Provision]:
    """The articles of the act itself, without those of attached texts."""
    for root in provisions:
        for part in root.walk():
            if part.level is Level.DIEU and len(part.ref.path) == 1:
                yield part


def read_effect(provisions: tuple[Provision, ...], text: str, issued_on: date | None) -> Effect:
    """What the article on effect says; unknown where no article does."""
    articles = list(articles_of(provisions))
    named = [a for a in articles if "hiệu lực" in a.heading.lower() or "điều khoản thi hành" in a.heading.lower()]
    rest = [a for a in articles if a not in named]
    for article in [*reversed(named), *reversed(rest[-12:]), *rest[:1]]:
        effect = _stated(article, text, issued_on)
        if effect is not None:
            return effect
    return Effect()


def stated_start(words: str) -> date | None:
    """The first day in force that words say of their own act (`Luật này có hiệu lực thi hành từ ngày …`)."""
    starts = (_start(words[m.end() : m.end() + _SENTENCE].split(".\n")[0], None) for m in _STATES.finditer(words))
    return next((day for day in starts if day is not None), None)


def _stated(article: Provision, text: str, issued_on: date | None) -> Effect | None:
    words = article.span.slice(text)
    for match in _STATES.finditer(words):
        if _PART_OF.search(words, max(0, match.start() - 40), match.start()):
            continue
        sentence = words[match.end() : match.end() + _SENTENCE].split(".\n")[0]
        start = _start(sentence, issued_on)
        if start is not None:
            return Effect(start, _until(sentence), article)
    return None


def _start(sentence: str, issued_on: date | None) -> date | None:
    dated = next(iter(find_dates(sentence)), None)
    if dated is not None and dated[1] <= 60:
        return dated[0]
    head = sentence[:60]
    if year := _BUDGET_YEAR.search(head):
        return date(int(year[1]), 1, 1)
    if issued_on is not None and (after := _AFTER.search(head)):
        return days_after(issued_on, int(after[1]))
    return issued_on if _SIGNED.search(head) else None


def _until(sentence: str) -> date | None:
    if match := _UNTIL.search(sentence):
        last = next(iter(find_dates(sentence[match.end() : match.end() + 40])), None)
        return days_after(last[0], 1) if last else None
    return None
