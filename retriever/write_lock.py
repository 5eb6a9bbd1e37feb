"""One writer at a time: two processes writing one Chroma folder corrupt it silently."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from retriever.fault import IndexBusy

try:
    import fcntl
except ImportError:  # not a POSIX system: tantivy's own lock remains
    fcntl = None  # type: ignore[assignment]


@contextmanager
def write_lock(path: Path) -> Iterator[None]:
    """Hold the lock file while writing; raise `IndexBusy` when another process holds it. It ends with the process."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="ascii") as file:
        if fcntl is not None:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                file.seek(0)
                raise IndexBusy(
                    f"Một tiến trình khác (số {file.read().strip() or '?'}) đang ghi chỉ mục ở {path.parent}. "
                    "Hãy đợi nó xong rồi chạy lại; trong lúc đó vẫn hỏi và tìm được."
                ) from error
        file.seek(0)
        file.truncate()
        file.write(str(os.getpid()))
        file.flush()
        yield
