"""Passages: clauses with their points, bare articles, each a slice in its place."""

from __future__ import annotations

from dataclasses import replace

from corpus.document import LegalDocument, Revision
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


def test_a_text_without_provisions_is_one_passage_that_is_the_document() -> None:
    text = "THÔNG BÁO\nVề việc họp tổ làm vườn\nSáng thứ bảy cả tổ ra vườn, mang theo cuốc."
    notice = Revision(LegalDocument("3/TB-LV", "3/TB-LV", "Thông báo", "Về việc họp tổ làm vườn"), text)
    (passage,) = passages_of(notice)
    assert (str(passage.ref), passage.text, passage.span.slice(text)) == ("3/TB-LV", text, text)
    assert passage.label == "Thông báo Về việc họp tổ làm vườn số 3/TB-LV"
    assert passage.context == "Thông báo Về việc họp tổ làm vườn (3/TB-LV)"
    assert passages_of(replace(notice, text=" ")) == ()


def test_a_document_without_a_number_has_no_empty_brackets() -> None:
    unnumbered = replace(revision(), document=replace(revision().document, number=""))
    assert "(" not in passages_of(unnumbered)[0].context
