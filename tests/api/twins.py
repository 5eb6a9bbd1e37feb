"""A small house for tests: invented law in memory, a searcher by shared words, no model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from api.advisor import Advisor
from api.contacts import ContactTable, shipped_contacts
from api.drafting import Drafter
from api.feedback import MemoryFeedback
from api.seams import ChatModel
from api.settings import RateLimit
from api.word_support import WordSupport
from corpus.card import AnswerCard
from corpus.library import memory_library
from corpus.passage import Passage
from corpus.reference import ProvisionRef
from corpus.store import CorpusStore, passages_in
from prompts.relevance import Relevance
from tests.invented_law import bees, revision

CARD = AnswerCard(
    "nuoi-ong", "Được đặt bao nhiêu thùng ong trong vườn mượn?", ("mấy thùng ong trong một vườn mượn",), "vuon",
    "Không quá 10 thùng ong trong một vườn mượn [1], và cách lối đi chung ít nhất 5 mét [2].",
    (ProvisionRef.parse("12/2021/QH99#dieu_1__khoan_1"), ProvisionRef.parse("12/2021/QH99#dieu_1__khoan_2")),
    date(2026, 1, 1),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A ranked passage."""

    passage: Passage
    score: float
    article: tuple[Passage, ...] = ()


@dataclass(slots=True)
class WordSearcher:
    """Ranks by shared words; the oracle that needs no index."""

    corpus: CorpusStore

    def search(self, question: str, k: int, as_of: date | None = None) -> list[Found]:
        """The best passages."""
        passages = list(passages_in(self.corpus))
        judge = Relevance(question, [p.text for p in passages])
        scored = (Found(p, judge.of(f"{p.context} {p.heading} {p.text}")) for p in passages)
        return sorted((f for f in scored if f.score > 0), key=lambda f: (-f.score, str(f.passage.ref)))[:k]


@dataclass(frozen=True, slots=True)
class TwinSettings:
    """The settings that serving reads."""

    cors_origins: tuple[str, ...] = ()
    rate_limit: RateLimit | None = None


def small_corpus() -> CorpusStore:
    """Two invented laws and a card."""
    corpus: CorpusStore = memory_library()
    for law in (revision(), bees()):
        corpus.put(law)
    corpus.put_card(CARD)
    return corpus


@dataclass
class TwinHouse:
    """A house whose preparation does what a test says."""

    settings: TwinSettings = field(default_factory=TwinSettings)
    corpus: CorpusStore = field(default_factory=small_corpus)
    contacts: ContactTable = field(default_factory=shipped_contacts)
    feedback: MemoryFeedback = field(default_factory=MemoryFeedback)
    chat: ChatModel | None = None
    preparing: Callable[[Callable[[str], None]], None] = lambda report: None

    @property
    def searcher(self) -> WordSearcher:
        """The searcher."""
        return WordSearcher(self.corpus)

    @property
    def advisor(self) -> Advisor:
        """The advisor."""
        drafter = Drafter(self.chat) if self.chat else None
        return Advisor(self.corpus, self.searcher, WordSupport(), self.contacts, drafter)

    def prepare(self, report: Callable[[str], None]) -> None:
        """What the test says."""
        self.preparing(report)
