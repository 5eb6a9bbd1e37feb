"""What a claim may not say of its place: a row is a claim and the fault that it has."""

from __future__ import annotations

from datetime import date

import pytest

from prompts.claim import Basis, Fault, claim_fault

PLACE = Basis(
    "khoản 2 Điều 6 Luật Cối xay",
    "2. Chủ cối phải trả bột trong thời hạn 05 ngày, trừ trường hợp cối hỏng. Người gửi lúa có thể chờ tại cối. "
    "Nếu lúa ướt thì chủ cối được từ chối xay theo Điều 9 của Luật này.",
)
DAY = date(2026, 1, 1)
ROWS = [
    ("Chủ cối phải trả bột trong 5 ngày, trừ khi cối hỏng.", None, "the rule with its exception"),
    ("Người gửi lúa có thể chờ tại cối.", None, "word for word"),
    ("Chủ cối phải trả bột trong thời hạn 07 ngày, trừ trường hợp cối hỏng.", Fault.NUMBER, "seven for five"),
    ("Chủ cối phải trả bột trong thời hạn 05 tháng, trừ trường hợp cối hỏng.", Fault.NUMBER, "months for days"),
    ("Chủ cối phải trả bột trong thời hạn 05 ngày.", Fault.EXCEPTION, "the exception is left out"),
    ("Người gửi lúa phải chờ tại cối.", Fault.DUTY, "must for may"),
    ("Người gửi lúa không thể chờ tại cối.", Fault.DUTY, "a not put in"),
    ("Chủ cối được từ chối xay.", Fault.CONDITION, "the condition is left out"),
    ("Nếu lúa ướt thì chủ cối được từ chối xay theo Điều 8 của Luật này.", Fault.PLACE, "another article"),
    ("Người gửi lúa có thể chờ tại Tòa án huyện.", Fault.AUTHORITY, "ended on 1 July 2025"),
]


@pytest.mark.parametrize(("claim", "fault", "why"), ROWS, ids=[row[2] for row in ROWS])
def test_the_fault_of_a_claim(claim: str, fault: Fault | None, why: str) -> None:
    assert claim_fault(claim, [PLACE], DAY) is fault


def test_a_body_may_be_named_while_it_stood() -> None:
    place = Basis("Điều 1", "Nộp đơn tại Tòa án nhân dân cấp huyện.")
    assert claim_fault("Nộp đơn tại Tòa án nhân dân cấp huyện.", [place], date(2024, 1, 1)) is None
    assert claim_fault("Nộp đơn tại Tòa án nhân dân cấp huyện.", [place], DAY) is Fault.AUTHORITY
