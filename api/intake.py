"""Putting law in: source documents → revisions → the corpus, with a report of every file."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context, parent_process

from api.ledger import Entry, Ledger
from corpus.document import Revision
from corpus.store import CorpusStore, Outcome
from ingest.refusal import Refusal
from ingest.source import SourceDocument

FEW = 10
"""Up to so many files are read in this process: starting others takes longer."""
_AHEAD = 8


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file. `outcome` is added, updated, unchanged or refused; `reason` is Vietnamese."""

    path: str
    outcome: str
    document: str | None = None
    reason: str | None = None
    problems: int = 0


class Intake:
    """Takes documents in, one transaction a document: stopping it at any moment loses nothing."""

    def __init__(self, corpus: CorpusStore, ledger: Ledger) -> None:
        self._corpus = corpus
        self._ledger = ledger

    def take(
        self, documents: Sequence[SourceDocument], progress: Callable[[int, int, str], None]
    ) -> Iterator[FileReport]:
        """Take all in; `progress(done, all, name)` is called as each is finished."""
        known: list[tuple[SourceDocument, Entry]] = []
        fresh: list[SourceDocument] = []
        for document in documents:
            entry = self._ledger.find(document.content)
            if entry is not None and self._corpus.holds(entry.sha256):
                known.append((document, entry))
            else:
                fresh.append(document)
        for document, entry in known:
            yield from _rows(document, "unchanged", entry.document_id, None, entry.problems)
        for done, (document, result) in enumerate(_read_all(fresh), start=1):
            yield from self._put(document, result)
            progress(done, len(fresh), document.paths[0].name)

    def _put(self, document: SourceDocument, result: Revision | Refusal) -> Iterator[FileReport]:
        if isinstance(result, Refusal):
            yield from _rows(document, "refused", None, str(result), 0)
            return
        put = self._corpus.put(result, ", ".join(path.name for path in document.paths))
        problems = len(result.problems)
        self._ledger.note(document.content, Entry(put.document_id, result.sha256, problems))
        outcome, reason = put.outcome.value, None
        if put.outcome is Outcome.OUTRANKED:
            outcome, reason = "updated", "giữ làm bản khác của văn bản; bản đang dùng được ưu tiên hơn"
        yield from _rows(document, outcome, put.document_id, reason, problems)


def _rows(
    given: SourceDocument, outcome: str, document_id: str | None, reason: str | None, problems: int
) -> Iterator[FileReport]:
    return (FileReport(str(path), outcome, document_id, reason, problems) for path in given.paths)


def _read(document: SourceDocument) -> Revision | Refusal:
    try:
        return document.read()
    except Refusal as refusal:
        return refusal


def _read_all(documents: Sequence[SourceDocument]) -> Iterator[tuple[SourceDocument, Revision | Refusal]]:
    """Read in their order, on all cores where there are many."""
    if len(documents) <= FEW:
        yield from ((document, _read(document)) for document in documents)
        return
    rest = list(documents)
    while rest:
        for result in read_together(tuple(rest), max(1, min(os.cpu_count() or 1, 8))):
            yield rest.pop(0), result
        if rest:  # a reader died, perhaps of the first one left: that one gets a reader of its own
            died = Refusal("Bộ đọc dừng đột ngột ở tệp này. Hãy mở tệp, lưu lại ở dạng khác rồi nạp lại.")
            yield rest[0], next(read_together(rest[:1], 1), died)
            rest.pop(0)


def read_together(documents: Iterable[SourceDocument], workers: int) -> Iterator[Revision | Refusal]:
    """Results in order, a few ahead, as far as the readers live: one that dies takes its whole pool with it."""
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_end_with_parent)
    try:
        waiting: deque[Future[Revision | Refusal]] = deque()
        for document in documents:
            with _ctrl_c_kept_back():
                waiting.append(pool.submit(_read, document))
            if len(waiting) > _AHEAD * workers:  # what is read and not yet stored fills the memory
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool:
        return
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


@contextmanager
def _ctrl_c_kept_back() -> Iterator[None]:
    """Processes that are started inside never see Ctrl-C: this one stops them, they have nothing to say."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    """A reader whose parent was killed would wait for work for ever."""
    threading.Thread(target=_outlive, daemon=True).start()


def _outlive() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
