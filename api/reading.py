"""A provision as it stood on a day, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from api.answer import Notice, status_of
from api.changes import notices_of
from corpus.day import in_words
from corpus.document import LegalDocument, Revision
from corpus.passage import Passage
from corpus.provision import Provision
from corpus.store import CorpusReader
from corpus.validity import Status


@dataclass(frozen=True, slots=True)
class SeenProvision:
    """The status of a provision on a day, in a word and in a sentence, with what changes it."""

    document: LegalDocument
    status: Status
    why: str
    notices: tuple[Notice, ...]


def provision_on(revision: Revision, part: Provision, corpus: CorpusReader, day: date) -> SeenProvision:
    """How a provision of the current text stands on `day`."""
    until = corpus.validity(revision.document.id).until
    document = replace(revision.document, in_force_until=until or revision.document.in_force_until)
    passage = Passage(
        part.ref, "", "", part.heading, part.span.slice(revision.text), part.span, document, revision.sha256,
        document.validity,
    )  # fmt: skip
    status = status_of(document, day)
    return SeenProvision(document, status, _why(document, status), notices_of((passage,), corpus, day))


def _why(document: LegalDocument, status: Status) -> str:
    start = in_words(document.in_force_from) if document.in_force_from else ""
    if status is Status.EXPIRED and document.in_force_until:
        return f"{document.name} hết hiệu lực từ ngày {in_words(document.in_force_until)}."
    if status is Status.NOT_YET:
        return f"{document.name} có hiệu lực từ ngày {start}, sau ngày được hỏi."
    if status is Status.IN_FORCE:
        return f"{document.name} có hiệu lực từ ngày {start} và chưa hết hiệu lực vào ngày được hỏi."
    return f"Chưa biết ngày có hiệu lực của {document.name}."
