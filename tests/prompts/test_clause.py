"""Clauses are places: in order, apart, and nothing but white space is left out."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.passage import passages_of
from prompts.clause import body, clauses
from tests.invented_law import revision

TEXTS = st.text(alphabet="aA. ;:\n1)đĐ0“”-b,2\t", max_size=120)


@given(TEXTS)
def test_clauses_cover_everything_but_white_space(text: str) -> None:
    found = clauses(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(len(c) and c.slice(text) == c.slice(text).strip() for c in found)
    assert "".join("".join(c.slice(text).split()) for c in found) == "".join(text.split())


@given(TEXTS)
def test_body_is_a_trimmed_place_of_the_text(text: str) -> None:
    words = body(text).slice(text)
    assert words == words.strip()
    assert text.rstrip().endswith(words)


@pytest.mark.parametrize(
    ("text", "heading", "words"),
    [
        ("1. Người mượn trả vườn.", "", "Người mượn trả vườn."),
        ("a) Đơn mượn vườn;", "", "Đơn mượn vườn;"),
        ("đ) Giấy tờ.", "", "Giấy tờ."),
        ("2a. Khoản chen vào.", "", "Khoản chen vào."),
        ("Điều 4. Trả vườn\nNgười mượn trả vườn.", "Trả vườn", "Người mượn trả vườn."),
        ("Điều 4. Trả vườn", "Trả vườn", "Trả vườn"),
        ("30.000 đồng mỗi tháng.", "", "30.000 đồng mỗi tháng."),
        ("Trong 30 ngày.", "", "Trong 30 ngày."),
    ],
)
def test_body_leaves_the_label_out(text: str, heading: str, words: str) -> None:
    assert body(text, heading).slice(text) == words


def test_points_and_sentences_are_clauses_of_their_own() -> None:
    text = "1. Gồm:\na) đơn;\nb) bản sao, có 1.000 đồng. Nộp ngay.\n"
    assert [c.slice(text) for c in clauses(text, body(text))] == [
        "Gồm:",
        "a) đơn;",
        "b) bản sao, có 1.000 đồng.",
        "Nộp ngay.",
    ]


def test_a_wrapped_line_is_one_clause() -> None:
    text = "Người mượn phải\ntrả vườn."
    assert [c.slice(text) for c in clauses(text)] == [text]


def test_invented_law_is_cut_without_loss() -> None:
    for passage in passages_of(revision()):
        inner = body(passage.text, passage.heading)
        parts = [c.slice(passage.text) for c in clauses(passage.text, inner)]
        assert "".join("".join(parts).split()) == "".join(inner.slice(passage.text).split())
