"""Numbers of documents: their grammar in text and in file names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.file_name import number_of_file, part_of_file
from ingest.number import find_numbers, first_number, is_number, issuer_of, normalise, type_of

NUMBERS = [
    ("52/2014/QH13", "Quốc hội", None),
    ("89/2025/UBTVQH15", "Ủy ban Thường vụ Quốc hội", None),
    ("123/2020/NĐ-CP", "Chính phủ", "Nghị định"),
    ("66.7/2025/NQ-CP", "Chính phủ", "Nghị quyết"),
    ("27/2018/QĐ-TTg", "Thủ tướng Chính phủ", "Quyết định"),
    ("1719/QĐ-TTg", "Thủ tướng Chính phủ", "Quyết định"),
    ("24/2023/TT-BTP", "Bộ Tư pháp", "Thông tư"),
    ("01/2024/NQ-HĐTP", "Hội đồng Thẩm phán Tòa án nhân dân tối cao", "Nghị quyết"),
    ("01/2022/TTLT-VKSNDTC-TANDTC", "Viện kiểm sát nhân dân tối cao, Tòa án nhân dân tối cao", "Thông tư liên tịch"),
    ("121/VBHN-VPQH", "Văn phòng Quốc hội", "Văn bản hợp nhất"),
    ("21-LCT/HĐNN8", "Quốc hội", None),
    ("35/2024/QĐ-UBND", None, "Quyết định"),
    ("41/2021/AL", None, "Án lệ"),
]


@pytest.mark.parametrize(("number", "issuer", "kind"), NUMBERS)
def test_what_a_number_tells(number: str, issuer: str | None, kind: str | None) -> None:
    assert is_number(number)
    assert issuer_of(number) == issuer
    assert type_of(number) == kind
    assert find_numbers(f"theo văn bản số {number}, và") == [(number, 16, 16 + len(number))]


@pytest.mark.parametrize("text", ["01/7/2025", "24/24 giờ", "1/2", "Điều 5/6", "15.000.000", "QH13"])
def test_what_is_no_number(text: str) -> None:
    assert find_numbers(text) == []


WRITTEN = [
    ("123 / 2020 / NĐ – CP", "123/2020/NĐ-CP", "spaces and a long dash"),
    ("123/2020/N\u00d0-CP", "123/2020/NĐ-CP", "eth for Đ"),
    ("07/2025/NĐ-\u0421\u0420", "07/2025/NĐ-CP", "Cyrillic look-alikes"),
    ("98/2031/ТТ-ВТР", "98/2031/TT-BTP", "all its letters Cyrillic"),
    ("9/2031/QĐ-ТТg", "9/2031/QĐ-TTg", "Cyrillic before a Latin letter"),
    ("98а/2031/QH77", "98a/2031/QH77", "a small Cyrillic letter"),
    ("12/2020/ND-CP", "12/2020/NĐ-CP", "Đ lost"),
]


@pytest.mark.parametrize(("written", "number", "why"), WRITTEN)
def test_normalise(written: str, number: str, why: str) -> None:
    assert normalise(written) == number, why


@pytest.mark.parametrize("written", ["07/2025/NĐ-СР", "9/2031/ТТ-ВТР"])
def test_numbers_with_look_alikes_are_found_whole(written: str) -> None:
    assert find_numbers(f"theo {written} và") == [(normalise(written), 5, 5 + len(written))]


@given(st.text(max_size=60))
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


def test_the_number_that_a_line_states() -> None:
    assert first_number("Luật số: 52/2014/QH13") == "52/2014/QH13"
    assert first_number("Số: 7/QĐ-UBND\tOng Vàng, ngày 05 tháng 5 năm 2031") == "7/QĐ-UBND"
    assert first_number("Độc lập - Tự do") is None


FILES = [
    ("52-2014-qh13", "52/2014/QH13"),
    ("102-2024-nd-cp-part-2", "102/2024/NĐ-CP"),
    ("121-2025-vbhn-vpqh", "121/VBHN-VPQH"),
    ("nghi-dinh-so-145-2020-nd-cp", "145/2020/NĐ-CP"),
    ("66-7-2025-nq-cp", "66.7/2025/NQ-CP"),
    ("2944-qd-ubnd", "2944/QĐ-UBND"),
    ("21-lct-hdnn8", "21-LCT/HĐNN8"),
    ("41-2024-qh15-unofficial-retyped", "41/2024/QH15"),
    ("hien-phap-2013", None),
    ("ghi-chep-thang-5", None),
]


@pytest.mark.parametrize(("stem", "number"), FILES)
def test_the_number_in_a_file_name(stem: str, number: str | None) -> None:
    assert number_of_file(stem) == number


def test_parts_in_file_names() -> None:
    assert part_of_file("102-2024-nd-cp-part-2") == ("102-2024-nd-cp", 2)
    assert part_of_file("Luật chè_phần 3") == ("Luật chè", 3)
    assert part_of_file("52-2014-qh13") == ("52-2014-qh13", None)
