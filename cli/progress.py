"""A progress bar on stderr, quiet where nobody looks."""

from __future__ import annotations

import sys
from typing import Any

_bars: dict[str, Any] = {}


def bar(stage: str, done: int, total: int) -> None:
    """Show that `done` of `total` steps of a stage are finished; the bar goes away at the end."""
    if not sys.stderr.isatty():
        if done in (0, total) and total > 0:
            print(f"{stage}: {done}/{total}", file=sys.stderr)
        return
    from tqdm import tqdm

    shown = _bars.get(stage)
    if shown is None:
        shown = _bars[stage] = tqdm(total=total, desc=stage, file=sys.stderr, leave=False, dynamic_ncols=True)
    shown.total = total
    shown.update(done - shown.n)
    if done >= total:
        _bars.pop(stage).close()
