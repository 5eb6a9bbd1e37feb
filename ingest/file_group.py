"""The files of one document: a single one, the parts of one that came cut up, or a line of a JSON-lines file."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass
from pathlib import Path

from corpus.document import Revision
from ingest.file_name import part_of_file
from ingest.jsonl_file import lines_in
from ingest.reading import read, read_json
from ingest.refusal import Refusal
from ingest.sidecar import sidecar_of
from ingest.source import READER

LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FileGroup:
    """The parts of a document, in order."""

    paths: tuple[Path, ...]

    @property
    def content(self) -> str:
        """Hash over the files, their names (which may hint at the number) and their sidecars."""
        digest = hashlib.sha256(READER.encode())
        for path in self.paths:
            digest.update(b"\0" + path.name.encode("utf-8", "surrogateescape") + b"\0" + _file_hash(path))
            if (beside := sidecar_of(path)).is_file():
                digest.update(b"\1" + _file_hash(beside))
        return digest.hexdigest()

    def read(self) -> Revision:
        """Read the parts as one document; raise `Refusal` when one is missing or cannot be read."""
        numbers = [part_of_file(path.stem)[1] for path in self.paths]
        if None not in numbers and (missing := _missing([n for n in numbers if n is not None])):
            whole = part_of_file(self.paths[0].stem)[0]
            raise Refusal(f"Thiếu phần {missing} của {whole}. Hãy đặt đủ các phần cạnh nhau rồi nạp lại.")
        try:
            return read(self.paths)
        except Refusal:
            raise
        except Exception as error:  # one file must never stop a batch, whatever a library does with it
            LOG.exception("reading %s failed", self.paths[0])
            name = self.paths[0].name
            raise Refusal(
                f"Không đọc được {name} ({type(error).__name__}). Hãy lưu lại tệp ở dạng khác rồi nạp lại."
            ) from error


@dataclass(frozen=True, slots=True)
class JsonLine:
    """One document of a JSON-lines file."""

    path: Path
    number: int
    line: str

    @property
    def paths(self) -> tuple[Path, ...]:
        """The file."""
        return (self.path,)

    @property
    def content(self) -> str:
        """Hash of the line."""
        return hashlib.sha256(f"{READER}\0{self.line}".encode("utf-8", "surrogatepass")).hexdigest()

    def read(self) -> Revision:
        """The line's document; raise `Refusal` naming the line."""
        return read_json(self.line, self.number)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that could not even be opened."""

    path: Path
    reason: str

    @property
    def paths(self) -> tuple[Path, ...]:
        """The file."""
        return (self.path,)

    @property
    def content(self) -> str:
        """Hash of the reason: it is tried again each time, since nothing is kept of a refused file."""
        return hashlib.sha256(f"{self.path}\0{self.reason}".encode("utf-8", "surrogateescape")).hexdigest()

    def read(self) -> Revision:
        """Raise `Refusal` with the reason."""
        raise Refusal(self.reason)


def json_lines(path: Path) -> list[JsonLine | Unreadable]:
    """The documents of a JSON-lines file."""
    try:
        return [JsonLine(path, number, line) for number, line in lines_in(path.read_bytes())]
    except Refusal as refusal:
        return [Unreadable(path, refusal.reason)]
    except OSError as error:
        return [Unreadable(path, f"Không mở được tệp {path.name}: {error.strerror or error}.")]


def _file_hash(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").digest()
    except OSError:
        return b"unreadable"


def _missing(numbers: list[int]) -> int | None:
    """The lowest part that is not there."""
    return next((n for n in range(1, max(numbers) + 1) if n not in numbers), None)
