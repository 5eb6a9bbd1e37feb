"""From a question to ranked passages of the law of a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.day import today
from corpus.passage import Passage
from corpus.reference import ProvisionRef
from corpus.store import CorpusReader
from retriever.confidence import UNSURE, Signals, signals_of, supported
from retriever.index import Index
from retriever.law_names import LawNames
from retriever.lay_terms import LayTerms, bundled_lay_terms
from retriever.lexical import LexicalHit
from retriever.mention import mentions_in
from retriever.question import Question, understand
from retriever.ranking import ArticleHit, Ranker, Ranking, Why
from retriever.unit import text_hash
from retriever.versions import Articles, Versions, plain

_REFERRED_BONUS = 10.0


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage, what it scored and why; `article` is its whole article, passage by passage."""

    passage: Passage
    score: float
    why: Why
    article: tuple[Passage, ...] = ()
    signals: Signals = UNSURE
    """What speaks for the whole ranking; the same for all passages of one."""


@dataclass(frozen=True, slots=True)
class Found:
    """All that a look-up gives: the ranking, the question as it was read, and how sure the ranking is."""

    ranked: tuple[Ranked, ...]
    question: Question
    signals: Signals

    @property
    def support(self) -> float:
        """How likely it is, 0 to 1, that the corpus holds an answer (see `confidence.WEAK` and `GOOD`)."""
        return support_of(self.ranked)


def support_of(ranked: Sequence[Ranked]) -> float:
    """The same of a bare ranking: 0 for an empty one, 1 where the question names a provision that was found."""
    if not ranked:
        return 0.0
    return 1.0 if ranked[0].why.referred else supported(ranked[0].signals)


@dataclass(frozen=True, slots=True)
class Asking:
    """A question and what it is asked of: the law of the day, and what ranks."""

    question: Question
    versions: Versions
    ranker: Ranker


@dataclass(frozen=True, slots=True)
class _Candidate:
    passages: list[Passage]
    hit: ArticleHit


@dataclass(frozen=True, slots=True)
class _Known:
    version: str
    names: LawNames
    articles: Articles


class Retriever:
    """One ranked passage per article. The index must belong to the corpus (`Index.check`)."""

    def __init__(self, corpus: CorpusReader, index: Index, lay_terms: LayTerms | None = None) -> None:
        self._corpus, self._index = corpus, index
        self._lay_terms = lay_terms or bundled_lay_terms()
        self._known: _Known | None = None

    def search(self, question: str, k: int = 8, as_of: date | None = None) -> list[Ranked]:
        """The best `k` passages of the law of a day (today in Việt Nam by default), best first."""
        return list(self.look_up(question, k, as_of).ranked)

    def look_up(self, question: str, k: int = 8, as_of: date | None = None) -> Found:
        """The same, with what was understood and how sure it is."""
        asking = self.asking(question, as_of)
        asked, versions = asking.question, asking.versions
        ranking = asking.ranker.rank(asked, allowed=versions.holds) if asked.text else Ranking(())
        found: list[Ranked] = []
        for candidate in self._distinct(self._candidates(asked, ranking, versions), versions):
            if len(found) == k:
                break
            found.append(_ranked(candidate))
        texts = [f"{one.passage.context} {' '.join(p.lead + ' ' + p.text for p in one.article)}" for one in found]
        similarity = ranking.nearest if self._index.knows_cosines else None
        signals = signals_of(asked, texts, similarity, self._index.diacritics)
        return Found(tuple(replace(one, signals=signals) for one in found), asked, signals)

    def asking(self, question: str, as_of: date | None = None) -> Asking:
        """What a search begins with."""
        asked = understand(question, self._lay_terms, self._index.diacritics)
        versions = Versions(self._corpus, as_of or today(), self._about_corpus().articles)
        return Asking(asked, versions, self._index.ranker())

    def _candidates(self, asked: Question, ranking: Ranking, versions: Versions) -> Iterator[_Candidate]:
        top = ranking.hits[0].score if ranking.hits else 0.0
        yield from self._referred(asked, versions, top)
        for hit in ranking.hits:
            yield _Candidate(versions.article(hit.article), hit)

    def _referred(self, asked: Question, versions: Versions, top: float) -> Iterator[_Candidate]:
        """The provisions that the question names, those in force first."""
        mentions = mentions_in(asked.text)
        if not mentions:
            return
        named = self._about_corpus().names.documents_in(asked.text)
        for mention in mentions:
            places = [mention.within(document.id) for document in named]
            articles = [(place, versions.article(str(place.dieu))) for place in places]
            held = [(place, passages) for place, passages in articles if passages]
            shown = [entry for entry in held if versions.shown(entry[1])]
            for place, passages in shown or held:
                exact = [p for p in passages if place.contains(p.ref) or p.ref.contains(place)]
                yield _Candidate(passages, _referred_hit(str(place.dieu), top, exact))

    def _distinct(self, candidates: Iterator[_Candidate], versions: Versions) -> Iterator[_Candidate]:
        """Each article once: versions of one law count as one, and so do equal words anywhere."""
        seen: set[str] = set()
        for candidate in candidates:
            passages = candidate.passages
            if versions.shown(passages):
                passages = versions.preferred(passages)
            article = passages[0].ref.dieu or passages[0].ref
            names = {str(article.within(versions.base(article.document))), text_hash(plain(passages))}
            if not names & seen:
                yield replace(candidate, passages=passages)
            seen |= names

    def _about_corpus(self) -> _Known:
        """What was worked out about the corpus as it is now."""
        version = self._corpus.version()
        known = self._known
        if known is None or known.version != version:
            known = self._known = _Known(version, LawNames(self._corpus.documents()), {})
        return known


def _ranked(candidate: _Candidate) -> Ranked:
    """The passage of an article that shares most words with the question; its first where none does."""
    passages, hit = candidate.passages, candidate.hit
    by_path = {passage.ref.path: passage for passage in passages}
    wanted = (by_path.get(ProvisionRef.parse(unit.ref).path) for unit in hit.units)
    passage = next((one for one in wanted if one is not None), passages[0])
    return Ranked(passage, hit.score, hit.why, tuple(passages))


def _referred_hit(article: str, top: float, passages: list[Passage]) -> ArticleHit:
    units = (LexicalHit(str(p.ref), article, p.document.id, 0.0) for p in passages)
    return ArticleHit(article, top + _REFERRED_BONUS, tuple(units), Why(referred=True))
