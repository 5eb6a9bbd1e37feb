"""The field of a question, and law of other countries."""

from __future__ import annotations

import pytest

from corpus.folding import fold
from prompts.subject import SUBJECTS, is_foreign, subjects_of


@pytest.mark.parametrize(
    ("question", "laws"),
    [
        ("sang tên sổ đỏ mất bao lâu", ["Luật Đất đai"]),
        ("sang ten so do mat bao lau", ["Luật Đất đai"]),
        ("ly hôn thì sổ đỏ chia sao", ["Luật Hôn nhân và gia đình", "Luật Đất đai"]),
        ("chồng đánh bạc", ["Bộ luật Hình sự"]),
        ("bị chồng đánh", ["Luật Phòng, chống bạo lực gia đình"]),
        ("xin nhận con nuôi", ["Luật Nuôi con nuôi"]),
        ("hôm nay trời mưa", []),
    ],
)
def test_fields(question: str, laws: list[str]) -> None:
    assert [subject.law for subject in subjects_of(question)] == laws


@pytest.mark.parametrize("question", ["Luật lao động Hàn Quốc cho nghỉ mấy ngày?", "ở Nhật thuế thu nhập bao nhiêu"])
def test_foreign_law(question: str) -> None:
    assert is_foreign(question)


@pytest.mark.parametrize(
    "question",
    ["Chồng tôi đang ở Mỹ, tôi muốn ly hôn", "em lấy chồng Hàn Quốc thì đăng ký ở đâu", "bãi biển Mỹ Khê", "pháp luật"],
)
def test_a_life_abroad_is_no_foreign_law(question: str) -> None:
    assert not is_foreign(question)


def test_a_field_knows_its_own_act() -> None:
    for subject in SUBJECTS:
        folded = fold(subject.law)
        assert subject.held_in((folded,)) or ";" in subject.law or subject.law.startswith("quy định"), subject.law
