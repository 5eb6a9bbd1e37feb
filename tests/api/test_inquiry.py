"""Reading a question."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.inquiry import cleaned, spoken_date


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = cleaned(text)
    assert cleaned(once) == once
    once.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a\x00b\tc", "a b c"),
        ("dòng 1\r\ndòng  2", "dòng 1\ndòng 2"),
        ("\u202eđảo\u202c \ufeffngược", "đảo ngược"),
        ("\ud800x", "x"),
        ("ly ho\u0302n", "ly hôn"),
    ],
)
def test_cleaned(text: str, read: str) -> None:
    assert cleaned(text) == read


@pytest.mark.parametrize(
    ("question", "year", "day"),
    [
        ("ngày 15/3/2023 tôi bị đuổi việc", 2023, date(2023, 3, 15)),
        ("năm 2021 chồng tôi mất", 2021, None),
        ("nam 2019 toi cho vay", 2019, None),
    ],
)
def test_days_that_a_question_names(question: str, year: int, day: date | None) -> None:
    found = spoken_date(question)
    assert found is not None and (found.year, found.day) == (year, day)


@pytest.mark.parametrize(
    "question",
    [
        "Luật Đất đai năm 2024 quy định gì",
        "con sinh năm 2015",
        "Nghị định 123/2015/NĐ-CP",
        "ngày 31/2/2023",
        "36 tháng",
    ],
)
def test_days_that_it_does_not(question: str) -> None:
    assert spoken_date(question) is None
