"""The corpus as JSON lines: one document a line, with its provisions and the stored text (docs/interchange)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from corpus.document import LegalDocument, Origin, Revision
from corpus.effect import Effect
from corpus.level import Level
from corpus.phrase import Phrase, PhraseVerb
from corpus.problem import Problem, Severity
from corpus.provision import Provision, nest
from corpus.reference import ProvisionRef
from corpus.relation import Relation, RelationKind
from corpus.span import Span

Record = dict[str, Any]


class InvalidRecord(ValueError):
    """A line that is no document of the interchange format; the message says what is missing."""


def document_record(document: LegalDocument) -> Record:
    """A document as JSON: days as ISO 8601 text, unknown as null."""
    return {
        "id": document.id,
        "number": document.number,
        "type": document.type,
        "title": document.title,
        "issuer": document.issuer,
        "issued_on": _day(document.issued_on),
        "in_force_from": _day(document.in_force_from),
        "in_force_until": _day(document.in_force_until),
        "holds_from": _day(document.holds_from),
        "territory": document.territory,
        "origin": document.origin.value,
        "source_url": document.source_url,
    } | ({"survives_parent": True} if document.survives_parent else {})


def provision_record(part: Provision) -> Record:
    """A provision as JSON, without its words (they are the text's at `start:end`)."""
    return {
        "ref": str(part.ref),
        "level": part.level.value,
        "label": part.label,
        "heading": part.heading,
        "start": part.span.start,
        "text_end": part.text_end,
        "end": part.span.end,
        "page": part.page,
    }


def relation_record(relation: Relation) -> Record:
    """A relation as JSON; `until`, `words` (provisions in the order of the text), `phrase` only where there are any."""
    record: Record = {
        "kind": relation.kind.value,
        "target": str(relation.target),
        "source": str(relation.source),
        "effective": _day(relation.effective),
    }
    if relation.until is not None:
        record["until"] = _day(relation.until)
    if relation.moves_to is not None:
        record["moves_to"] = _day(relation.moves_to)
    if relation.words is not None:
        record["words"] = [provision_record(part) for part in relation.words.walk()]
    if relation.phrase is not None:
        record["phrase"] = phrase_record(relation.phrase)
    return record


def phrase_record(phrase: Phrase) -> Record:
    """A changed phrase as JSON: where the old and the new one stand in the text of the acting document."""
    record: Record = {"verb": phrase.verb.value, "old": [phrase.old.start, phrase.old.end]}
    if phrase.new is not None:
        record["new"] = [phrase.new.start, phrase.new.end]
    return record | ({"own_only": True} if phrase.own_only else {})


def effect_record(effect: Effect) -> Record:
    """The days of a provision that differ from its document's, as JSON."""
    return {
        "ref": str(effect.ref),
        "start": _day(effect.start),
        "until": _day(effect.until),
        "source": str(effect.source),
    }


def problem_record(problem: Problem) -> Record:
    """A problem as JSON."""
    return {
        "severity": problem.severity.value,
        "reason": problem.reason,
        "start": problem.span.start,
        "end": problem.span.end,
    }


def revision_record(revision: Revision) -> Record:
    """A whole revision as JSON."""
    return {
        "document": document_record(revision.document) | {"sha256": revision.sha256},
        "provisions": [provision_record(part) for part in revision.walk()],
        "relations": [relation_record(relation) for relation in revision.relations],
        "effects": [effect_record(effect) for effect in revision.effects],
        "problems": [problem_record(problem) for problem in revision.problems],
        "pages": list(revision.pages),
        "text": revision.text,
    }


def read_document(record: Record) -> LegalDocument:
    """The document of a record; raise `InvalidRecord` with the missing name."""
    try:
        return LegalDocument(
            id=record["id"],
            number=record["number"],
            type=record["type"],
            title=record["title"],
            issuer=record.get("issuer") or "",
            issued_on=read_day(record.get("issued_on")),
            in_force_from=read_day(record.get("in_force_from")),
            in_force_until=read_day(record.get("in_force_until")),
            holds_from=read_day(record.get("holds_from")),
            territory=record.get("territory") or "toàn quốc",
            origin=Origin(record.get("origin") or Origin.OFFICIAL),
            source_url=record.get("source_url"),
            survives_parent=bool(record.get("survives_parent")),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise InvalidRecord(f"document record: {error!r}") from error


def read_revision(record: Record) -> Revision:
    """The revision of a record; raise `InvalidRecord` where a part is missing or a span lies outside the text."""
    try:
        text = record["text"]
        flat = [_provision(part) for part in record.get("provisions", ())]
        if any(part.span.end > len(text) or not part.span.start <= part.text_end <= part.span.end for part in flat):
            raise InvalidRecord("a provision's span lies outside the text")
        revision = Revision(
            document=read_document(record["document"]),
            text=text,
            provisions=nest(flat),
            relations=tuple(read_relation(part) for part in record.get("relations", ())),
            problems=tuple(_problem(part) for part in record.get("problems", ())),
            pages=tuple(record.get("pages", ())),
            effects=tuple(_effect(part) for part in record.get("effects", ())),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise InvalidRecord(f"revision record: {error!r}") from error
    if any(span.end > len(text) for relation in revision.relations for span in relation.quoted):
        raise InvalidRecord("the new words of a relation lie outside the text")
    stated = record["document"].get("sha256")
    if stated not in (None, revision.sha256):
        raise InvalidRecord(f"the text of {revision.document.id} is not the one named by sha256 {stated}")
    return revision


def write_lines(revisions: Iterable[Revision]) -> Iterator[str]:
    """One JSON line a revision, with its newline."""
    for revision in revisions:
        yield json.dumps(revision_record(revision), ensure_ascii=False) + "\n"


def read_lines(lines: Iterable[str]) -> Iterator[Revision]:
    """The revisions of JSON lines; blank lines are skipped; raise `InvalidRecord` with the line's number."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield read_revision(json.loads(line))
        except ValueError as error:
            raise InvalidRecord(f"line {number}: {error}") from error


def read_day(value: object) -> date | None:
    """A day of a record: ISO 8601 text, a date (YAML gives one) or nothing."""
    if value is None or value == "":
        return None
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _provision(record: Record) -> Provision:
    ref = ProvisionRef.parse(record["ref"])
    if not ref.path or ref.path[-1].level is not Level(record["level"]):
        raise InvalidRecord(f"the level {record['level']!r} is not that of {record['ref']!r}")
    span = Span(record["start"], record["end"])
    return Provision(ref, record["label"], record["heading"], span, record["text_end"], (), record.get("page"))


def read_relation(record: Record) -> Relation:
    """The relation of a record."""
    words = nest([_provision(part) for part in record.get("words", ())])
    return Relation(
        kind=RelationKind(record["kind"]),
        target=ProvisionRef.parse(record["target"]),
        source=ProvisionRef.parse(record["source"]),
        effective=read_day(record.get("effective")),
        until=read_day(record.get("until")),
        words=words[0] if words else None,
        moves_to=read_day(record.get("moves_to")),
        phrase=_phrase(record["phrase"]) if record.get("phrase") else None,
    )


def _phrase(record: Record) -> Phrase:
    new = Span(*record["new"]) if record.get("new") else None
    return Phrase(PhraseVerb(record["verb"]), Span(*record["old"]), new, bool(record.get("own_only")))


def _effect(record: Record) -> Effect:
    ref, source = ProvisionRef.parse(record["ref"]), ProvisionRef.parse(record["source"])
    return Effect(ref, read_day(record.get("start")), read_day(record.get("until")), source)


def _problem(record: Record) -> Problem:
    return Problem(Severity(record["severity"]), record["reason"], Span(record["start"], record["end"]))
