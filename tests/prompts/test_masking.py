"""Personal data put behind words; invented data only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prompts.masking import masked


@pytest.mark.parametrize(
    ("question", "told", "reason"),
    [
        ("gọi 0900 000 001 giùm em", "gọi [số điện thoại] giùm em", "a telephone in groups"),
        ("sdt 0900.000.001", "sdt [số điện thoại]", "with points"),
        ("số +84900000001 nhắn dọa", "số [số điện thoại] nhắn dọa", "with the country"),
        ("CCCD 000199900001", "CCCD [số giấy tờ]", "an identity number, named"),
        ("số 000199900001 bị lộ", "số [số giấy tờ] bị lộ", "twelve digits by themselves"),
        ("stk 1234567890 bị khóa", "stk [số tài khoản] bị khóa", "an account"),
        ("viết tới a.b@vuon.example nhé", "viết tới [thư điện tử] nhé", "an address of mail"),
        ("Tôi là Lê Thị Mây Mẫu, muốn mượn vườn", "Tôi là [tên người], muốn mượn vườn", "one's own name"),
        ("ông Hồ Mẫu Xe lấn vườn", "ông [tên người] lấn vườn", "another's name"),
        ("xe 43A-000.00 đụng tôi", "xe [biển số] đụng tôi", "a number plate"),
        ("số nhà 12/3 đường Vườn Ươm", "số nhà [địa chỉ]", "an address"),
    ],
)
def test_personal_data_is_hidden(question: str, told: str, reason: str) -> None:
    assert masked(question) == told, reason


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("lương 12.000.000 đồng, nợ 300.000.000 đồng", "amounts decide the case"),
        ("ngày 15/03/2023 tôi bị đuổi việc", "a day decides the law"),
        ("Điều 56 Luật Mượn vườn số 11/2020/QH99", "a place of law"),
        ("con 36 tháng, vợ chồng cưới năm 2019", "an age and a year"),
        ("gọi 113 hay 111", "numbers that anybody may call"),
        ("ông ấy đánh tôi, chị ấy thấy", "small letters are no name"),
        ("ủy ban xã hay Tòa án nhân dân khu vực", "bodies are no persons"),
    ],
)
def test_what_the_answer_needs_stays(question: str, reason: str) -> None:
    assert masked(question) == question, reason


@given(st.text())
def test_hiding_twice_hides_no_more(text: str) -> None:
    assert masked(masked(text)) == masked(text)
