"""The extractive answer: clauses chosen and put in order, each a slice of a stored text with its marker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.document import LegalDocument, Origin
from corpus.passage import Passage
from corpus.reference import ProvisionRef
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
_CHANGED = " [lời cũ, đã được sửa đổi]"
_ENOUGH = 0.2
"""The least that a passage beside the first must say of the question, of 1."""
_AS_MUCH = 0.6
"""A point of a list is left out when it says less of the question than this share of what the best point says."""
_MARKER = re.compile(r"\[(\d+)\]")
_HELD = re.compile("\ue000(\\d+)\ue001")
"""A marker while an answer is put together: law text may hold `[6]` of its own, never this."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A marker and the one contiguous place it points to. `span` counts in the revision's text."""

    marker: int
    passage: Passage
    span: Span
    ref: ProvisionRef

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
class Place:
    """A provision to quote: the passage that holds it, and its own span where it is less than the passage."""

    passage: Passage
    ref: ProvisionRef
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A vetted plain answer whose `[n]` markers index `cites` (counted from 1).

    A cite is the places of one provision: a whole article has several.
    """

    answer: str
    cites: tuple[tuple[Place, ...], ...]


@dataclass(slots=True)
class _Draft:
    """Quotes as they are given out; a place quoted twice keeps its marker."""

    quotes: list[Quote] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    outdated: frozenset[ProvisionRef] = frozenset()

    def quote(self, passage: Passage, span: Span, ref: ProvisionRef | None = None) -> Quote:
        for known in self.quotes:
            if known.passage.sha256 == passage.sha256 and known.span == span:
                return known
        self.quotes.append(Quote(len(self.quotes) + 1, passage, span, ref or passage.ref))
        return self.quotes[-1]

    def holds(self, passage: Passage, span: Span) -> bool:
        return any(q.passage.sha256 == passage.sha256 and q.span.contains(span) for q in self.quotes)

    def label(self, quote: Quote) -> str:
        """The place in words; a document's number and what kind of text it is are said once, outdated words always."""
        document = quote.passage.document
        changed = _CHANGED if quote.passage.ref in self.outdated else ""
        if document.id in self.named:
            note = " (tóm lược)" if not is_verbatim(document.origin) else ""
            return f"{quote.ref.label()} {unnumbered(document)}".strip() + note + changed
        self.named.add(document.id)
        return f"{quote.ref.label()} {_titled(document)}".strip() + changed


def compose(
    question: str,
    passages: Sequence[Passage],
    prepared: Prepared | None = None,
    outdated: frozenset[ProvisionRef] = frozenset(),
    beside: Sequence[Passage] = (),
) -> Composition:
    """Answer from `passages` (best first) in the order: short answer, basis, what to do next, what may change it.

    The words at `outdated` places were changed by later law, and the answer says so beside them. `beside` are passages
    on what a question also asks and the prepared answer does not speak of.
    """
    told = f"{question} {prepared.answer}" if prepared else question
    judge = Relevance(told, [p.text for p in passages])
    draft = _Draft(outdated=outdated)
    if prepared:
        first = _from_card(prepared, judge, draft)
        places = _places_of(draft.quotes)
        room = MOST_WORDS - words_in(f"{first} {' '.join(places)}")
        more = [f"- {line}" for passage in beside if (line := _named(passage, draft, room))]
        lists = [("Căn cứ:", *places), *([("Về điều bạn hỏi thêm:", *more)] if more else [])]
        return renumbered("\n\n".join((first, *map("\n".join, lists))), draft.quotes)
    first = _from_best(passages[0], judge, draft)
    basis = [f"- {line}" for p in _worth(passages, judge) if (line := _point(p, judge, draft))]
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
    said = [judge.of(part.slice(text)) for part in parts]
    best = max(score for i, score in enumerate(said) if i not in kept or len(said) == 1)
    for place in sorted(range(len(parts)), key=lambda i: (-said[i], i)):
        if kept - {0} and said[place] < _AS_MUCH * best:
            break
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
    left, right = "“”" if is_verbatim(quotes[0].passage.document.origin) else ("", "")
    shown = "".join(f"{_gap(quote)}{left}{quote.text}{right} {_held(quote)}" for quote in quotes)
    return shown.removeprefix(_gap(quotes[0]))


def _gap(quote: Quote) -> str:
    """What stands before a quote after another one: a new line before a point of a list."""
    return "\n… " if is_point(quote.text, Span(0, len(quote.text))) else " … "


def _held(quote: Quote) -> str:
    return f"\ue000{quote.marker}\ue001"


def _line(quotes: Sequence[Quote], draft: _Draft) -> str:
    label = draft.label(quotes[0])
    return f"{label[:1].upper()}{label[1:]}: {_shown(quotes)}"


def _from_best(passage: Passage, judge: Relevance, draft: _Draft) -> str:
    """A lead sentence from the best passage: what the rule is about, where it stands, and its words."""
    quotes = [draft.quote(passage, span) for span in excerpt(passage, judge, _FIRST)]
    if not passage.heading:
        return _line(quotes, draft)
    return f"{passage.heading} – theo {draft.label(quotes[0])}: {_shown(quotes)}"


def _from_card(prepared: Prepared, judge: Relevance, draft: _Draft) -> str:
    """The card's words, its markers turned to quotes of the provisions that it cites."""

    def turned(match: re.Match[str]) -> str:
        number = int(match[1])
        if not 0 < number <= len(prepared.cites):
            return ""
        return "".join(map(_held, _quotes_of(prepared.cites[number - 1], judge, draft)))

    return _MARKER.sub(turned, prepared.answer).strip()


def _quotes_of(places: Sequence[Place], judge: Relevance, draft: _Draft) -> list[Quote]:
    """The quotes of one cite, each whole: its own words, or the two passages that say most of what the card says."""
    best = sorted(places, key=lambda place: -judge.of(place.passage.text))[:2]
    chosen = (place for place in places if place in best)
    return [
        draft.quote(p.passage, p.span or _moved(body(p.passage.text, p.passage.heading), p.passage), p.ref)
        for p in chosen
    ]


def _places_of(quotes: Sequence[Quote]) -> list[str]:
    """The provisions behind a card's markers, a line a document: `- Luật …: khoản 1 Điều 51 [1]; …`."""
    by_document: dict[str, list[Quote]] = {}
    for quote in quotes:
        by_document.setdefault(quote.passage.document.id, []).append(quote)
    return [
        f"- {_titled(group[0].passage.document)}: " + "; ".join(f"{q.ref.label()} {_held(q)}" for q in group) + "."
        for group in by_document.values()
    ]


def _titled(document: LegalDocument) -> str:
    """A document with its number and, where it is not the official text, what kind of text it is."""
    note = f" ({ORIGINS[document.origin]})" if document.origin is not Origin.OFFICIAL else ""
    return document.name + note


def _point(passage: Passage, judge: Relevance, draft: _Draft) -> str | None:
    spans = [span for span in excerpt(passage, judge) if not draft.holds(passage, span)]
    return _line([draft.quote(passage, span) for span in spans], draft) if spans else None


def _named(passage: Passage, draft: _Draft, room: int) -> str | None:
    """A point in its words where there is room for them, else by its name; None for what is quoted already."""
    whole = _moved(body(passage.text, passage.heading), passage)
    if draft.holds(passage, whole):
        return None
    quote = draft.quote(passage, whole)
    if words_in(quote.text) <= room:
        return _line([quote], draft)
    name = f"{passage.heading} – " if passage.heading else ""
    return f"{name}{draft.label(quote)} {_held(quote)}."


def _worth(passages: Sequence[Passage], judge: Relevance) -> list[Passage]:
    """The passages after the first that say nearly as much of the question, three at most, best first."""
    bar = max(_ENOUGH, 0.65 * judge.of(f"{passages[0].heading} {passages[0].text}"))
    scored = [(judge.of(f"{p.heading} {p.text}"), place, p) for place, p in enumerate(passages[1:])]
    near = sorted(((-score / (1 + 0.1 * place), place, p) for score, place, p in scored if score >= bar), key=_by_score)
    return [passage for _, _, passage in near[:3]]


def _by_score(entry: tuple[float, int, Passage]) -> tuple[float, int]:
    return entry[:2]


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
            if draft.holds(passage, span) or words_in(words) > _WHOLE or not judge.of(words) >= _ENOUGH:
                continue
            found.append(f"- {_line([draft.quote(passage, span)], draft)}")
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
    return Composition(said, tuple(replace(known[old], marker=places[old]) for old in order))
