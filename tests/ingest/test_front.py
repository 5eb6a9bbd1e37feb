"""The head of a document: titles as people write them, and no number that is another document's."""

from __future__ import annotations

import pytest

from ingest.front import bare_title, cased, read_front, type_in_words


@pytest.mark.parametrize(
    ("title", "number", "bare"),
    [
        ("Trồng chè số 98/2031/QH77", "98/2031/QH77", "Trồng chè"),
        ("TRỒNG CHÈ SỐ 98/2031/QH77", "98/2031/QH77", "TRỒNG CHÈ"),
        ("Sửa đổi Luật Trồng chè số 12/2001/QH55.", "98/2031/QH77", "Sửa đổi Luật Trồng chè số 12/2001/QH55"),
        ("CỦA QUỐC HỘI SỐ 9-LCT/HĐNN3 NGÀY 30/06/1979 VỀ TRỒNG CHÈ", "9-LCT/HĐNN3", "TRỒNG CHÈ"),
        ("của Bộ Chè số 2/2031/TT-BC ngày 14 tháng 01 năm 2031 Quy định việc hái", "2/2031/TT-BC", "Quy định việc hái"),
        ("Về việc hái chè", "", "Về việc hái chè"),
    ],
)
def test_a_title_is_without_the_documents_own_number(title: str, number: str, bare: str) -> None:
    assert bare_title(title, number) == bare


@pytest.mark.parametrize(
    ("title", "text", "written"),
    [
        ("TRỒNG CHÈ", "Quốc hội ban hành Luật Trồng chè.", "Trồng chè"),
        ("SỬA ĐIỀU 2 CỦA BỘ LUẬT VƯỜN ĐỒI SỐ 1/2001/QH55", "", "Sửa điều 2 của Bộ luật Vườn đồi số 1/2001/QH55"),
        ("SỬA ĐIỀU 2 CỦA LUẬT CHÈ, LUẬT MÍA VÀ LUẬT LÚA", "", "Sửa điều 2 của Luật Chè, Luật Mía và Luật Lúa"),
        ("THI HÀNH QUYẾT ĐỊNH SỐ 9/2031/QĐ-TTG", "", "Thi hành Quyết định số 9/2031/QĐ-TTg"),
        ("PHỔ BIẾN PHÁP LUẬT VỀ CHÈ", "", "Phổ biến pháp luật về chè"),
    ],
)  # fmt: skip
def test_capitals_become_small_letters_but_for_names_of_laws(title: str, text: str, written: str) -> None:
    assert cased(title, text) == written


def test_a_title_in_capitals_ends_where_small_letters_begin() -> None:
    front = read_front("LUẬT\nTRỒNG CHÈ\nTRÊN ĐỒI\nChè là của quý của làng.\nĐiều 1. Chè")
    assert (front.type, front.title) == ("Luật", "TRỒNG CHÈ TRÊN ĐỒI")


def test_a_title_ends_where_sentences_begin() -> None:
    front = read_front("THÔNG BÁO\nVề việc mở lớp hái chè\ncho người mới\nLớp mở tại nhà văn hóa vào sáng thứ bảy.")
    assert front.title == "Về việc mở lớp hái chè cho người mới"


def test_a_portals_own_title_does_not_repeat_itself() -> None:
    front = read_front("LUẬT\nTRỒNG CHÈ SỐ 98/2031/QH77\nNguồn: Cổng thông tin\nLUẬT\nTRỒNG CHÈ")
    assert front.title == "TRỒNG CHÈ SỐ 98/2031/QH77"


def test_a_draft_without_a_number_takes_no_other_documents_number() -> None:
    head = "ỦY BAN NHÂN DÂN\nSố:      /KH-UBND\nKẾ HOẠCH\nTrồng chè\nTheo Tờ trình số 191/TTr-SXD về chè"
    assert read_front(head).number is None


def test_a_number_stands_in_a_drawn_table_too() -> None:
    assert read_front("|Số: 21/QĐ-NHC      |Đồi Chè, ngày 02 tháng 01 năm 2031 |").number == "21/QĐ-NHC"


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Điều 1. Phạm vi\nLuật này quy định việc trồng chè.", "Luật"),
        ("Điều 1. Phạm vi\nBộ luật này điều chỉnh việc trồng chè.", "Bộ luật"),
        ("Điều 1. Phạm vi\nTrồng chè theo Luật này quy định.", None),
        ("Điều 1. Phạm vi\nQuy chế này quy định việc trồng chè.", None),
    ],
)
def test_a_text_without_a_head_names_its_type_in_its_scope(text: str, type_: str | None) -> None:
    assert type_in_words(text) == type_
