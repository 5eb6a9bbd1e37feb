"""Asking a system every row of a run that it has not been asked yet."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from time import perf_counter

from eval.runs.answer_cache import AnswerCache
from eval.runs.folder import Kept, RunFolder
from eval.runs.system import AskFailed, System
from eval.suites.suite import Row

Progress = Callable[[int, int], None]


def ask_all(
    folder: RunFolder,
    system: System,
    workers: int = 1,
    cache: AnswerCache | None = None,
    progress: Progress | None = None,
) -> dict[str, Kept]:
    """Every row's reply, by id. Those already on disk are not asked again; an interrupt loses none that came."""
    folder.mend()
    kept, rows = folder.replies(), folder.rows()
    waiting = [row for row in rows if row.id not in kept]
    lock = threading.Lock()

    def asked(row: Row) -> Kept:
        one = _one(row, system, cache)
        with lock:  # here and not where it is counted: what was asked is kept even when the counting is broken off
            folder.keep(one)
        return one

    for one in _in_turn(waiting, asked, workers):
        kept[one.id] = one
        if progress:
            progress(len(kept), len(rows))
    return kept


def _in_turn(rows: Sequence[Row], ask: Callable[[Row], Kept], workers: int) -> Iterator[Kept]:
    """Replies as they come. No more are under way than there are workers, so that an interrupt is obeyed soon."""
    left = iter(rows)
    with ThreadPoolExecutor(workers) as pool:
        running: set[Future[Kept]] = set()
        while True:
            while len(running) < workers and (row := next(left, None)) is not None:
                running.add(pool.submit(ask, row))
            if not running:
                return
            done, running = wait(running, return_when=FIRST_COMPLETED)
            yield from (future.result() for future in done)


def _one(row: Row, system: System, cache: AnswerCache | None) -> Kept:
    found = cache.find(row) if cache else None
    if found:
        return Kept(row.id, found[0], None, found[1], cached=True)
    began = perf_counter()
    try:
        record = system.ask(row)
    except AskFailed as error:
        return Kept(row.id, None, str(error), None)
    took = (perf_counter() - began) * 1000
    if cache:
        cache.put(row, record, took)
    return Kept(row.id, record, None, took)
