"""Passages: what is indexed and shown. A clause (khoản) with its points folded in, or a bare article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.document import LegalDocument, Revision
from corpus.level import Level
from corpus.provision import Provision
from corpus.reference import ProvisionRef
from corpus.span import Span
from corpus.validity import Validity


@dataclass(frozen=True, slots=True)
class Passage:
    """A clause in its place. `text` is the stored text at `span`; `context` and `lead` say where it stands."""

    ref: ProvisionRef
    context: str
    """`Luật … (52/2014/QH13) > Chương IV. … > Điều 56. …`"""
    lead: str
    """The article's words before its first clause, without its heading; often empty."""
    heading: str
    """The name of the article."""
    text: str
    span: Span
    document: LegalDocument
    sha256: str
    validity: Validity

    @property
    def label(self) -> str:
        """`khoản 1 Điều 56 Luật Hôn nhân và gia đình số 52/2014/QH13`; without provisions the document alone."""
        return f"{self.ref.label()} {self.document.name}".strip()


def passages_of(revision: Revision, validity: Validity | None = None) -> tuple[Passage, ...]:
    """All passages of a revision, in text order; `validity` (default: the document's own) holds for each.

    A text without any provision (a letter, an announcement) is one passage whose place is the document.
    """
    document = revision.document
    top = f"{document.type} {document.title}".strip() + (f" ({document.number})" if document.number else "")
    if revision.provisions:
        found = [p for root in revision.provisions for p in _below(revision, root, (top,))]
    else:
        found = [_whole_text(revision, top)] if revision.text.strip() else []
    return tuple(replace(p, validity=validity) for p in found) if validity else tuple(found)


def title_of(part: Provision) -> str:
    """A provision's label and heading on one line: `Điều 56. Ly hôn theo yêu cầu của một bên`."""
    label = part.label.rstrip(".:")
    return f"{label}. {part.heading}" if part.heading else label


def _whole_text(revision: Revision, top: str) -> Passage:
    document = revision.document
    span = Span(0, len(revision.text))
    ref = ProvisionRef(document.id)
    return Passage(ref, top, "", "", revision.text, span, document, revision.sha256, document.validity)


def _below(revision: Revision, part: Provision, path: tuple[str, ...]) -> Iterator[Passage]:
    if _is_whole(part):
        yield _passage(revision, part, path, part)
        return
    here = (*path, title_of(part))
    for child in part.children:
        if part.level is Level.DIEU:
            yield _passage(revision, child, here, part)
        else:
            yield from _below(revision, child, here)


def _is_whole(part: Provision) -> bool:
    """Whether a part is shown in one piece: it has nothing below it but points, or is a clause itself."""
    if part.level in (Level.KHOAN, Level.DIEM):
        return True
    return all(child.level is Level.DIEM for child in part.children)


def _passage(revision: Revision, part: Provision, path: tuple[str, ...], article: Provision) -> Passage:
    whole = part is article
    return Passage(
        ref=part.ref,
        context=" > ".join((*path, title_of(part)) if whole else path),
        lead="" if whole else _lead(revision, article),
        heading=article.heading,
        text=part.span.slice(revision.text),
        span=part.span,
        document=revision.document,
        sha256=revision.sha256,
        validity=revision.document.validity,
    )


def _lead(revision: Revision, article: Provision) -> str:
    own = article.own.slice(revision.text)
    after_label = own[len(article.label) :].lstrip(" .:\n")
    flat, heading = " ".join(after_label.split()), " ".join(article.heading.split())
    return flat[len(heading) :].strip() if heading and flat.startswith(heading) else ("" if heading else flat)
