"""What the officer says of a document: front matter, or a file `<name>.yaml` beside it. It overrides what is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from corpus.document import Origin
from corpus.reference import InvalidReference, ProvisionRef
from corpus.relation import Relation, RelationKind
from ingest.refusal import Refusal

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_WORDS = ("id", "number", "type", "title", "issuer", "territory", "source_url")
_DAYS = ("issued_on", "in_force_from", "in_force_until", "holds_from")
_REMARKS = ("retold_on", "checked_on", "note")
"""Names for the people who keep the file; nothing is read from them."""
SUFFIX = ".yaml"
_CALLED = "Tệp khai báo"


@dataclass(frozen=True, slots=True)
class Sidecar:
    """Statements about a document; a name that is absent says nothing."""

    words: Mapping[str, str] = field(default_factory=dict)
    days: Mapping[str, date | None] = field(default_factory=dict)
    origin: Origin | None = None
    relations: tuple[Mapping[str, Any], ...] = ()
    parts: tuple[str, ...] = ()
    called: str = _CALLED
    """What states it, in messages."""
    survives_parent: bool = False

    def relations_of(self, document: ProvisionRef) -> tuple[Relation, ...]:
        """The stated relations, with `document` where no source is named; raise `Refusal` for a malformed one."""
        return tuple(_relation(row, document) for row in self.relations)


def split_front_matter(text: str) -> tuple[str, str]:
    """The YAML at the head of a text (empty when none) and the text after it."""
    match = _FRONT.match(text)
    return (match[1], text[match.end() :]) if match else ("", text)


def sidecar_of(path: Path) -> Path:
    """Where the sidecar of a file stands: `luat.docx.yaml`."""
    return path.with_name(path.name + SUFFIX)


def read_sidecar(text: str, where: str) -> Sidecar:
    """Statements from YAML; raise `Refusal` naming `where` when they are malformed."""
    try:
        data = yaml.safe_load(text) if text.strip() else {}
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise Refusal(
            f"Phần khai báo YAML của {where} sai cú pháp: {str(error)[:200]}. Hãy sửa rồi nạp lại."
        ) from error
    return sidecar_from(data, where)


def sidecar_from(data: object, where: str, called: str = _CALLED) -> Sidecar:
    """Statements from what YAML or JSON gave; raise `Refusal` naming `where` when they are malformed."""
    if not isinstance(data, dict):
        raise Refusal(f"Phần khai báo YAML của {where} phải gồm các dòng “tên: giá trị”.")
    known = {*_WORDS, *_DAYS, "origin", "relations", "parts", "survives_parent", *_REMARKS}
    if unknown := sorted(str(key) for key in data if key not in known):
        raise Refusal(
            f"Phần khai báo YAML của {where} có tên lạ: {', '.join(unknown)}. "
            f"Các tên dùng được: {', '.join(sorted(known))}."
        )
    return Sidecar(
        {key: str(data[key]).strip() for key in _WORDS if data.get(key) is not None},
        {key: _day(data[key], key, where) for key in _DAYS if key in data},
        _origin(data.get("origin"), where),
        tuple(row for row in data.get("relations") or () if isinstance(row, dict)),
        tuple(str(part) for part in data.get("parts") or ()),
        called,
        data.get("survives_parent") is True,
    )


def merge(first: Sidecar, second: Sidecar) -> Sidecar:
    """Both together; the second wins."""
    return Sidecar(
        {**first.words, **second.words},
        {**first.days, **second.days},
        second.origin or first.origin,
        (*first.relations, *second.relations),
        second.parts or first.parts,
        survives_parent=second.survives_parent or first.survives_parent,
    )


def _day(value: object, key: str, where: str) -> date | None:
    if value is None or value == "":
        return None
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise Refusal(
            f"Ngày “{value}” của {key} trong {where} không đúng dạng NĂM-THÁNG-NGÀY (ví dụ 2015-01-01)."
        ) from error


def _origin(value: object, where: str) -> Origin | None:
    if value is None:
        return None
    try:
        return Origin(str(value))
    except ValueError as error:
        raise Refusal(f"Nguồn “{value}” trong {where} không có. Dùng một trong: {', '.join(Origin)}.") from error


def _relation(row: Mapping[str, Any], document: ProvisionRef) -> Relation:
    try:
        target = ProvisionRef.parse(str(row["target"]))
        source = ProvisionRef.parse(str(row["source"])) if row.get("source") else document
        effective, until = (_day(row.get(key), key, str(document)) for key in ("effective", "until"))
        return Relation(RelationKind(row["kind"]), target, source, effective, until)
    except (KeyError, ValueError, InvalidReference) as error:
        raise Refusal(
            f"Quan hệ “{dict(row)}” của {document} không đọc được: cần kind, target "
            "và (nếu có) source, effective, until."
        ) from error
