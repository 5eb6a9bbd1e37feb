import pytest

from tests.ingest.figures import unfounded


@pytest.mark.parametrize(
    ("told", "official"),
    [
        ("36 tháng", "ba mươi sáu tháng tuổi"),
        ("7 tuổi", "từ đủ 07 tuổi trở lên"),
        ("20%/năm", "hai mươi phần trăm"),
        ("2 triệu đồng", "từ 2.000.000 đồng đến dưới 50.000.000 đồng"),
        ("1,5 triệu đồng", "1.500.000 đồng"),
        ("mười lăm ngày", "15 ngày"),
        ("Luật 52/2014/QH13 [3], ngày 01/07/2025", ""),
    ],
)
def test_a_figure_is_the_same_in_digits_and_in_words(told: str, official: str) -> None:
    assert unfounded(told, official) == set()


@pytest.mark.parametrize(
    ("told", "official"),
    [("09 tuổi", "07 tuổi"), ("3 ngày", "03 ngày làm việc"), ("12 tháng", "12 giờ"), ("hai năm", "02 tháng")],
)
def test_another_value_or_unit_is_another_figure(told: str, official: str) -> None:
    assert unfounded(told, official) != set()
