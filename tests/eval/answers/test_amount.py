from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.answers.amount import figures, labels

MONEY = st.integers(1, 10**12)


def keys(text: str) -> list[tuple[str, str]]:
    return [figure.key for figure in figures(text)]


def dotted(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")


@given(MONEY)
def test_money_is_read_however_its_thousands_are_set_apart(amount: int) -> None:
    spellings = {f"Nộp {sign} đồng." for sign in (dotted(amount), str(amount), dotted(amount).replace(".", " "))}
    assert len({tuple(keys(spelling)) for spelling in spellings}) == 1


@given(MONEY, MONEY)
def test_different_sums_are_different_figures(one: int, other: int) -> None:
    assert (keys(f"{dotted(one)} đồng") == keys(f"{dotted(other)} đồng")) is (one == other)


@given(st.integers(1, 999), st.integers(1, 999), st.sampled_from(["nghìn", "triệu", "tỷ"]))
def test_a_range_has_the_scale_of_its_end(one: int, other: int, scale: str) -> None:
    assert keys(f"từ {one} đến {other} {scale} đồng") == keys(f"{one} {scale} đồng, {other} {scale} đồng")


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_date_is_the_same_in_digits_and_in_words(day: date) -> None:
    year, month, of_month = day.isoformat().split("-")
    written = (f"{of_month}/{month}/{year}", f"{int(of_month)}-{int(month)}-{year}", f"{of_month}.{month}.{year}")
    spellings = [*written, f"ngày {int(of_month)} tháng {int(month)} năm {year}"]
    assert [keys(spelling) for spelling in spellings] == [[("date", f"{year}-{month}-{of_month}")]] * 4


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("ba mươi lăm ngày", [("ngày", "35")], "tens and ones in words"),
        ("một trăm linh năm ngày", [("ngày", "105")], "linh says nothing"),
        ("hai mươi tư tháng", [("tháng", "24")], "tư for bốn"),
        ("năm năm", [("tháng", "60")], "năm is five and year"),
        ("hai triệu năm trăm nghìn đồng", [("đồng", "2500000")], "one compound"),
        ("1,5 triệu", [("đồng", "1500000")], "a comma for decimals"),
        ("khoản 1, 2 và 4 Điều 3", [("khoan", "1"), ("khoan", "2"), ("khoan", "4"), ("dieu", "3")], "a list of places"),
        ("một khoản 5 triệu", [("đồng", "5000000")], "a sum and no clause"),
        ("Luật số 52/2014/QH13", [], "a name"),
        ("ngày 30/4", [("day", "04-30")], "a day of every year"),
        ("2 người, 3 con", [], "without a unit"),
    ],
)
def test_figures(text: str, expected: list[tuple[str, str]], reason: str) -> None:
    assert keys(text) == expected, reason


def test_labels_are_the_places_that_begin_lines() -> None:
    found = labels("Điều 2. Đăng ký\n2. Hồ sơ gồm:\na) Tờ khai;\nđ) Ảnh chụp, xem 3.\n")
    assert [label.key for label in found] == [("dieu", "2"), ("khoan", "2"), ("diem", "a"), ("diem", "đ")]
