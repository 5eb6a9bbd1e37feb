"""What the indexes hold: a unit per passage for words, an article per điều for meaning."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from corpus.passage import Passage


@dataclass(frozen=True, slots=True)
class Unit:
    """A passage as the lexical index reads it. Names are opaque strings; `title` counts like text."""

    ref: str
    article: str
    document: str
    title: str
    text: str

    @property
    def words(self) -> str:
        """All that a question may match."""
        return f"{self.title}\n{self.text}"


@dataclass(frozen=True, slots=True)
class Article:
    """A whole điều as the embedding model reads it."""

    ref: str
    document: str
    text: str

    @property
    def sha256(self) -> str:
        """Names the text; equal texts share a vector."""
        return text_hash(self.text)


def text_hash(text: str) -> str:
    """SHA-256 of the UTF-8 text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def units_of(passages: Iterable[Passage]) -> list[Unit]:
    """One unit per passage, in order."""
    return [_unit(passage) for passage in passages]


def articles_of(units: Iterable[Unit]) -> list[Article]:
    """Neighbouring units of one article joined under their title, in order."""
    found = []
    for ref, parts in by_article(units):
        text = "\n".join([parts[0].title, *(part.text for part in parts)])
        found.append(Article(ref, parts[0].document, text))
    return found


def by_article(units: Iterable[Unit]) -> Iterator[tuple[str, list[Unit]]]:
    """Neighbouring units of one article together, in order."""
    for ref, group in groupby(units, key=lambda unit: unit.article):
        yield ref, list(group)


def article_ref(passage: Passage) -> str:
    """The article of a passage; where a document has no articles, the passage itself."""
    return str(passage.ref.dieu or passage.ref)


def _unit(passage: Passage) -> Unit:
    document = passage.document
    name = " ".join(part for part in (document.type, document.number, document.title) if part)
    article_title = passage.context.rpartition(" > ")[2]
    text = passage.text.strip()
    whole = passage.ref.path[-1:] == (passage.ref.dieu.path[-1:] if passage.ref.dieu else ())
    if whole and text.startswith(article_title):
        text = text[len(article_title) :].strip()
    elif passage.lead:
        text = f"{passage.lead}\n{text}"
    return Unit(str(passage.ref), article_ref(passage), document.id, f"{article_title} — {name}", text)
