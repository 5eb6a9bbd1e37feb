"""Small types: spans, provisions, validity, folding, citations."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.citation import Citation
from corpus.folding import fold
from corpus.provision import nest
from corpus.span import Span
from corpus.validity import Status, Validity
from tests.corpus.invented import TEXT, revision


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_runs_forward_from_zero(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="start"):
        Span(start, end)


def test_a_span_past_the_text_is_an_error_not_a_short_quote() -> None:
    with pytest.raises(ValueError, match="past"):
        Span(0, 5).slice("bốn")


def test_flattening_then_nesting_is_identity() -> None:
    roots = revision().provisions
    assert nest([part for root in roots for part in root.walk()]) == roots


@pytest.mark.parametrize(
    ("validity", "day", "status"),
    [
        (Validity(date(2025, 7, 1)), date(2025, 6, 30), Status.NOT_YET),
        (Validity(date(2025, 7, 1)), date(2025, 7, 1), Status.IN_FORCE),
        (Validity(date(2014, 7, 1), date(2024, 8, 1)), date(2024, 7, 31), Status.IN_FORCE),
        (Validity(date(2014, 7, 1), date(2024, 8, 1)), date(2024, 8, 1), Status.EXPIRED),
        (Validity(), date(2024, 8, 1), Status.UNKNOWN),
        (Validity(None, date(2024, 8, 1)), date(2024, 8, 1), Status.EXPIRED),
    ],
)
def test_days_of_validity_are_half_open(validity: Validity, day: date, status: Status) -> None:
    assert validity.status_on(day) is status


@pytest.mark.parametrize(
    ("text", "folded"),
    [("ĐIỀU 5", "dieu 5"), ("hoà giải", "hoa giai"), ("hòa giải", "hoa giai"), ("đơn phương", "don phuong")],
)
def test_folding_takes_marks_off(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_a_citation_holds_only_in_the_text_it_was_cut_from() -> None:
    stored = revision()
    citation = Citation.of(stored, stored.provisions[0].children[0].ref, stored.provisions[0].children[0].span)
    assert citation.quote in TEXT and citation.holds_in(stored)
    assert not citation.holds_in(revision(text="x" + TEXT))
    moved = Citation(citation.ref, citation.quote, Span(citation.span.start + 1, citation.span.end + 1), stored.sha256)
    assert not moved.holds_in(stored)
