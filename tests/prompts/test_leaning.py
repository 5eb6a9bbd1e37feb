"""Words lean towards danger as they were learnt to, and the weights are those of the lessons."""

from __future__ import annotations

import json
from importlib import resources

from hypothesis import given
from hypothesis import strategies as st

from prompts.leaning import grams, lean
from scripts.danger_weights import Lesson, digest, learnt


def test_persons_are_told_alike() -> None:
    assert "HE danh ME" not in grams("chồng đánh tôi")
    assert {"HE danh", "danh ME"} <= grams("chồng đánh tôi") & grams("hắn đánh em")


def test_words_of_two_sentences_are_no_pair() -> None:
    assert "danh toi" not in grams("Hắn đánh. Tôi hỏi")


def test_danger_leans_further_than_calm() -> None:
    danger, calm = lean("hắn lôi tôi ra ngõ, tôi sợ lắm"), lean("thủ tục làm giấy khai sinh cho con")
    assert danger.danger > 0 > calm.danger


def test_marks_do_not_matter() -> None:
    assert lean("hắn lôi tôi ra ngõ") == lean("han loi toi ra ngo")


@given(st.text(max_size=200))
def test_any_text_leans(text: str) -> None:
    assert abs(lean(text).danger) < 100


def test_the_weights_are_of_these_lessons() -> None:
    text = resources.files("prompts").joinpath("danger_weights.json").read_text(encoding="utf-8")
    assert json.loads(text)["lessons"] == digest(), "python -m scripts.danger_weights"


def test_what_is_learnt_tells_apart_what_was_taught() -> None:
    lessons = [Lesson(f"{verb} tôi", level) for verb, level in _TAUGHT for _ in range(2)]
    table = learnt(lessons)["grams"]
    assert isinstance(table, dict)
    assert table["dap"][1] > 0 > table["hoi"][1]
    assert table["dap"][2] > table["la"][2]


_TAUGHT = (("hắn đạp", "emergency"), ("hắn la", "concern"), ("cho hỏi", "none"), ("xin hỏi", "none"))
