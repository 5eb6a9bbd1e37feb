"""Suspensions: `Ngưng hiệu lực thi hành Điều 5 của Nghị định số … đến hết ngày …`, as relations with their days.

Only whole provisions and whole documents are read. Where just a matter in a provision is halted, or the words do not
say plainly what or when, the place is a problem for an officer and no relation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from corpus.document import Revision
from corpus.level import Level
from corpus.problem import Problem, Severity
from corpus.provision import Provision
from corpus.reference import ProvisionRef
from corpus.relation import Relation, RelationKind
from corpus.span import Span
from ingest.halt import HALTED, HALTS, LIFTS, PASSED_OVER, lifts
from ingest.halted_places import halted_in, names_law
from ingest.mentions import Mention, find_mentions
from ingest.structure.quotes import QuoteTracker
from ingest.suspension_days import Days, days_in

_SIGN = re.compile(
    r"(?:ngưng|ngừng|dừng) (?:hiệu lực|(?:việc )?áp dụng)|đình chỉ (?:việc )?thi hành|không áp dụng", re.I
)
_SENTENCE = re.compile(r"(?<=[.;])\s*\n|\n|\.\s+(?=[A-ZĐÀ-Ỹ])")
_PARTLY = "chỉ một phần hoặc một nội dung của điều, khoản bị ngưng hiệu lực, hoặc không rõ điều, khoản nào"
_OF_EVENT = "việc ngưng hiệu lực kết thúc theo một sự kiện, không phải một ngày"
_NO_START = "không rõ từ ngày nào"
_LIFTED = "lời này chấm dứt một việc ngưng hiệu lực trước đó"
_REMEDY = "hãy đọc chỗ này và khai báo quan hệ suspends (effective, until) vào tệp .yaml nếu cần."


@dataclass(slots=True)
class _Read:
    relations: list[Relation] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def tell(self, why: str, place: Span) -> None:
        """Note a place that an officer has to read."""
        self.problems.append(Problem(Severity.WARNING, f"Ngưng hiệu lực: {why}; {_REMEDY}", place))


@dataclass(frozen=True, slots=True)
class _Scene:
    """The acting document with its references."""

    revision: Revision
    mentions: tuple[Mention, ...]

    def between(self, place: Span) -> list[Mention]:
        """The references inside a place."""
        return [m for m in self.mentions if place.start <= m.span.start and m.span.end <= place.end]


def with_suspensions(revision: Revision) -> Revision:
    """The revision with the suspensions that its text says; what a declaration says of the same place goes before."""
    relations, problems = suspended(revision)
    stated = {r.target for r in revision.relations if r.kind is RelationKind.SUSPENDS}
    more = tuple(r for r in relations if r.target not in stated)
    return replace(revision, relations=(*revision.relations, *more), problems=(*revision.problems, *problems))


def suspended(revision: Revision) -> tuple[tuple[Relation, ...], tuple[Problem, ...]]:
    """What a document suspends, and the places that say so without saying plainly what or until when."""
    if revision.document.holds_from is not None or not _SIGN.search(revision.text):
        return (), ()
    found = _Read()
    scene: _Scene | None = None
    for part in _parts(revision):
        for sentence in _sentences(part, revision.text):
            words = sentence.slice(revision.text)
            if _SIGN.search(words):
                scene = scene or _Scene(revision, find_mentions(revision))
                _read(part, sentence, scene, found)
    return tuple(dict.fromkeys(found.relations)), tuple(found.problems)


def _parts(revision: Revision) -> Iterator[Provision]:
    for part in revision.walk():
        if not any(step.level is Level.PHU_LUC for step in part.ref.path):
            yield part


def _sentences(part: Provision, text: str) -> Iterator[Span]:
    """The sentences of a provision's own words, without its label and without quoted text."""
    tracker = QuoteTracker()
    start = min(part.span.start + len(part.label), part.text_end)
    place = start
    for end in [*(m for m in _SENTENCE.finditer(text, start, part.text_end)), None]:
        sentence = Span(place, end.start() if end else part.text_end)
        place = end.end() if end else part.text_end
        if not tracker.feed(sentence.slice(text)) and sentence.slice(text).strip():
            yield sentence


def _read(part: Provision, sentence: Span, scene: _Scene, found: _Read) -> None:
    words = sentence.slice(scene.revision.text)
    if lifts(words):
        if LIFTS.match(words.lstrip(" .:,-")) and scene.between(sentence):
            found.tell(_LIFTED, sentence)
        return
    days = days_in(words, scene.revision.document.issued_on)
    reach = _reach(words, sentence, days)
    if reach is None:
        return
    if part.children and words.rstrip().endswith(":"):
        for child in part.children:
            _listed(child, days, scene, found)
    else:
        _halt(part, reach, days, scene, found)


def _listed(part: Provision, days: Days, scene: _Scene, found: _Read) -> None:
    """A place of a list below; `days` are those of the sentence above, for where it has none of its own."""
    own = Span(part.span.start + len(part.label), part.span.end)
    theirs = days_in(own.slice(scene.revision.text), scene.revision.document.issued_on)
    _halt(part, Span(own.start, own.start + theirs.begin), theirs if theirs.is_said else days, scene, found)


def _reach(words: str, sentence: Span, days: Days) -> Span | None:
    """The words that name what is halted; None for a sentence that halts nothing."""
    begins = HALTS.match(words)
    if begins is None and days.is_dated and (passed := PASSED_OVER.match(words)):
        begins = passed
    if begins is not None:
        end = days.begin if days.begin > begins.end() else len(words)
        return Span(sentence.start + begins.end(), sentence.start + end)
    halted = HALTED.search(words)
    return Span(sentence.start, sentence.start + halted.start()) if halted else None


def _halt(part: Provision, reach: Span, days: Days, scene: _Scene, found: _Read) -> None:
    text, own = scene.revision.text, scene.revision.document
    mentions = [m for m in scene.between(reach) if m.ref is None or m.ref.document != own.id]
    if not mentions or not names_law(text, reach, mentions):
        return
    targets = halted_in(text, reach, mentions)
    if not targets or not days.is_plain:
        found.tell(_PARTLY if days.is_plain else _NO_START, reach)
        return
    for target in targets:
        found.relations.append(_relation(target, part, days, own.in_force_from))
    if days.ends_by_event:
        found.tell(_OF_EVENT, reach)


def _relation(target: ProvisionRef, part: Provision, days: Days, start: date | None) -> Relation:
    return Relation(RelationKind.SUSPENDS, target, part.ref, days.start or start, days.until)
