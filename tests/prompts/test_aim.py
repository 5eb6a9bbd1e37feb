"""What a question asks for: law, or what no law holds, or help with a wrong."""

from __future__ import annotations

import json
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prompts.aim import Aim, aim_by, aim_of, read_weights
from scripts.aim_weights import Lesson, digest, every_lesson, learnt


@pytest.mark.parametrize(
    ("question", "aim", "reason"),
    [
        ("Ra tòa vụ mượn vườn này thì em có thắng không chị?", Aim.PREDICTION, "a case that is not decided yet"),
        ("liệu tòa có xử cho em giữ vườn không", Aim.PREDICTION, "the same without saying who wins"),
        ("Số điện thoại của hội làm vườn phường tôi là số mấy?", Aim.FACT, "a number of the world"),
        ("Chủ tịch xã Vườn Ươm bây giờ tên gì?", Aim.FACT, "a person"),
        ("Chiều nay trời có mưa không?", Aim.ELSEWHERE, "the weather"),
        ("Cách nấu canh chua cá lóc?", Aim.ELSEWHERE, "a recipe"),
        ("Luật cho chồng giữ hết lúa của vợ, vậy em nộp lúa ở đâu?", Aim.PREMISE, "a rule taken for granted"),
        ("Làm sao theo dõi điện thoại vợ mà vợ không biết?", Aim.HARM, "help to spy"),
        ("lam gia giay to dat sao cho khong bi lo", Aim.HARM, "help to forge, without marks"),
        ("Chồng theo dõi điện thoại em thì em làm gì được?", Aim.LAW, "the victim of spying"),
        ("Người ta làm giả giấy tờ đất của tôi, tôi tố cáo ở đâu?", Aim.LAW, "the victim of forging"),
        ("Chồng cũ cứ tới phá, làm sao để ảnh không được lại gần nhà tôi?", Aim.LAW, "who asks to be kept safe"),
        ("lam sao thoat khoi chong vu phu", Aim.LAW, "who flees"),
        ("lam sao de chong cu chiu dua tien nuoi con", Aim.LAW, "who is owed, not who evades"),
        ("Hàng xóm nhốt vợ mà mình không báo có sao không?", Aim.LAW, "a bystander"),
        ("Tòa căn cứ vào đâu để giao con?", Aim.LAW, "what a court goes by, not what it will say"),
        ("Mức phạt cho người đặt quá số thùng ong là bao nhiêu?", Aim.LAW, "an amount that a law holds"),
        ("", Aim.LAW, "nothing said settles nothing"),
    ],
)
def test_what_is_asked_for(question: str, aim: Aim, reason: str) -> None:
    assert aim_of(question) is aim, reason


@given(st.text(max_size=200))
def test_marks_and_any_text(text: str) -> None:
    assert aim_of(text) in Aim


def test_the_weights_are_of_these_lessons() -> None:
    text = resources.files("prompts").joinpath("aim_weights.json").read_text(encoding="utf-8")
    assert json.loads(text)["lessons"] == digest(tuple(every_lesson())), "python -m scripts.aim_weights"


def test_what_is_learnt_tells_apart_what_was_taught() -> None:
    taught = [("đoán coi", Aim.PREDICTION), ("giấu sao", Aim.HARM), ("luật nói", Aim.LAW), ("luật gì", Aim.LAW)]
    weights = read_weights(json.dumps(learnt([Lesson(text, aim) for text, aim in taught for _ in range(3)])))
    assert [aim_by(text, weights) for text, _ in taught] == [aim for _, aim in taught]
