"""Putting law in: groups of files → revisions → the corpus, with a report of every file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Protocol

from api.ledger import Entry, Ledger
from corpus.document import Revision
from corpus.store import CorpusStore, Outcome
from ingest.refusal import Refusal

FEW = 4
"""Up to so many files are read in this process: starting others takes longer."""


class Group(Protocol):
    """The files of one document, in order."""

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files."""

    @property
    def content(self) -> str:
        """A hash of all their bytes, and of the officer's notes beside them."""

    def read(self) -> Revision:
        """Read them; raise `Refusal` where they are no document that can be read."""


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file. `outcome` is added, updated, unchanged or refused; `reason` is Vietnamese."""

    path: str
    outcome: str
    document: str | None = None
    reason: str | None = None
    problems: int = 0


class Intake:
    """Takes groups of files in, one transaction a document: stopping it at any moment loses nothing."""

    def __init__(self, corpus: CorpusStore, ledger: Ledger) -> None:
        self._corpus = corpus
        self._ledger = ledger

    def take(self, groups: Sequence[Group], progress: Callable[[int, int, str], None]) -> Iterator[FileReport]:
        """Take all groups in; `progress(done, all, name)` is called as each is finished."""
        known: list[tuple[Group, Entry]] = []
        fresh: list[Group] = []
        for group in groups:
            entry = self._ledger.find(group.content)
            if entry is not None and self._corpus.holds(entry.sha256):
                known.append((group, entry))
            else:
                fresh.append(group)
        for group, entry in known:
            yield from _rows(group, "unchanged", entry.document_id, None, entry.problems)
        for done, (group, result) in enumerate(_read_all(fresh), start=1):
            yield from self._put(group, result)
            progress(done, len(fresh), group.paths[0].name)

    def _put(self, group: Group, result: Revision | Refusal) -> Iterator[FileReport]:
        if isinstance(result, Refusal):
            yield from _rows(group, "refused", None, str(result), 0)
            return
        put = self._corpus.put(result, ", ".join(path.name for path in group.paths))
        problems = len(result.problems)
        self._ledger.note(group.content, Entry(put.document_id, result.sha256, problems))
        outcome, reason = put.outcome.value, None
        if put.outcome is Outcome.OUTRANKED:
            outcome, reason = "updated", "giữ làm bản khác của văn bản; bản đang dùng được ưu tiên hơn"
        yield from _rows(group, outcome, put.document_id, reason, problems)


def _rows(group: Group, outcome: str, document: str | None, reason: str | None, problems: int) -> Iterator[FileReport]:
    return (FileReport(str(path), outcome, document, reason, problems) for path in group.paths)


def _read(group: Group) -> Revision | Refusal:
    try:
        return group.read()
    except Refusal as refusal:
        return refusal


def _read_all(groups: Sequence[Group]) -> Iterator[tuple[Group, Revision | Refusal]]:
    """Read groups in their order, on all cores where there are many."""
    if len(groups) <= FEW:
        yield from ((group, _read(group)) for group in groups)
        return
    rest = list(groups)
    while rest:
        for result in _read_together(rest, max(1, min(os.cpu_count() or 1, 8))):
            yield rest.pop(0), result
        if rest:  # a reader died, perhaps of the first one left: that one gets a reader of its own
            died = Refusal("Bộ đọc dừng đột ngột ở tệp này. Hãy mở tệp, lưu lại ở dạng khác rồi nạp lại.")
            yield rest[0], next(_read_together(rest[:1], 1), died)
            rest.pop(0)


def _read_together(groups: Sequence[Group], workers: int) -> Iterator[Revision | Refusal]:
    """Results in order, as far as the readers live: one that dies takes its whole pool with it."""
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    try:
        for future in [pool.submit(_read, group) for group in groups]:
            yield future.result()
    except BrokenProcessPool:
        return
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
