"""Files and folders (recursively) as a source: cut-up documents are put together, sidecars belong to their file."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.codification.archive import names_in
from ingest.codification.source import CodificationSource
from ingest.file_group import FileGroup, Unreadable, json_lines
from ingest.file_name import part_of_file
from ingest.refusal import Refusal
from ingest.sidecar import read_sidecar, sidecar_of
from ingest.source import SourceDocument

READ = frozenset({".docx", ".doc", ".rtf", ".pdf", ".html", ".htm", ".txt", ".md", ".markdown"})
LINES = frozenset({".jsonl", ".ndjson"})
REFUSED = frozenset({".odt", ".rar", ".png", ".jpg", ".jpeg", ".tif", ".tiff"})
"""Looked at too, so that the officer learns why they were not read."""
ARCHIVE = ".zip"


@dataclass(frozen=True, slots=True)
class FolderSource:
    """The documents in these files and folders. A file that is named is tried whatever its name."""

    roots: Sequence[Path]

    def documents(self) -> Iterator[SourceDocument]:
        """All documents, in the order of their paths; hidden files are passed over."""
        files = list(dict.fromkeys(path for root in self.roots for path in _files(root)))
        for group in _groups(files):
            if group[0].suffix.lower() in LINES:
                yield from json_lines(group[0])
            elif len(group) == 1 and group[0].suffix.lower() == ARCHIVE:
                yield from _archived(group[0])
            else:
                yield FileGroup(group)


@dataclass(frozen=True, slots=True)
class JsonLinesSource:
    """The documents of one JSON-lines file."""

    path: Path

    def documents(self) -> Iterator[SourceDocument]:
        """One a line."""
        yield from json_lines(self.path)


def _archived(path: Path) -> Iterator[SourceDocument]:
    """The documents of a codification; a Word file under a wrong name is read as what it is."""
    try:
        is_word = "word/document.xml" in names_in(path)
    except Refusal:
        is_word = False
    yield from (FileGroup((path,)),) if is_word else CodificationSource(path).documents()


def _files(root: Path) -> Iterator[Path]:
    if not root.is_dir():
        yield root
        return
    for folder, subfolders, names in os.walk(root):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(names):
            suffix = Path(name).suffix.lower()
            if not name.startswith((".", "~$")) and suffix in READ | LINES | REFUSED | {ARCHIVE}:
                yield Path(folder) / name


def _groups(files: list[Path]) -> Iterator[tuple[Path, ...]]:
    """Files put together by their sidecars' lists, else by `…-part-1`, `…-part-2` in one folder."""
    listed = {path: parts for path in files if (parts := _listed(path))}
    inside = {part for parts in listed.values() for part in parts[1:]}
    numbered: dict[tuple[Path, str, str], list[tuple[int, Path]]] = {}
    for path in files:
        stem, part = part_of_file(path.stem)
        if part is not None and path not in inside and path not in listed:
            numbered.setdefault((path.parent, stem, path.suffix.lower()), []).append((part, path))
    done: set[Path] = set()
    for path in files:
        if path in done or path in inside:
            continue
        stem, part = part_of_file(path.stem)
        if path in listed:
            group = listed[path]
        elif part is not None:
            group = tuple(other for _, other in sorted(numbered[path.parent, stem, path.suffix.lower()]))
        else:
            group = (path,)
        done.update(group)
        yield group


def _listed(path: Path) -> tuple[Path, ...]:
    """The files that a sidecar's `parts` name, the sidecar's own first; empty where it names none or cannot be read."""
    beside = sidecar_of(path)
    if not beside.is_file():
        return ()
    try:
        names = read_sidecar(beside.read_text(encoding="utf-8"), beside.name).parts
    except (Refusal, OSError, UnicodeDecodeError):
        return ()  # reading the file itself will say what is wrong
    others = [path.parent / name for name in names if name != path.name]
    return (path, *others) if others else ()


__all__ = ["FolderSource", "JsonLinesSource", "Unreadable"]
