"""Corrections (đính chính): `Tại khoản 2 Điều 5 đã in là: “A”, nay sửa lại là: “B”`, as changed phrases or new words.

A correction tells what a text has always been meant to say, so it has no day of its own: it holds from the first day
of the corrected document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from corpus.document import Revision
from corpus.level import Level
from corpus.phrase import Phrase, PhraseVerb
from corpus.problem import Problem, Severity
from corpus.provision import Provision
from corpus.reference import ProvisionRef, Step
from corpus.relation import Relation, RelationKind
from corpus.span import Span
from ingest.misprint import Misprint, misprints, place_in, without_notes
from ingest.number import find_numbers
from ingest.phrases import read_phrases
from ingest.structure.fragment import read_fragment
from ingest.structure.quotes import quoted_spans

_TITLE = re.compile(r"đính chính", re.IGNORECASE)
_BEGINS = re.compile(r"\W*(?:nay )?đính chính(?: lại)?(?![\wÀ-ỹ])(?P<rest>[^“”\"\n]*)", re.IGNORECASE)
_PAPERS = re.compile(r"giấy|hồ sơ|thông tin|chứng nhận|bản án|\btheo\b", re.IGNORECASE)
"""What else is corrected than law."""
_QUOTED = re.compile(r"[“\"«][^“”\"»]*[”\"»]?")
_ARTICLE = re.compile(r"\bđiều (\d{1,4}[a-zđ]?)(?![\w/])", re.IGNORECASE)
_AS_FOLLOWS = re.compile(r"như sau\s*:?\s*$", re.IGNORECASE)
_OF = re.compile(r"\s(?:của\s+)?(?=(?:Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định)\s)|\snhư sau")
_UNREAD = (
    "Đính chính: không đọc được chỗ sửa hoặc lời sửa. Hãy so với văn bản được đính chính; "
    "lời của văn bản ấy chưa được sửa ở đây."
)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a part inherits: the corrected document and the article that words above name."""

    target: str
    article: str | None = None


@dataclass(slots=True)
class _Read:
    relations: list[Relation] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def with_corrections(revision: Revision) -> Revision:
    """The revision with what its text corrects in others; what a declaration says of the same place goes before."""
    found = _Read()
    if revision.document.holds_from is None and _TITLE.search(revision.text):
        for part in revision.provisions:
            _seek(part, revision, found)
    stated = {r.target for r in revision.relations if r.kind is RelationKind.CORRECTS}
    more = tuple(dict.fromkeys(r for r in found.relations if r.target not in stated))
    return replace(revision, relations=(*revision.relations, *more), problems=(*revision.problems, *found.problems))


def _seek(part: Provision, revision: Revision, found: _Read) -> None:
    """Look for the parts that begin by correcting a document."""
    if part.level is Level.PHU_LUC:
        return
    if (target := _corrected(part, revision)) is None:
        for child in part.children:
            _seek(child, revision, found)
        return
    before = len(found.relations)
    _read(part, _Frame(target), revision, found)
    if len(found.relations) == before and _TITLE.search(revision.document.title):
        found.relations.append(Relation(RelationKind.CORRECTS, ProvisionRef(target), part.ref))
        found.problems.append(Problem(Severity.WARNING, _UNREAD, part.own))


def _corrected(part: Provision, revision: Revision) -> str | None:
    """The number of the document that a part begins by correcting; the title gives it where the part does not."""
    words = part.own.slice(revision.text)[len(part.label) :]
    begins = _BEGINS.match(words)
    if begins is None:
        return None
    own = revision.document.number
    here = [number for number, _, _ in find_numbers(begins["rest"]) if number != own]
    title = revision.document.title
    titled = [number for number, _, _ in find_numbers(title) if number != own] if _TITLE.search(title) else []
    named = here or titled
    before = begins["rest"].partition(here[0])[0] if here else begins["rest"]
    return named[0] if named and not _PAPERS.search(before) else None


def _read(part: Provision, frame: _Frame, revision: Revision, found: _Read) -> None:
    text = revision.text
    read = read_phrases(part, text, frame.article)
    changes = [(c.path, c.phrase) for c in read.changes if c.path and c.phrase is not None]
    if changes:
        found.relations += [_relation(frame, path, part, phrase) for path, phrase in changes]
    elif pairs := list(misprints(part, text)):
        _read_pairs(part, pairs, frame, revision, found)
    else:
        found.relations += _anew(part, frame, text)
    below = _narrowed(part, frame, text)
    for child in part.children:
        _read(child, below, revision, found)


def _read_pairs(part: Provision, pairs: list[Misprint], frame: _Frame, revision: Revision, found: _Read) -> None:
    path: tuple[Step, ...] | None = None
    for one in pairs:
        path = place_in(one.said, frame.article) if one.names_place else path
        if path is None:
            found.problems.append(Problem(Severity.WARNING, _UNREAD, Span(part.span.start, one.right.end)))
        else:
            found.relations.append(_worded(frame, path, part, one, revision.text))


def _anew(part: Provision, frame: _Frame, text: str) -> Iterator[Relation]:
    """The place that a part gives anew as a whole: `Đính chính khoản 2 Điều 5 như sau: “2. …”`."""
    quotes = quoted_spans(text, part.own)
    said = text[part.span.start + len(part.label) : quotes[0].start - 1] if quotes else ""
    path = place_in(_OF.split(said)[0], frame.article) if len(quotes) == 1 and _AS_FOLLOWS.search(said) else None
    words = read_fragment(text, quotes[0], [ProvisionRef(frame.target, path)]) if path else ()
    for right in words[:1]:
        yield replace(_relation(frame, right.ref.path, part, None), words=right)


def _worded(frame: _Frame, path: tuple[Step, ...], part: Provision, one: Misprint, text: str) -> Relation:
    """The whole place in its right words, where what was printed begins with its label; else the phrase in it."""
    target = ProvisionRef(frame.target, path)
    printed = read_fragment(text, one.printed, [target])
    right = read_fragment(text, one.right, [target]) if printed else ()
    if right:
        return replace(_relation(frame, path, part, None), words=right[0])
    return _relation(frame, path, part, Phrase(PhraseVerb.REPLACE, one.printed, one.right))


def _relation(frame: _Frame, path: tuple[Step, ...], part: Provision, phrase: Phrase | None) -> Relation:
    return Relation(RelationKind.CORRECTS, ProvisionRef(frame.target, path), part.ref, phrase=phrase)


def _narrowed(part: Provision, frame: _Frame, text: str) -> _Frame:
    words = without_notes(_QUOTED.sub("", part.own.slice(text)[len(part.label) :]))
    articles = _ARTICLE.findall(words)
    return replace(frame, article=articles[-1]) if len(set(articles)) == 1 else frame
