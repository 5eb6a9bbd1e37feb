"""One document out of the codification: its articles from all subjects, in the order of their own numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus.document import Origin, Revision
from corpus.folding import fold
from corpus.problem import Problem, Severity
from corpus.relation import RelationKind
from corpus.span import Span
from ingest.codification.archive import read_page
from ingest.codification.note import Source
from ingest.codification.page import Article, places_in, read_article
from ingest.extract import Extract, Paragraph, assemble
from ingest.reading import checked
from ingest.refusal import Refusal
from ingest.sidecar import Sidecar, sidecar_from

_CALLED = "Ghi chú của Bộ pháp điển"


@dataclass(frozen=True, slots=True)
class Piece:
    """Where an article stands: the page's entry in the archive, and characters of it."""

    page: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CodifiedDocument:
    """The articles of one document, not yet read."""

    path: Path
    pieces: tuple[Piece, ...]
    content: str
    remarks: tuple[str, ...] = ()
    """What is wrong with the archive's own record of these articles."""

    @property
    def paths(self) -> tuple[Path, ...]:
        """The archive."""
        return (self.path,)

    def read(self) -> Revision:
        """The document as the codification gives it, amendments worked in: a snapshot."""
        articles = sorted(self._articles(), key=lambda one: _order(one[0]))
        articles = [one for place, one in enumerate(articles) if place == 0 or not _same(one, articles[place - 1])]
        if not articles:
            raise Refusal(f"Tệp {self.path.name} đã đổi trong khi đọc. Hãy nạp lại.")
        sources = [source for source, _ in articles]
        extract = _extract(articles, self.remarks)
        return checked(extract, (), _stated(sources, articles[0][1].url))

    def _articles(self) -> Iterator[tuple[Source, Article]]:
        for piece in self.pieces:
            words = read_page(self.path, piece.page)[piece.start : piece.end]
            for place in places_in(words):
                yield place.numbered, read_article(words)


def _order(source: Source) -> tuple[int, str]:
    number = re.match(r"\d+", source.article)
    return (int(number[0]), source.article[number.end() :]) if number else (10_000, source.article)


def _same(one: tuple[Source, Article], other: tuple[Source, Article]) -> bool:
    """Whether a subject merely repeats an article of another."""
    return one[0].article == other[0].article and one[1].paragraphs == other[1].paragraphs


def _extract(articles: Sequence[tuple[Source, Article]], remarks: Sequence[str]) -> Extract:
    """The stored text: `Điều N. heading` and the paragraphs of each article, and where each begins."""
    texts, starts, problems = [], [], [Problem(Severity.WARNING, remark) for remark in remarks]
    length = 0
    for source, article in articles:
        head = f"Điều {source.article}. {article.name}".strip()
        text = assemble(map(Paragraph, (head, *article.paragraphs))).text
        starts.append(length)
        place = Span(length, length + len(text))
        problems.extend(
            Problem(
                Severity.WARNING, f"Điều {source.article} có tệp kèm theo không nằm trong Bộ pháp điển: {name}.", place
            )
            for name in article.files
        )
        texts.append(text)
        length = place.end + 1
    return Extract("\n".join(texts), length - 1, problems=tuple(problems), articles=tuple(starts))


def _stated(sources: Sequence[Source], url: str | None) -> Sidecar:
    """What the notes say of the document, as if its officer had declared it."""
    named = max(sources, key=lambda source: (source.issued_on is not None, len(source.title)))
    id_ = named.number or re.sub(r"[^a-z0-9]+", "-", fold(named.key)).strip("-")[:80] or "phap-dien"
    changes = [(source.article, change) for source in sources for change in source.changes]
    row = {
        "id": id_,
        "number": named.number,
        "type": named.type or None,
        "title": named.title or None,
        "issuer": named.issuer or None,
        "source_url": url.split("#")[0] if url else None,
        "origin": Origin.SNAPSHOT.value,
        "relations": [
            {
                "kind": (RelationKind.REPEALS if change.ends else RelationKind.AMENDS).value,
                "target": f"{id_}#dieu_{article}",
                "source": f"{change.number}#dieu_{change.article}" if change.article else change.number,
                "effective": change.effective,
            }
            for article, change in changes
        ],
    }
    days = {
        "issued_on": named.issued_on,
        "in_force_from": _commonest([source.in_force_from for source in sources]),
        "holds_from": max((change.effective for _, change in changes if change.effective), default=None),
    }
    return sidecar_from({**row, **{name: day for name, day in days.items() if day}}, _CALLED, called=_CALLED)


def _commonest(days: Sequence[date | None]) -> date | None:
    """The day that most articles carry: a few may have taken effect on another."""
    counts = Counter(day for day in days if day is not None)
    return min(counts, key=lambda day: (-counts[day], day)) if counts else None
