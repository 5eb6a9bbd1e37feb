"""Passages: clauses with their points, bare articles, each a slice in its place."""

from __future__ import annotations

from corpus.passage import passages_of
from tests.corpus.invented import TEXT, revision


def test_a_clause_folds_its_points_in_and_a_bare_article_stands_alone() -> None:
    refs = [str(passage.ref) for passage in passages_of(revision())]
    assert refs == [
        "7/2031/QH99#dieu_1",
        "7/2031/QH99#dieu_2__khoan_1",
        "7/2031/QH99#dieu_2__khoan_2",
    ]


def test_every_passage_is_the_stored_text_at_its_span() -> None:
    assert all(passage.text == passage.span.slice(TEXT) for passage in passages_of(revision()))


def test_context_lead_and_label_say_where_it_stands() -> None:
    first, clause, _ = passages_of(revision())
    assert first.context.endswith("Chương I. QUY ĐỊNH CHUNG > Điều 1. Người giữ vườn") and first.lead == ""
    assert clause.lead == "Người giữ vườn có các việc sau đây:"
    assert clause.label == "khoản 1 Điều 2 Luật Vườn rau số 7/2031/QH99"
