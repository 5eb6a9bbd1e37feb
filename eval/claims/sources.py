"""Where true sentences come from at run time: provisions and answer cards of the starter corpus."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from api.cards import prepared
from corpus.card import AnswerCard
from corpus.document import Revision
from corpus.library import memory_library
from corpus.passage import Passage, passages_of
from corpus.store import CorpusReader
from ingest.starter_source import StarterSource
from prompts.claim import basis_of
from prompts.clause import body, clauses

_WORDS = range(9, 70)
_GONE = re.compile(r"(?i)(?<!\w)(?:huyện|quận|thị xã|thị trấn|cấp cao|Bộ Lao động|Bộ Tài nguyên)(?!\w)")
"""What names the district level is law of its time, and no more true to say in words of one's own."""
_MARKS = re.compile(r"\s*\[(\d+)\]")
_SENTENCE = re.compile(r"(?<=[.;])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Source:
    """A place with the words that carry claims, and true sentences on it, each with the marks of what carries it."""

    ref: str
    label: str
    texts: tuple[tuple[str, str], ...]
    """(name of the place, its words), by mark from 1."""
    sentences: tuple[tuple[str, tuple[int, ...]], ...]

    def basis(self, marks: Iterable[int]) -> tuple[tuple[str, str], ...]:
        """The places that carry a sentence."""
        return tuple(self.texts[mark - 1] for mark in marks)


def starter() -> Mapping[str, Source]:
    """Every place of the starter corpus that has a usable sentence, and every card, by ref."""
    corpus, source = memory_library(), StarterSource()
    revisions = [document.read() for document in source.documents()]
    for revision in revisions:
        corpus.put(revision)
    cards = filter(None, (_of_card(card, corpus) for card in source.cards()))
    return {one.ref: one for one in (*_of_revisions(revisions), *cards)}


def _of_revisions(revisions: Iterable[Revision]) -> Iterator[Source]:
    for revision in revisions:
        for passage in passages_of(revision):
            if passage.ref.path and (sentences := _sentences(passage)):
                marked = tuple((sentence, (1,)) for sentence in sentences)
                yield Source(str(passage.ref), passage.label, ((passage.label, basis_of(passage).text),), marked)


def _sentences(passage: Passage) -> list[str]:
    """Whole sentences that stand by themselves: no points of a list, nothing that only announces one."""
    text = passage.text
    spans = clauses(text, body(text, passage.heading))
    found = (" ".join(span.slice(text).split()) for span in spans)
    return [one for one in found if one.endswith(".") and one[:1].isupper() and _is_usable(one)]


def _is_usable(sentence: str) -> bool:
    return len(sentence.split()) in _WORDS and not _GONE.search(sentence)


def _of_card(card: AnswerCard, corpus: CorpusReader) -> Source | None:
    ready = prepared(card, corpus)
    if ready is None:
        return None
    texts = tuple(
        (cite[0].passage.label, "\n".join(basis_of(place.passage).text for place in cite)) for cite in ready.cites
    )
    told = re.sub(r"([.;])((?:\s*\[\d+\])+)", r"\2\1", card.answer)
    found = ((part, tuple(map(int, _MARKS.findall(part)))) for part in _SENTENCE.split(told))
    marked = tuple((_MARKS.sub("", part).strip(), marks) for part, marks in found if marks)
    return Source(str(card.ref), card.question, texts, marked)
