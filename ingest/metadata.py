"""What is known of a document: read from its text, corrected by its sidecar, disagreements kept as problems."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from corpus.document import LegalDocument, Origin
from corpus.problem import Problem, Severity
from corpus.provision import Provision
from corpus.reference import ProvisionRef
from corpus.relation import Relation, RelationKind
from ingest import acts
from ingest.consolidation import CONSOLIDATED, Held, holds_from, read_consolidated
from ingest.dates import first_date
from ingest.declaration import choose_day
from ingest.effect import read_effect
from ingest.extract import Extract
from ingest.identity import Identity
from ingest.instructions import amended
from ingest.issue import adopted_on, issuer_in, verified_on
from ingest.new_words import with_words
from ingest.number import issuer_of
from ingest.recognition import RECOGNIZED
from ingest.sidecar import Sidecar
from ingest.territory import territory_of

_UNOFFICIAL = re.compile(r"unofficial|khong-chinh-thuc|không chính thức", re.IGNORECASE)


def describe(
    who: Identity, extract: Extract, provisions: tuple[Provision, ...], paths: Sequence[Path], stated: Sidecar
) -> tuple[LegalDocument, tuple[Relation, ...], tuple[Problem, ...]]:
    """The whole record of a document, its relations, and where text and sidecar disagree."""
    trouble = list(who.problems)
    held = read_consolidated(who.head) if who.type == CONSOLIDATED or "hợp nhất" in who.title.lower() else ()
    read = _days(who, extract, provisions, held)
    days = {name: choose_day(name, stated, day, trouble) for name, day in read.items()}
    issuer = stated.words.get("issuer") or issuer_of(who.number) or issuer_in(who.head) or ""
    document = LegalDocument(
        id=who.id,
        number=who.number,
        type=who.type,
        title=who.title,
        issuer=issuer,
        territory=stated.words.get("territory") or territory_of(who.number, who.head, issuer),
        origin=stated.origin or _origin(paths, extract),
        source_url=stated.words.get("source_url") or extract.hints.get("source_url"),
        survives_parent=stated.survives_parent,
        **days,
    )
    here = ProvisionRef(document.id)
    found = _consolidated(held, here) if held else _relations(who, provisions, extract, document.in_force_from)
    relations = (*stated.relations_of(here), *_unique(found, document.id))
    if document.in_force_from is None:
        reason = "Không thấy ngày có hiệu lực trong văn bản; hãy ghi in_force_from vào tệp .yaml bên cạnh."
        trouble.append(Problem(Severity.WARNING, reason))
    return document, relations, tuple(trouble)


def _days(
    who: Identity, extract: Extract, provisions: tuple[Provision, ...], held: tuple[Held, ...]
) -> dict[str, date | None]:
    """The days of a document as its text gives them, else the fields of its file."""
    issued = _issued_on(who, extract) or first_date(extract.hints.get("issued_on") or "")
    effect = read_effect(provisions, extract.text, None if held else issued)
    of_first = held[0].effective if held else None
    return {
        "issued_on": issued,
        "in_force_from": effect.start or of_first or first_date(extract.hints.get("in_force_from") or ""),
        "in_force_until": effect.until,
        "holds_from": holds_from(held) if held else None,
    }


def _issued_on(who: Identity, extract: Extract) -> date | None:
    body = extract.text[: extract.body_end]
    if who.type == CONSOLIDATED:
        return verified_on(body)
    return who.front.day or adopted_on(body)


def _consolidated(held: Sequence[Held], here: ProvisionRef) -> Iterable[Relation]:
    for act in held:
        yield Relation(RelationKind.CONSOLIDATES, ProvisionRef(act.number), here, act.effective)


def _relations(
    who: Identity, provisions: tuple[Provision, ...], extract: Extract, effective: date | None
) -> Iterable[Relation]:
    here, text = ProvisionRef(who.id), extract.text
    yield from acts.based_on(who.head, here)
    yield from acts.guided(who.head, who.title, here)
    yield from with_words(amended(provisions, text, who.head, who.id, effective, who.title), provisions, text)
    yield from acts.ended(provisions, text, effective)


def _unique(relations: Iterable[Relation], document_id: str) -> tuple[Relation, ...]:
    seen: dict[tuple[object, ...], Relation] = {}
    for relation in relations:
        if relation.target.document != document_id:
            seen.setdefault((relation.kind, relation.target, relation.source, relation.phrase), relation)
    return tuple(seen.values())


def _origin(paths: Sequence[Path], extract: Extract) -> Origin:
    """Unofficial also what was recognized from pictures: letters may be wrong, so any text of the same law goes before.

    Who has read it against the paper declares `origin: official`.
    """
    is_copy = RECOGNIZED in extract.hints or any(_UNOFFICIAL.search(path.name) for path in paths)
    return Origin.UNOFFICIAL if is_copy else Origin.OFFICIAL
