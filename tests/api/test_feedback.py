"""Verdicts: the real store against its twin."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.feedback import MemoryFeedback, SqliteFeedback


@pytest.mark.parametrize("kind", ["memory", "sqlite"])
def test_verdicts_are_counted(kind: str, tmp_path: Path) -> None:
    store = MemoryFeedback() if kind == "memory" else SqliteFeedback(tmp_path / "new" / "feedback.sqlite")
    store.add("a", "helpful")
    store.add("b", "wrong")
    store.add("b", "helpful")
    assert store.counts() == {"helpful": 2}
