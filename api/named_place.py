"""A place of law that a question names and that the law does not have: `Điều 90` of an act that ends at Điều 56."""

from __future__ import annotations

from corpus.level import Level
from corpus.store import CorpusReader
from prompts.wording import unnumbered
from retriever.law_names import LawNames
from retriever.mention import Mention, mentions_in


def names_place(question: str) -> bool:
    """Whether a question names an article."""
    return bool(mentions_in(question))


def absent(question: str, corpus: CorpusReader) -> str | None:
    """What to say where a law that is held has no such article; None where it has, or where no law is named."""
    mentions = mentions_in(question)
    if not mentions:
        return None
    laws = [d for d in LawNames(corpus.documents()).documents_in(question) if _articles(d.id, corpus)]
    missing = [m for m in mentions if laws and not any(_holds(m, d.id, corpus) for d in laws)]
    if not missing:
        return None
    law = laws[0]
    named = missing[0].within(law.id).dieu
    last = max(_articles(law.id, corpus), key=_number)
    return f"{unnumbered(law)} không có {named.label() if named else ''}; điều cuối của văn bản là Điều {last}."


def _holds(mention: Mention, document: str, corpus: CorpusReader) -> bool:
    place = mention.within(document).dieu
    return place is not None and corpus.provision(place) is not None


def _articles(document: str, corpus: CorpusReader) -> list[str]:
    revision = corpus.revision(document)
    every = (part for root in (revision.provisions if revision else ()) for part in root.walk())
    steps = (part.ref.path for part in every if part.level is Level.DIEU)
    return [path[0].number for path in steps if len(path) == 1]


def _number(label: str) -> int:
    return int("".join(filter(str.isdigit, label)) or 0)
