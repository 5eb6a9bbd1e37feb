"""Numbers of Vietnamese sentences, as values."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prompts.figures import figures

SAME = [
    ("07 tuổi", "7 tuổi"),
    ("bảy tuổi", "07 tuổi"),
    ("ba mươi sáu tháng", "36 tháng"),
    ("mười hai tháng", "12 tháng"),
    ("hai mươi ngày", "20 ngày"),
    ("một trăm hai mươi ngày", "120 ngày"),
    ("5 triệu đồng", "5.000.000 đồng"),
    ("1,5 tr", "1.500.000"),
    ("2 tỷ", "2.000.000.000"),
    ("30 nghìn đồng", "30.000 đồng"),
    ("ngày 1/7/2025", "ngày 01 tháng 07 năm 2025"),
    ("01-07-2025", "1.7.2025"),
    ("20%", "20 %"),
]
APART = [("30 ngày", "45 ngày"), ("3.000", "3"), ("1,5", "15"), ("01/07/2025", "07/01/2025")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_same(one: str, other: str) -> None:
    assert figures(one) == figures(other) != frozenset()


@pytest.mark.parametrize(("one", "other"), APART)
def test_apart(one: str, other: str) -> None:
    assert not figures(one) & figures(other)


def test_words_that_only_look_like_numbers() -> None:
    assert figures("một trong các bên, năm ngoái, hai bên cùng ký") <= {Fraction(2)}


@given(st.text(max_size=80))
def test_any_text_has_figures(text: str) -> None:
    assert figures(text) is not None


@given(st.integers(0, 10**12))
def test_grouping_does_not_matter(number: int) -> None:
    assert figures(f"{number:,} đồng".replace(",", ".")) == figures(f"{number} đồng")
