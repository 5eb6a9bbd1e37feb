"""Instructions on phrases: `Thay thế cụm từ “A” bằng cụm từ “B” tại khoản 1 Điều 5; bỏ cụm từ “C” tại Điều 7`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.phrase import Phrase, PhraseVerb
from corpus.provision import Provision
from corpus.reference import Step
from corpus.span import Span
from ingest.phrase_places import NamedPlace, names_whole_act, places_in, with_articles
from ingest.structure.quotes import quoted_spans

_ROLE = re.compile(
    r"(?:^|[\s,;.(])(?P<lead>thay thế|thay|sửa đổi|sửa|đính chính|bổ sung|thêm|bãi bỏ|hủy bỏ|huỷ bỏ|xóa bỏ|bỏ"
    r"|bằng|thành|sau|trước)(?:\s+(?:các|một số))?(?P<noun>\s+(?:cụm từ|từ ngữ|từ|chữ))?\s*:?\s*$",
    re.IGNORECASE,
)
_NEXT = re.compile(r"(?:^|[\s,;])(?:các )?(?:cụm từ|từ ngữ|từ|chữ)\s*:?\s*$", re.IGNORECASE)
"""A further phrase of the same verb."""
_JOINS = re.compile(r"\s*(?:,|;|và|, và)?\s*$")
_AT = re.compile(r"(?:^|[\s,;])(?:tại|trong|ở)\s+(?:các\s+)?", re.IGNORECASE)
_MORE_THAN_PHRASES = re.compile(
    r";\s*(?:bãi bỏ|hủy bỏ|huỷ bỏ|sửa đổi|bổ sung|thay thế)[^;“\"«]{0,30}\s(?:điểm|khoản|điều)\s", re.IGNORECASE
)
"""After a list of places: an instruction on whole places follows on the same line."""
_OLD, _NEW = ("thay", "sửa", "đính"), ("bằng", "thành")
_MORE, _LESS = ("bổ sung", "thêm"), ("bỏ", "bãi", "hủy", "huỷ", "xóa")
_BESIDE = {"sau": PhraseVerb.AFTER, "trước": PhraseVerb.BEFORE}


@dataclass(frozen=True, slots=True)
class PhraseChange:
    """A changed phrase at one place of the other act; None where the place is told, but not how its words change."""

    path: tuple[Step, ...]
    phrase: Phrase | None


@dataclass(frozen=True, slots=True)
class PhrasesRead:
    """What the instructions of a provision change, and whether that is all that they say."""

    changes: tuple[PhraseChange, ...] = ()
    is_whole: bool = False


@dataclass(slots=True)
class _Item:
    """One phrase while its instruction is read."""

    inserts: bool
    verb: PhraseVerb | None
    old: Span | None = None
    new: Span | None = None
    places: list[NamedPlace] = field(default_factory=list)

    @property
    def is_ready(self) -> bool:
        """Whether all that the verb needs was said."""
        return self.phrase(NamedPlace(())) is not None

    def phrase(self, place: NamedPlace) -> Phrase | None:
        """The change at a place."""
        lacks = self.new is None and self.verb is not PhraseVerb.DELETE
        if self.verb is None or self.old is None or lacks:
            return None
        return Phrase(self.verb, self.old, self.new, place.own_only)


@dataclass(slots=True)
class _Reader:
    items: list[_Item] = field(default_factory=list)
    kind: str = ""
    """The verb that a further phrase continues: `old`, `more`, `less`."""
    lead_places: list[NamedPlace] = field(default_factory=list)
    is_whole: bool = True

    def feed(self, before: str, quote: Span) -> None:
        """Take a quotation with the words between it and the one before."""
        role = _ROLE.search(before)
        following = None if role else (_NEXT.search(before) or (_JOINS.match(before) if self.items else None))
        said = role or following
        self.place(before[: said.start()] if said else before, is_last=False)
        lead = role["lead"].lower() if role else ""
        if role and lead.startswith(_NEW):
            self._fill_new(quote)
        elif role and lead in _BESIDE:
            self._fill_beside(_BESIDE[lead], quote)
        elif role and role["noun"]:
            self.kind = "old" if lead.startswith(_OLD) else "more" if lead in _MORE else "less"
            self._begin(quote)
        elif following:
            self.kind = self.kind or "old"
            self._begin(quote)
        else:
            self.kind, self.is_whole = "", False

    def place(self, words: str, is_last: bool) -> None:
        """Give the places in words to the phrases that have none; places said before any phrase are of all."""
        at = _AT.search(words)
        found = places_in(words[at.end() :] if at else "")
        self.is_whole = self.is_whole and (found.is_whole or not at) and not _MORE_THAN_PHRASES.search(words)
        waiting = [item for item in self.items if not item.places]
        if not self.items:
            self.lead_places = list(found.places)
        elif found.places:
            for item in waiting:
                item.places = list(found.places)
        elif is_last and names_whole_act(words):
            for item in waiting:
                item.places = [NamedPlace(())]

    def _begin(self, quote: Span) -> None:
        if self.kind == "more":
            self.items.append(_Item(True, None, None, quote))
        else:
            verb = PhraseVerb.REPLACE if self.kind == "old" else PhraseVerb.DELETE
            self.items.append(_Item(False, verb, quote))

    def _fill_new(self, quote: Span) -> None:
        waiting = [item for item in self.items if item.verb is PhraseVerb.REPLACE and item.new is None]
        self.is_whole = self.is_whole and bool(waiting)
        for item in waiting:
            item.new = quote

    def _fill_beside(self, verb: PhraseVerb, quote: Span) -> None:
        waiting = [item for item in self.items if item.inserts and item.old is None and not item.places]
        self.is_whole = self.is_whole and bool(waiting)
        for item in waiting:
            item.verb, item.old = verb, quote


def read_phrases(part: Provision, text: str, article: str | None) -> PhrasesRead:
    """The phrases that a provision's own words change; `article` is that of the instruction above."""
    own = part.own.slice(text)
    if not re.search(r"cụm từ|\b(?:từ|chữ) [“\"«]", own, re.IGNORECASE):
        return PhrasesRead()
    reader, done = _Reader(), part.span.start + len(part.label)
    for quote in quoted_spans(text, part.own):
        reader.feed(_said(text, done, quote.start - 1), _trimmed(quote, text))
        done = quote.end + 1
    reader.place(_said(text, done, part.text_end), is_last=True)
    return _result(reader, article)


def _result(reader: _Reader, article: str | None) -> PhrasesRead:
    ready = [item for item in reader.items if item.is_ready]
    for item in ready:
        item.places = item.places or reader.lead_places
    placed = [(item, place) for item in ready for place in item.places]
    named = with_articles([place for _, place in placed], article)
    changes = [
        PhraseChange(place.path, item.phrase(place) if place.is_read else None)
        for (item, _), place in zip(placed, named, strict=True)
        if place is not None
    ]
    is_whole = reader.is_whole and len(ready) == len(reader.items) and None not in named
    return PhrasesRead(tuple(dict.fromkeys(changes)), is_whole and all(item.places for item in ready) and bool(ready))


def _said(text: str, start: int, end: int) -> str:
    return " ".join(text[start : max(start, end)].split())


def _trimmed(quote: Span, text: str) -> Span:
    words = quote.slice(text)
    start = quote.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
