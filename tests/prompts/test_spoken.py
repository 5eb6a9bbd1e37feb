"""Hurried and central writing is put into common words. A row is what is typed, what is read, and why."""

from __future__ import annotations

import pytest

from corpus.folding import fold
from prompts.spoken import spoken, writes_marks

READ = [
    ("ck e đánh e r", "chồng em đánh em rồi", "chat spelling"),
    ("Chừ mi ở mô", "giờ mày ở đâu", "central words"),
    ("cứuuuu em vs", "cứu em với", "drawn out"),
    ("chu nha", "chu nha", "without marks a central word may be another"),
]


@pytest.mark.parametrize(("typed", "read", "why"), READ)
def test_spoken(typed: str, read: str, why: str) -> None:
    assert spoken(typed) == read, why


def test_a_writer_of_marks_is_known() -> None:
    question = "Chồng tôi lấy hết tiền, tôi phải làm sao"
    assert writes_marks(question)
    assert not writes_marks(fold(question))
    assert not writes_marks("")
