"""Citations: built from places in stored texts and held against them by string equality before they leave."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from api.answer import CitedPlace, DocumentSummary, provision_url
from corpus.citation import Citation
from corpus.document import Revision
from corpus.passage import Passage
from corpus.store import CorpusReader
from prompts.composition import Quote


class BrokenQuote(Exception):
    """A quote that is not the stored text at its place: it never leaves the house."""


def stored(passage: Passage, corpus: CorpusReader) -> bool:
    """Whether the corpus holds this passage's words at this place; an index may lag behind the corpus."""
    revision = corpus.revision(passage.document.id, passage.sha256)
    return revision is not None and revision.text[passage.span.start : passage.span.end] == passage.text


def cited(quote: Quote, corpus: CorpusReader, day: date) -> CitedPlace:
    """The citation of a quote; raise `BrokenQuote` where the stored text says otherwise."""
    passage = quote.passage
    citation = Citation(quote.ref, quote.text, quote.span, passage.sha256)
    revision = corpus.revision(passage.document.id, passage.sha256)
    if revision is None or not citation.holds_in(revision):
        raise BrokenQuote(f"{quote.ref} [{quote.span.start}, {quote.span.end}) of {passage.sha256}")
    return CitedPlace(
        marker=quote.marker,
        ref=quote.ref,
        origin=passage.document.origin,
        label=f"{quote.ref.label()} {passage.document.name}".strip(),
        quote=citation.quote,
        span=quote.span,
        source_sha256=passage.sha256,
        document=summary_of(passage, day),
        page=page_of(revision, quote.span.start),
        url=provision_url(quote.ref, day),
    )


def summary_of(passage: Passage, day: date) -> DocumentSummary:
    """The passage's document as an answer shows it."""
    return DocumentSummary.of(passage.document, day)


def page_of(revision: Revision, start: int) -> int | None:
    """The page, counted from 1, on which a place begins; None where the file had no pages."""
    return bisect_right(revision.pages, start) or None if revision.pages else None
