"""References labelled by hand: one file's labels, and why those of a file that reads otherwise today cannot be used.

Labels keep hashes and offsets, no text: when a better reader gives a file another text, they have to be put at the
same words in it, which the reader that they were made with (in the history of the file of labels) still finds.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from corpus.document import Revision
from corpus.span import Span
from eval.reading.manifest import Row, files_of, rows
from ingest.reading import read
from ingest.refusal import Refusal


class Cause(StrEnum):
    """Why labels are out of date."""

    NO_FILE = "the file is missing"
    OTHER_FILE = "the file is another one"
    REFUSED = "the file is refused"
    OTHER_TEXT = "the file is the same and its stored text another one"

    @property
    def is_of_reader(self) -> bool:
        """Whether our reading changed, not the folder: then the labels are to be put at their words anew."""
        return self in (Cause.REFUSED, Cause.OTHER_TEXT)


@dataclass(frozen=True, slots=True)
class Stale:
    """Labels of one file that cannot be compared today."""

    path: str
    labels: int
    cause: Cause

    def __str__(self) -> str:
        return f"OUT OF DATE {self.path}: {self.labels} labels, {self.cause}"


@dataclass(frozen=True, slots=True)
class Labelled:
    """What is labelled in one file: stretches, and the references in them."""

    path: str
    rows: tuple[Row, ...]

    @property
    def stretches(self) -> Iterator[tuple[Span, list[Row]]]:
        """Every stretch that was read, with its references."""
        for row in self.rows:
            if "ref" not in row:
                place = Span(row["start"], row["end"])
                yield place, [own for own in self.references if place.contains(Span(own["start"], own["end"]))]

    @property
    def references(self) -> list[Row]:
        """The labels proper."""
        return [row for row in self.rows if "ref" in row]

    def revision(self, laws: Path, parts: dict[str, list[Path]]) -> Revision | Stale:
        """The document that the labels are of, or why they cannot be used."""
        found = self._read(laws / self.path, parts)
        return found if isinstance(found, Revision) else Stale(self.path, len(self.references), found)

    def _read(self, file: Path, parts: dict[str, list[Path]]) -> Revision | Cause:
        if not file.is_file():
            return Cause.NO_FILE
        if {hashlib.sha256(file.read_bytes()).hexdigest()} != self._hashes("file_sha256"):
            return Cause.OTHER_FILE
        try:
            revision = read(parts.get(self.path, [file]))
        except Refusal:
            return Cause.REFUSED
        return revision if {revision.sha256} == self._hashes("text_sha256") else Cause.OTHER_TEXT

    def _hashes(self, name: str) -> set[str]:
        return {row[name] for row in self.rows}


def labelled_files(labels: Path) -> list[Labelled]:
    """The labels file by file."""
    by_file: dict[str, list[Row]] = defaultdict(list)
    for line in labels.read_text(encoding="utf-8").splitlines():
        row: Row = json.loads(line)
        by_file[row["path"]].append(row)
    return [Labelled(path, tuple(group)) for path, group in by_file.items()]


def parts_of(laws: Path) -> dict[str, list[Path]]:
    """The files of each document, by the path of the first."""
    return {row["path"]: files_of(laws, row) for row in rows(laws)} if (laws / "manifest.jsonl").is_file() else {}
