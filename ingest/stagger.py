"""Provisions that take effect, or end, on another day than their act: `Điều 190 … có hiệu lực từ ngày 01/4/2024`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from corpus.effect import Effect
from corpus.level import Level
from corpus.provision import Provision
from corpus.reference import ProvisionRef
from corpus.relation import Relation
from ingest.dates import days_after, find_dates
from ingest.effect import articles_of
from ingest.number import find_numbers
from ingest.place_list import places_at
from ingest.structure.quotes import QuoteTracker

_TAKES = re.compile(r"(?:thì )?(?:bắt đầu |tiếp tục )?(?:có hiệu lực|được áp dụng|được thực hiện)(?: thi hành)?\b")
_FROM = re.compile(r"\s*(?:kể )?từ\s+(?=ngày|\d)")
_SIGNED = re.compile(r"ngày\s+(?:ký|ban hành|công bố|(?:được\s+)?(?:Quốc hội\s+)?thông qua)", re.IGNORECASE)
_UNTIL = re.compile(r"(?:cho\s+)?đến\s+(?P<whole>hết\s+)?(?:trước\s+)?(?=ngày)")
_BARE_DAY = re.compile(r"(?<=đến hết )(?=\d{1,2}(?:/| tháng ))")
_EXCEPT = re.compile(r"\btrừ\s+")
_LEAD = re.compile(
    r"[\s,;:]*(?:Riêng |riêng )?(?:(?:trừ )?(?:các )?(?:trường hợp )?(?:các )?(?:quy định|nội dung)(?: quy định)?"
    r"(?: tại| ở)?|trường hợp)?\s*",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\s*(?:(?:của|tại) )?(?:Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định|Văn bản) này\s*",
    re.IGNORECASE,
)
_MORE = re.compile(r"\s*(?:,|;|và)\s")
_BELOW = re.compile(r"(?:sau đây|sau)\s*$")
_SENTENCE = re.compile(r"\.\s+(?=[A-ZĐÀ-Ỹ])")


def staggered(provisions: tuple[Provision, ...], text: str, issued_on: date | None) -> tuple[Effect, ...]:
    """The provisions of this act that its articles on effect give days of their own, as far as they exist.

    Only whole provisions are read: where just a matter in a clause is delayed (`quy định về … tại khoản 3`), the
    words are no list of places, and nothing is said of the clause.
    """
    found: dict[ProvisionRef, Effect] = {}
    for article in _on_effect(provisions):
        for part in article.walk():
            for stagger in _of_part(part, text, issued_on, provisions):
                found.setdefault(stagger.ref, stagger)
    return tuple(found.values())


def dated_by_source(relations: Iterable[Relation], effects: tuple[Effect, ...]) -> tuple[Relation, ...]:
    """The relations, those that stand in a provision with a day of its own from that day."""
    return tuple(replace(r, effective=_day_of(r.source, effects) or r.effective) for r in relations)


def _day_of(source: ProvisionRef, effects: tuple[Effect, ...]) -> date | None:
    around = [effect for effect in effects if effect.ref.contains(source) and effect.start is not None]
    return max(around, key=lambda effect: len(effect.ref.path)).start if around else None


def _on_effect(provisions: tuple[Provision, ...]) -> list[Provision]:
    articles = list(articles_of(provisions))
    named = [a for a in articles if re.search("hiệu lực thi hành|thi hành|hiệu lực của", a.heading, re.IGNORECASE)]
    return [*named, *(a for a in articles[-5:] if a not in named)]


def _of_part(part: Provision, text: str, issued_on: date | None, provisions: tuple[Provision, ...]) -> Iterator[Effect]:
    words = _BARE_DAY.sub("ngày ", _words(part, text))
    for sentence in _SENTENCE.split(words):
        since = 0
        for takes in _TAKES.finditer(sentence):
            start, until, end = _days(sentence[takes.end() :], issued_on)
            if start is None and until is None:
                continue
            subject = sentence[since : takes.start()]
            since = takes.end() + end
            refs = [*_subject(subject, part.ref, provisions), *_listed(subject, part, text, provisions)]
            yield from (Effect(ref, start, until, part.ref) for ref in refs)


def _days(words: str, issued_on: date | None) -> tuple[date | None, date | None, int]:
    """From and until which day, and where the words about it end."""
    start, end = None, 0
    if begins := _FROM.match(words):
        day = next(find_dates(words[begins.end() : begins.end() + 40]), None)
        if day is not None and day[1] == 0:
            start, end = day[0], begins.end() + day[2]
        elif _SIGNED.match(words, begins.end()):
            start, end = issued_on, begins.end()
    stops = _UNTIL.search(words, end, end + 40)
    last = next(find_dates(words[stops.end() : stops.end() + 40]), None) if stops else None
    if stops is None or last is None or last[1] != 0:
        return start, None, end
    return start, days_after(last[0], 1) if stops["whole"] else last[0], stops.end() + last[2]


def _subject(words: str, source: ProvisionRef, provisions: tuple[Provision, ...]) -> Iterator[ProvisionRef]:
    """The places that the subject of `có hiệu lực` begins with, unless they may be another act's."""
    exceptions = list(_EXCEPT.finditer(words))
    before = words[: exceptions[-1].start()] if exceptions else ""
    words = words[exceptions[-1].end() :] if exceptions else words
    lead = _LEAD.match(words)
    refs, end = places_at(words, lead.end() if lead else 0, source, provisions)
    rest = words[end:]
    own = _OWN.match(rest)
    rest = rest[own.end() :] if own else rest
    if find_numbers(before) or find_numbers(rest) or (rest.strip(" ,;") and not _MORE.match(rest)):
        return
    yield from refs


def _listed(words: str, part: Provision, text: str, provisions: tuple[Provision, ...]) -> Iterator[ProvisionRef]:
    """The places in the points below `Các quy định sau đây có hiệu lực từ ngày …:`."""
    if not _BELOW.search(words):
        return
    for child in part.children:
        yield from _subject(_words(child, text).rstrip(".;"), part.ref, provisions)


def _words(part: Provision, text: str) -> str:
    """A provision's own words without its label and without quoted text, on one line."""
    tracker = QuoteTracker()
    lines = [line for line in part.own.slice(text)[len(part.label) :].split("\n") if not tracker.feed(line)]
    words = "\n".join(lines)
    if part.level is Level.DIEU and words.lstrip(" .:").startswith(part.heading):
        words = words.lstrip(" .:")[len(part.heading) :]
    # the lines of one provision are sentences of their own
    return ". ".join(" ".join(line.split()).lstrip(".: ") for line in words.split("\n") if line.strip(" .:"))
