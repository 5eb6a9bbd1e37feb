"""The extractive answer: clauses chosen and put in order, each a slice of a stored text with its marker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.passage import Passage
from corpus.span import Span
from prompts.clause import body, clauses, is_point, leads, words_in
from prompts.relevance import Relevance
from prompts.wording import ORIGINS, is_verbatim, unnumbered

MOST_WORDS = 250
_WHOLE = 60
_FIRST = 110
"""Words shown of the best passage: a list that the question asks for is not cut short."""
_NEXT = re.compile(
    r"(?i)\b(nộp|hồ sơ|đơn yêu cầu|đơn khởi kiện|đăng ký|giấy tờ|bản sao|nơi cư trú|thời hạn|ngày làm việc|"
    r"lệ phí|án phí|miễn phí|báo tin|tố giác|gửi đến|yêu cầu (?:Tòa án|cơ quan|Ủy ban)|có thẩm quyền)\b"
)
_EXCEPT = re.compile(r"(?i)\b(trừ trường hợp|trừ khi|không áp dụng|không có quyền|tuy nhiên|không được quyền)\b")
_MARKER = re.compile(r"\[(\d+)\]")
_HELD = re.compile("\ue000(\\d+)\ue001")
"""A marker while an answer is put together: law text may hold `[6]` of its own, never this."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A marker and the one contiguous place it points to. `span` counts in the revision's text."""

    marker: int
    passage: Passage
    span: Span

    @property
    def text(self) -> str:
        """The words at the place."""
        at = self.passage.span.start
        return self.passage.text[self.span.start - at : self.span.end - at]


@dataclass(frozen=True, slots=True)
class Composition:
    """An answer's text and what its markers point to, in the order of the markers."""

    text: str
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A vetted plain answer whose `[n]` markers index `cites` (counted from 1).

    A cite is the passages of one provision: a whole article has several.
    """

    answer: str
    cites: tuple[tuple[Passage, ...], ...]


@dataclass(slots=True)
class _Draft:
    """Quotes as they are given out; a place quoted twice keeps its marker."""

    quotes: list[Quote] = field(default_factory=list)
    named: set[str] = field(default_factory=set)

    def quote(self, passage: Passage, span: Span) -> Quote:
        for known in self.quotes:
            if known.passage.sha256 == passage.sha256 and known.span == span:
                return known
        self.quotes.append(Quote(len(self.quotes) + 1, passage, span))
        return self.quotes[-1]

    def holds(self, passage: Passage, span: Span) -> bool:
        return any(q.passage.sha256 == passage.sha256 and q.span.contains(span) for q in self.quotes)

    def label(self, passage: Passage) -> str:
        """The place in words; a document's number is said once."""
        first = passage.document.id not in self.named
        self.named.add(passage.document.id)
        return f"{passage.ref.label()} {passage.document.name if first else unnumbered(passage.document)}".strip()


def compose(question: str, passages: Sequence[Passage], prepared: Prepared | None = None) -> Composition:
    """Answer from `passages` (best first) in the order: short answer, basis, what to do next, what may change it."""
    told = f"{question} {prepared.answer}" if prepared else question
    judge = Relevance(told, [p.text for p in passages])
    draft = _Draft()
    first = _from_card(prepared, judge, draft) if prepared else _from_best(passages[0], judge, draft)
    chosen = [] if prepared else _worth(passages, judge)
    basis = [line for p in chosen for line in _points(p, judge, draft)]
    ahead = _picked(passages, judge, draft, _NEXT, 2)
    unless = _picked(passages, judge, draft, _EXCEPT, 1)
    return _assembled(first, basis, ahead, unless, draft.quotes)


def excerpt(passage: Passage, judge: Relevance, most: int = _WHOLE) -> list[Span]:
    """The places of a passage to show, in order: all when short, else its lead-in and what was asked about."""
    text = passage.text
    whole = body(text, passage.heading)
    if words_in(whole.slice(text)) <= most:
        return [_moved(whole, passage)]
    parts = clauses(text, whole)
    room, kept = most, set[int]()
    if leads(text, parts[0]):
        kept.add(0)
        room -= words_in(parts[0].slice(text))
    for place in sorted(range(len(parts)), key=lambda i: (-judge.of(parts[i].slice(text)), i)):
        size = words_in(parts[place].slice(text))
        if place not in kept and (size <= room or (kept <= {0} and place not in kept)):
            kept.add(place)
            room -= size
        if room <= 0:
            break
    return [_moved(span, passage) for span in _joined(parts, kept)]


def _joined(parts: Sequence[Span], kept: set[int]) -> list[Span]:
    runs: list[Span] = []
    for place in sorted(kept):
        if runs and place - 1 in kept:
            runs[-1] = Span(runs[-1].start, parts[place].end)
        else:
            runs.append(parts[place])
    return runs


def _moved(span: Span, passage: Passage) -> Span:
    return Span(span.start + passage.span.start, span.end + passage.span.start)


def _shown(quotes: Sequence[Quote]) -> str:
    """Quoted words with their markers: law between quotation marks, a digest without."""
    if is_verbatim(quotes[0].passage.document.origin):
        return " … ".join(f"“{quote.text}” {_held(quote)}" for quote in quotes)
    return " … ".join(f"{quote.text} {_held(quote)}" for quote in quotes)


def _held(quote: Quote) -> str:
    return f"\ue000{quote.marker}\ue001"


def _named(passage: Passage, draft: _Draft) -> str:
    origin = passage.document.origin
    note = f" ({ORIGINS[origin]})" if ORIGINS[origin] != "nguyên văn" else ""
    return draft.label(passage) + note


def _from_best(passage: Passage, judge: Relevance, draft: _Draft) -> str:
    """A lead sentence from the best passage: what the rule is about, where it stands, and its words."""
    subject = f"{passage.heading} – " if passage.heading else ""
    return f"{subject}theo {_points(passage, judge, draft, _FIRST)[0].removeprefix('- ')}"


def _from_card(prepared: Prepared, judge: Relevance, draft: _Draft) -> str:
    """The card's words, its markers turned to quotes of the provisions that it cites."""

    def turned(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        if not 0 <= place < len(prepared.cites):
            return ""
        best = sorted(prepared.cites[place], key=lambda p: -judge.of(p.text))[:2]
        cited = [p for p in prepared.cites[place] if p in best]
        quotes = [draft.quote(p, span) for p in cited for span in excerpt(p, judge)]
        return " ".join(map(_held, quotes))

    text = _MARKER.sub(turned, prepared.answer).strip()
    lines = [f"- {_named(p, draft)}: {_shown(quotes)}" for p, quotes in _by_passage(draft.quotes)]
    return "\n".join((text, "", "Căn cứ:", *lines))


def _by_passage(quotes: Sequence[Quote]) -> list[tuple[Passage, list[Quote]]]:
    grouped: dict[str, tuple[Passage, list[Quote]]] = {}
    for quote in quotes:
        grouped.setdefault(str(quote.passage.ref), (quote.passage, []))[1].append(quote)
    return list(grouped.values())


def _points(passage: Passage, judge: Relevance, draft: _Draft, most: int = _WHOLE) -> list[str]:
    spans = [span for span in excerpt(passage, judge, most) if not draft.holds(passage, span)]
    if not spans:
        return []
    return [f"- {_named(passage, draft)}: {_shown([draft.quote(passage, span) for span in spans])}"]


def _worth(passages: Sequence[Passage], judge: Relevance) -> list[Passage]:
    """The passages after the first that say as much of the question, three at most."""
    best = passages[0]
    bar = 0.6 * judge.of(f"{best.heading} {best.text}")
    near = [
        p
        for p in passages[1:]
        if judge.of(f"{p.heading} {p.text}") >= bar or (p.ref.dieu is not None and p.ref.dieu == best.ref.dieu)
    ]
    return near[:3]


def _picked(
    passages: Sequence[Passage], judge: Relevance, draft: _Draft, sign: re.Pattern[str], most: int
) -> list[str]:
    """Clauses of the first passages that carry a sign and were not yet shown."""
    found: list[str] = []
    for passage in passages[:5]:
        for clause in clauses(passage.text, body(passage.text, passage.heading)):
            words, span = clause.slice(passage.text), _moved(clause, passage)
            if not sign.search(words) or leads(passage.text, clause) or is_point(passage.text, clause):
                continue
            if draft.holds(passage, span) or words_in(words) > _WHOLE or not judge.of(words) >= 0.15:
                continue
            found.append(f"- {_named(passage, draft)}: {_shown([draft.quote(passage, span)])}")
            if len(found) == most:
                return found
    return found


def _assembled(first: str, basis: list[str], ahead: list[str], unless: list[str], quotes: list[Quote]) -> Composition:
    """Join the parts, leaving out what would make the answer too long; markers left unused lose their quotes."""
    kept: dict[str, list[str]] = {"Căn cứ:": [], "Việc có thể làm tiếp:": [], "Điều có thể làm khác đi:": []}
    room = MOST_WORDS - words_in(first)
    for title, lines in zip(kept, (basis, ahead, unless), strict=True):
        for line in lines:
            if words_in(line) <= room:
                kept[title].append(line)
                room -= words_in(line)
    parts = [first, *("\n".join((title, *lines)) for title, lines in kept.items() if lines)]
    return renumbered("\n\n".join(parts), quotes)


def renumbered(text: str, quotes: Sequence[Quote]) -> Composition:
    """Number the held markers by their order in the text and keep the quotes that are pointed to."""
    known = {quote.marker: quote for quote in quotes}
    order = [int(number) for number in dict.fromkeys(_HELD.findall(text))]
    places = {old: new for new, old in enumerate(order, start=1)}
    said = _HELD.sub(lambda match: f"[{places[int(match[1])]}]", text)
    return Composition(said, tuple(Quote(places[old], known[old].passage, known[old].span) for old in order))
