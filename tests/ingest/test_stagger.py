"""Provisions with days of their own: a table of invented articles on effect, with the reason for each."""

from datetime import date

import pytest

from ingest.effect import read_effect
from ingest.stagger import staggered
from ingest.structure import parse_provisions

BODY = (
    "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nLời.\nĐiều 2. Giải thích\n1. Một:\na) A;\nb) B.\n2. Hai.\n3. Ba.\n"
    "Chương II\nTRỒNG CHÈ\nĐiều 3. Ba\nLời.\nĐiều 4. Bốn\n1. Một.\n2. Hai:\na) A;\nb) B.\nĐiều 5. Năm\nLời.\n"
    "Chương III\nTHI HÀNH\nĐiều 6. Hiệu lực thi hành\n1. Luật này có hiệu lực từ ngày 01 tháng 7 năm 2031{}"
)
OTHER = "2031-09-01"
DAYS = "có hiệu lực thi hành từ ngày 01 tháng 9 năm 2031."
PLACES = [
    (f".\n2. Điều 3 của Luật này {DAYS}", "dieu_3", "one article"),
    (f".\n2. Các điều 1, 3 và 5 của Luật này {DAYS}", "dieu_1 dieu_3 dieu_5", "a list of numbers"),
    (f".\n2. Các điều từ 3 đến 5 của Luật này {DAYS}", "dieu_3 dieu_4 dieu_5", "a range"),
    (f".\n2. Khoản 3 Điều 2 và khoản 1 Điều 4 {DAYS}", "dieu_2__khoan_3 dieu_4__khoan_1", "each with its article"),
    (f".\n2. Điểm a và điểm b khoản 1 Điều 2, Điều 3 {DAYS}", "dieu_2__khoan_1__diem_a dieu_2__khoan_1__diem_b dieu_3",
     "points share the clause that follows"),
    (f".\n2. Điểm b khoản 1, khoản 3 Điều 2 {DAYS}", "dieu_2__khoan_1__diem_b dieu_2__khoan_3",
     "clauses share the article that follows"),
    (f".\n2. Quy định tại các khoản 1 và 2 Điều 4; Điều 5 của Luật này {DAYS}",
     "dieu_4__khoan_1 dieu_4__khoan_2 dieu_5", "a semicolon parts places too"),
    (f", trừ khoản 1 Điều 4, Điều 5 thì {DAYS}", "dieu_4__khoan_1 dieu_5", "exceptions in the first sentence"),
    (f".\n2. Chương II của Luật này {DAYS}", "dieu_3 dieu_4 dieu_5", "a chapter stands for its articles"),
    (f".\n2. Khoản 1 Điều này {DAYS}", "dieu_6__khoan_1", "this article"),
    (f".\n2. Các quy định sau đây {DAYS[:-1]}:\na) Khoản 1 Điều 4;\nb) Điều 5.", "dieu_4__khoan_1 dieu_5",
     "a list of places below"),
    (".\n2. Điều 3 và Điều 9 của Luật này " + DAYS, "dieu_3", "an article that does not exist"),
    (".\n2. Quy định về giống chè tại khoản 1 Điều 4 của Luật này " + DAYS, "", "only a matter in the clause"),
    (".\n2. Quy định tại mục số 7 điểm a khoản 1 Điều 2 của Luật này " + DAYS, "", "only a row of the point"),
    (".\n2. Điều 3 của Luật Nuôi ong số 77/2030/QH77 " + DAYS, "", "another law's article"),
    (".\n2. Luật Nuôi ong số 77/2030/QH77 hết hiệu lực, trừ các điều 3 và 5 tiếp tục có hiệu lực đến hết ngày "
     "31 tháng 8 năm 2031.", "", "another law's exceptions"),
    (f".\n2. “Điều 3 của Luật này {DAYS}”", "", "quoted words of an amending act"),
    (", trừ khoản 2 Điều này.\n2. Điều 3 có hiệu lực theo quy định của Chính phủ.", "", "no day"),
    (".\n2. Giấy phép theo Điều 3 có hiệu lực từ ngày 01 tháng 9 năm 2031.", "", "a licence, not a provision"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "refs", "why"), PLACES)
def test_places(words: str, refs: str, why: str) -> None:
    text = BODY.format(words)
    found = staggered(parse_provisions(text, "X")[0], text, None)
    assert [stagger.ref.fragment for stagger in found] == refs.split(), why
    assert {str(stagger.start) for stagger in found} <= {OTHER}


SPANS = [
    ("có hiệu lực đến hết ngày 28 tháng 02 năm 2033", None, date(2033, 3, 1), "the first day no longer in force"),
    ("được thực hiện đến trước ngày 01 tháng 3 năm 2033", None, date(2033, 3, 1), "until before a day"),
    ("có hiệu lực từ ngày 01/9/2031 đến hết 31 tháng 12 năm 2032", date(2031, 9, 1), date(2033, 1, 1), "no `ngày`"),
    ("có hiệu lực kể từ ngày ký ban hành", date(2031, 3, 3), None, "the day of issue"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "start", "until", "why"), SPANS)
def test_days(words: str, start: date | None, until: date | None, why: str) -> None:
    text = BODY.format(f".\n2. Điều 3 của Luật này {words}.")
    (found,) = staggered(parse_provisions(text, "X")[0], text, date(2031, 3, 3))
    assert (found.start, found.until) == (start, until), why
    assert found.source.fragment == "dieu_6__khoan_2"


def test_the_day_of_a_part_is_not_the_day_of_the_act() -> None:
    text = BODY.replace("1. Luật này", "1. Điều 3 của Luật này").format(
        ".\n2. Luật này có hiệu lực từ ngày 01 tháng 9 năm 2031."
    )
    assert read_effect(parse_provisions(text, "X")[0], text, None).start == date(2031, 9, 1)


@pytest.mark.parametrize("head", ["Điều 2. ", "Điều 2\n", "Điều 2:\n"])
def test_the_label_of_the_article_is_not_taken_for_a_part(head: str) -> None:
    text = f"Điều 1. Phạm vi\nLời.\n{head}Luật này có hiệu lực từ ngày 01 tháng 9 năm 2031."
    assert read_effect(parse_provisions(text, "X")[0], text, None).start == date(2031, 9, 1)
