"""`hoiluat ask`: the sheet for a terminal, the JSON, and wrong usage."""

from __future__ import annotations

from dataclasses import replace

import pytest

from api.answer import Inquiry
from cli.answer_sheet import sheet
from cli.main import main
from tests.api.twins import CARD, TwinHouse

HOUSE = TwinHouse()


@pytest.mark.parametrize("question", ["", "   ", "\x00\u200b", "a" * 4001])
def test_what_cannot_be_asked(question: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", question]) == 2
    assert "câu hỏi" in capsys.readouterr().err.lower()


@pytest.mark.parametrize("width", [40, 72, 88, 300])
def test_the_sheet_fits_the_terminal(width: int) -> None:
    shown = sheet(HOUSE.advisor.ask(Inquiry("Hồ sơ mượn vườn gồm những gì?")), width, bold=False)
    assert max(map(len, shown.splitlines())) <= max(min(width, 96), 44)
    assert "[1]" in shown and "Nguồn:" in shown and "trí tuệ nhân tạo" in shown
    assert "\033" not in shown


def test_help_lines_come_first() -> None:
    shown = sheet(HOUSE.advisor.ask(Inquiry("chồng đang đánh tôi, tôi trả vườn")), 80, bold=False)
    assert shown.startswith("│ Bạn có đang an toàn không?")
    assert shown.index("113") < shown.index("Nguồn:")


def test_what_a_card_cites_is_quoted_under_sources() -> None:
    shown = sheet(HOUSE.advisor.ask(Inquiry(CARD.question)), 88, bold=False)
    assert "“Người nuôi ong được đặt không quá 10 thùng" in shown


def test_headings_are_bold_on_a_terminal() -> None:
    assert "\033[1mNguồn:\033[0m" in sheet(HOUSE.advisor.ask(Inquiry("trả vườn khi nào")), 80, bold=True)


def test_each_link_stands_under_its_own_document() -> None:
    lines = sheet(HOUSE.advisor.ask(Inquiry("Hồ sơ mượn vườn gồm những gì?")), 88, bold=False).splitlines()
    for place, line in enumerate(lines):
        if line.strip().startswith("http"):
            assert lines[place - 1].startswith(" ")
    answer = HOUSE.advisor.ask(Inquiry("Hồ sơ mượn vườn gồm những gì?"))
    urls = {place.document.source_url for place in answer.citations if place.document.source_url}
    assert sum(line.strip() in urls for line in lines) == len(urls)


def test_points_of_a_clause_stay_inside_their_item() -> None:
    answer = replace(
        HOUSE.advisor.ask(Inquiry("Hồ sơ mượn vườn gồm những gì?")),
        answer="Ngắn gọn.\n\nCăn cứ:\n- Khoản 1: gồm\na) Đơn;\nb) Giấy. [1]\n\nCuối.",
    )
    lines = sheet(answer, 60, bold=False).splitlines()
    assert {"  • Khoản 1: gồm", "    a) Đơn;", "    b) Giấy. [1]", "Cuối."} <= set(lines)
