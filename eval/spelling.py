"""A suite asked again in another spelling, to see how much the spelling costs."""

from __future__ import annotations

from dataclasses import replace

from eval.suites.suite import Row
from retriever.spelling import spelled


def respelled(row: Row, spelling: str) -> Row:
    """The row with its question in a spelling of `SPELLINGS`; the id keeps, so that runs can be compared."""
    return replace(row, question=spelled(row.question, row.id, spelling))
