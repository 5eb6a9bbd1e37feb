"""A question, a greeting, or words that say of nothing what they want."""

from __future__ import annotations

import pytest

from prompts.smalltalk import clarify


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Chào bạn", "a greeting"),
        ("alo ai đó không", "is anybody there"),
        ("test thử cái coi", "a trial"),
        ("Tạm biệt nha", "a farewell"),
        ("Có tư vấn trực tuyến không shop?", "what it offers"),
        ("Thủ tục thế nào vậy?", "of what"),
        ("giay to gom nhung gi", "of what, without marks"),
        ("Phạt bao nhiêu?", "for what"),
        ("Cho tôi hỏi về thừa kế", "a field of law and nothing asked"),
        ("???", "no words"),
    ],
)
def test_nothing_to_look_up(text: str, reason: str) -> None:
    assert clarify(text) is not None, reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Thủ tục ly hôn thế nào?", "says of what"),
        ("Cho tôi hỏi về thừa kế thì ai được hưởng?", "asks something of the field"),
        ("Cho em hỏi về án treo là gì?", "asks what it is"),
        ("Mượn vườn phạt bao nhiêu?", "says for what"),
        ("ly hôn", "a matter by its name"),
    ],
)
def test_something_to_look_up(text: str, reason: str) -> None:
    assert clarify(text) is None, reason
