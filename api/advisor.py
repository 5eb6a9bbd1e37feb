"""From a question to a cited answer: danger first, then the law, then a check of every quote."""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import zip_longest

from api.answer import Answer, AnswerStatus, FoundPassage, Inquiry, Notice, NoticeKind, SafetyNote
from api.cards import Match, changed_since, chosen, matches, prepared
from api.changes import is_outdated, notices_of
from api.citing import cited, stored, summary_of
from api.contacts import ContactTable
from api.drafting import Drafter
from api.inquiry import cleaned, spoken_date
from api.named_place import absent, names_place
from api.scope import Scope, scope_of, steered, worth_showing
from api.seams import Ranked, Searcher, Support, SupportJudge
from api.suggestion import suggestions
from corpus.card import AnswerCard
from corpus.day import in_words, today
from corpus.folding import fold
from corpus.passage import Passage
from corpus.store import CorpusReader
from prompts.aim import Aim, aim_of
from prompts.composition import Composition, Prepared, compose
from prompts.declining import NOT_FOUND, declined, is_borne_out, refused
from prompts.premise import corrections, is_asked_for
from prompts.relevance import Relevance
from prompts.safety import Danger, assess
from prompts.smalltalk import Clarification, clarify
from prompts.wording import abstention, disclosure, partly_held

EXTRACTIVE = "extractive"
"""The name of the answerer that needs no language model."""


@dataclass(frozen=True, slots=True)
class PassagesFound:
    """The first event of a stream: what was looked at, and the help that cannot wait for the rest."""

    passages: tuple[FoundPassage, ...]
    safety: SafetyNote


@dataclass(frozen=True, slots=True)
class Delta:
    """A piece of the answer's text."""

    text: str


Event = PassagesFound | Delta | Answer
"""The events of a stream, in order: `PassagesFound`, `Delta` (many), `Answer`."""


@dataclass(slots=True)
class _Work:
    """What is known while one question is answered."""

    inquiry: Inquiry
    day: date
    safety: SafetyNote
    notices: list[Notice] = field(default_factory=list)
    found: tuple[FoundPassage, ...] = ()
    timings: dict[str, int] = field(default_factory=dict)
    model: str = EXTRACTIVE
    cards: list[Match] = field(default_factory=list)
    given: str | None = None


class Advisor:
    """Answers questions from a corpus. Holds no text of any question."""

    def __init__(
        self,
        corpus: CorpusReader,
        searcher: Searcher,
        support: SupportJudge,
        contacts: ContactTable,
        drafter: Drafter | None = None,
    ) -> None:
        self._corpus = corpus
        self._searcher = searcher
        self._support = support
        self._contacts = contacts
        self._drafter = drafter

    def ask(self, inquiry: Inquiry) -> Answer:
        """The whole answer."""
        for event in self.stream(inquiry):
            if isinstance(event, Answer):
                return event
        raise AssertionError("a stream ends with its answer")

    def stream(self, inquiry: Inquiry) -> Iterator[Event]:
        """The answer as it comes; every piece of text was checked before it is given out."""
        question = cleaned(inquiry.question)
        day = inquiry.event_date or inquiry.as_of or today()
        work = _Work(inquiry, day, self._contacts.note(assess(question), today()))
        said = clarify(question)
        if said is not None:
            yield from self._told(work, said)
            return
        ranked = self._search(question, work)
        yield PassagesFound(work.found, work.safety)
        started = time.perf_counter()
        aim = self._aim(question, ranked, work)
        made = self._declined(question, aim, ranked, work) or self._composed(question, ranked, work)
        made = _led(refused(question), made) if aim is Aim.HARM else made
        work.timings["answer"] = _ms_since(started)
        yield from map(Delta, pieces(made.text))
        status = AnswerStatus.ANSWERED if made.quotes else AnswerStatus.ABSTAINED
        work.notices += _spoken(question, work)
        lawful = made.quotes or aim is Aim.PREDICTION
        more = suggestions(work.cards, work.given, ranked if lawful else ())
        yield self._answer(work, status, made, more)

    def _told(self, work: _Work, said: Clarification) -> Iterator[Event]:
        yield PassagesFound((), work.safety)
        yield from map(Delta, pieces(said.text))
        yield self._answer(work, AnswerStatus.CLARIFY, Composition(said.text), said.suggestions)

    def _search(self, question: str, work: _Work) -> list[Ranked]:
        started = time.perf_counter()
        found = self._searcher.search(question, work.inquiry.max_passages, work.day)
        ranked = [r for r in found if stored(r.passage, self._corpus)]
        work.found = tuple(FoundPassage(r.passage, r.score, summary_of(r.passage, work.day)) for r in ranked)
        work.timings["retrieve"] = _ms_since(started)
        return ranked

    def _aim(self, question: str, ranked: Sequence[Ranked], work: _Work) -> Aim:
        """What is asked for; law in any case by who is in danger, names a place of law, or asks what a card answers."""
        aim = aim_of(question)
        if aim is Aim.LAW or work.safety.level is Danger.EMERGENCY:
            return Aim.LAW
        likely = matches(question, self._corpus.cards(), ranked, self._corpus)
        if any(match.score >= _SAME for match in likely) or (aim is not Aim.HARM and names_place(question)):
            return Aim.LAW
        return aim

    def _declined(self, question: str, aim: Aim, ranked: Sequence[Ranked], work: _Work) -> Composition | None:
        """What is said where no law answers, or where the question takes for law what is none; None where law is."""
        if (missing := absent(question, self._corpus)) is not None:
            work.notices.append(Notice(NoticeKind.FALSE_PREMISE, missing))
            return Composition(f"{missing}\n\n{NOT_FOUND}")
        if is_asked_for(question, work.day):
            premises = [Notice(NoticeKind.FALSE_PREMISE, text) for text in corrections(question, work.day)]
            work.notices += premises
            return Composition("\n\n".join(premise.text for premise in premises))
        if aim is Aim.PREMISE:
            return self._corrected(question, ranked, work)
        said = declined(aim)
        return Composition(said) if said else None

    def _corrected(self, question: str, ranked: Sequence[Ranked], work: _Work) -> Composition | None:
        """What the law found does say, where a question builds on a rule that is not found."""
        scope = scope_of(question, self._corpus)
        passages = [] if scope.refusal else self._readable(question, ranked, scope, work.day)
        if not passages or is_borne_out(question, [p.text for p in passages[:_LOOKED_AT]]):
            return None
        work.notices.append(Notice(NoticeKind.FALSE_PREMISE, NOT_FOUND))
        first = compose(question, passages[:1]).text
        return Composition(f"{NOT_FOUND}\n\nQuy định gần nhất tìm được: {_MARKED.sub('', first)}")

    def _composed(self, question: str, ranked: Sequence[Ranked], work: _Work) -> Composition:
        premises = [Notice(NoticeKind.FALSE_PREMISE, text) for text in corrections(question, work.day)]
        work.notices += premises
        scope = scope_of(question, self._corpus)
        card = None if scope.foreign else self._card(question, ranked, work)
        support = Support.GOOD if card else self._support.judge(question, ranked)
        if support is Support.WEAK and scope.held and not scope.missing:
            support = Support.GOOD
        passages = self._readable(question, ranked, scope, work.day)
        refusal = None if card else scope.refusal
        if refusal or support is Support.NONE or not (passages or card):
            near = passages[0].document.name if passages and not refusal else None
            return Composition("\n\n".join((*(n.text for n in premises), refusal or abstention(near))))
        made = self._drafted(question, passages, work) if not card else None
        outdated = frozenset(p.ref for p in passages if is_outdated(p, self._corpus, work.day))
        beside = _beside(scope, card, [r.passage for r in ranked]) if card else []
        made = made or compose(question, passages or _cited(card), card, outdated, beside)
        if scope.missing:
            work.notices.append(Notice(NoticeKind.LOW_CONFIDENCE, partly_held(scope.laws)))
        if support is Support.WEAK:
            work.notices.append(Notice(NoticeKind.LOW_CONFIDENCE, _UNSURE))
            made = replace(made, text=f"{_PERHAPS}\n\n{made.text}")
        work.notices += notices_of((q.passage for q in made.quotes), self._corpus, work.day)
        return made

    def _readable(self, question: str, ranked: Sequence[Ranked], scope: Scope, day: date) -> list[Passage]:
        """The passages to answer from, other clauses of the best article in turn with other articles.

        The first clause of the best article that says about as much of the question as any leads: rules stand before
        what varies them, the plain offence before the grave one.
        """
        law = worth_showing(steered(ranked, scope, lambda passage: is_outdated(passage, self._corpus, day)))
        if not law:
            return []
        found, best = law[0].passage, [p for p in law[0].article if stored(p, self._corpus)]
        judge = Relevance(question, [p.text for p in best])
        fullest = max((judge.of(p.text) for p in best), default=0.0)
        named = _KHOAN.search(question) is not None
        first = found if named else next((p for p in best if _CLEARLY * judge.of(p.text) >= fullest), found)
        first = best[0] if best and not named and found.heading.startswith("Tội ") else first
        beside = zip_longest(best, (one.passage for one in law[1:]))
        order = (first, found, *(p for pair in beside for p in pair if p is not None))
        return list({p.ref: p for p in order}.values())

    def _drafted(self, question: str, passages: Sequence[Passage], work: _Work) -> Composition | None:
        """The language model's answer, checked; None without a model or when too little of it holds."""
        if self._drafter is None:
            return None
        made = self._drafter.draft(question, passages, work.day, self._contacts.numbers(today()))
        if made is None:
            work.notices.append(Notice(NoticeKind.LOW_CONFIDENCE, _NO_MODEL))
            return None
        work.model = self._drafter.name
        return made

    def _card(self, question: str, ranked: Sequence[Ranked], work: _Work) -> Prepared | None:
        """The answer card of this question, when it knows its law on the day asked for."""
        work.cards = matches(question, self._corpus.cards(), ranked, self._corpus)
        card = chosen(work.cards)
        if card is None or (card.checked_on and work.day < card.checked_on and work.day != today()):
            return None
        changed = changed_since(card, self._corpus, today())
        if changed:
            work.notices.append(Notice(NoticeKind.STALE_CARD, _STALE.format(act=changed)))
            return None
        ready = prepared(card, self._corpus)
        if ready is not None:
            work.given = card.id
            work.notices.append(Notice(NoticeKind.DIGEST, _from_card(card)))
        return ready

    def _answer(self, work: _Work, status: AnswerStatus, made: Composition, more: tuple[str, ...]) -> Answer:
        return Answer(
            answer_id=uuid.uuid4().hex,
            conversation_id=work.inquiry.conversation_id or uuid.uuid4().hex,
            status=status,
            answer=made.text,
            citations=tuple(cited(quote, self._corpus, work.day) for quote in made.quotes),
            passages=work.found,
            notices=tuple(dict.fromkeys(work.notices)),
            suggestions=more,
            safety=work.safety,
            disclosure=disclosure(work.day),
            as_of=work.day,
            corpus_version=self._corpus.version(),
            model=work.model,
            timings_ms={"retrieve": 0, "answer": 0} | work.timings,
        )


_CLEARLY = 1.25
_SAME = 0.8
"""From here on a question is that of a card, nearly in its words."""
_LOOKED_AT = 3
"""Passages that may bear out what a question takes for granted."""
_MARKED = re.compile(r" ?\[\d+\]")
_KHOAN = re.compile(r"(?i)\b(khoản|khoan|điểm)\s+\w")
_UNSURE = (
    "Các quy định tìm được chỉ gần với câu hỏi, có thể chưa đúng việc của bạn. "
    "Hãy đọc kỹ lời trích và hỏi thêm người có chuyên môn."
)
_PERHAPS = "Chưa chắc đây là quy định cho việc bạn hỏi. Quy định gần nhất tìm được:"
_NO_MODEL = "Phần diễn giải bằng máy không dùng được lúc này, nên câu trả lời chỉ gồm lời trích từ văn bản."
_STALE = "Có câu trả lời soạn sẵn cho câu này nhưng luật đã thay đổi sau đó (văn bản số {act}), nên không dùng."


def pieces(text: str, size: int = 24) -> Iterator[str]:
    """The text in pieces of a few words; joined they are the text again."""
    start = 0
    while start < len(text):
        end = text.find(" ", start + size)
        end = len(text) if end < 0 else end + 1
        yield text[start:end]
        start = end


def _led(words: str, made: Composition) -> Composition:
    """An answer with words of ours before it."""
    return replace(made, text=f"{words}\n\nLuật nói về việc này:\n\n{made.text}" if made.quotes else words)


def _cited(card: Prepared | None) -> list[Passage]:
    return [place.passage for cite in card.cites for place in cite] if card else []


def _beside(scope: Scope, card: Prepared, found: Sequence[Passage]) -> list[Passage]:
    """The best passage of each field that the question names and the card cites nothing of."""
    told = tuple(fold(passage.document.title) for passage in _cited(card))
    fields = (subject for subject in scope.held if not subject.held_in(told))
    firsts = (next((p for p in found if field.held_in((fold(p.document.title),))), None) for field in fields)
    return [passage for passage in firsts if passage is not None]


def _from_card(card: AnswerCard) -> str:
    when = f", kiểm lại ngày {in_words(card.checked_on)}" if card.checked_on else ""
    return f"Phần trả lời đầu tiên lấy từ câu trả lời soạn sẵn{when}; không phải nguyên văn luật."


def _spoken(question: str, work: _Work) -> list[Notice]:
    """What to say of the day whose law was used."""
    if work.inquiry.event_date:
        text = f"Sự việc xảy ra ngày {in_words(work.day)}: câu trả lời theo văn bản có hiệu lực vào ngày đó."
        return [Notice(NoticeKind.EVENT_DATE, text)]
    spoken = spoken_date(question)
    if spoken is None or spoken.year >= work.day.year:
        return []
    text = (
        f"Câu hỏi nhắc đến “{spoken.words}”. Câu trả lời theo luật có hiệu lực ngày {in_words(work.day)}; "
        "nếu sự việc xảy ra lúc đó, hãy chọn ngày xảy ra sự việc để tra luật của thời điểm ấy."
    )
    return [Notice(NoticeKind.EVENT_DATE, text)]


def _ms_since(started: float) -> int:
    return round((time.perf_counter() - started) * 1000)
