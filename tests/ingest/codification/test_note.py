"""Notes below the articles of the codification."""

from datetime import date

import pytest

from ingest.codification.note import Change, read_note

DAY = date(2031, 7, 1)
IN_FORCE = "có hiệu lực thi hành kể từ ngày 01/07/2031"


@pytest.mark.parametrize(
    ("note", "article", "type_", "number", "title", "why"),
    [
        (f"(Điều 7 Luật số 98/2031/QH77, {IN_FORCE})", "7", "Luật", "98/2031/QH77", "", "the short form"),
        (
            f"(Điều 1 Bộ luật số 98/2031/QH77 Bộ luật Trồng chè ngày 03/03/2031 của Quốc hội, {IN_FORCE})",
            "1", "Bộ luật", "98/2031/QH77", "Trồng chè", "the first article names the document",
        ),
        (f"(Điều 68a Nghị định số 5/2031/NĐ-CP, {IN_FORCE} )", "68a", "Nghị định", "5/2031/NĐ-CP", "", "inserted"),
        (f"(Điều 3 Thông tư số 105 /2031/TT-BQP, {IN_FORCE})", "3", "Thông tư", "105/2031/TT-BQP", "", "a stray space"),
        (f"(Điều 3 Thông tư số ''42/2031/TT-BCT, {IN_FORCE})", "3", "Thông tư", "42/2031/TT-BCT", "", "stray marks"),
        (f"(Điều 9 Quyết định số Số: 12/2031/QĐ-TTg, {IN_FORCE})", "9", "Quyết định", "12/2031/QĐ-TTg", "", "twice số"),
        (f"(Điều 2 Nghị định số 73-CP, {IN_FORCE})", "2", "Nghị định", "73-CP", "", "an old number"),
        (
            f"(Điều 2 Thông tư liên tịch số 8/2004/TTLT/BTM-BTC, {IN_FORCE})",
            "2", "Thông tư liên tịch", "8/2004/TTLT/BTM-BTC", "", "an old form of joint circulars",
        ),
        (f"(Điều 2 Thông tư số 60 TC/TCT, {IN_FORCE})", "2", "Thông tư", "60-TC/TCT", "", "an old number with a space"),
        (f"(Điều 4 Pháp lệnh Về hàm chè, {IN_FORCE})", "4", "Pháp lệnh", "", "Về hàm chè", "no number at all"),
        (
            f"(Điều 8 Thông tư liên tịch số 2/2031/TTLT-BCA-BQP Về chè, {IN_FORCE})",
            "8", "Thông tư liên tịch", "2/2031/TTLT-BCA-BQP", "Về chè", "the longer type wins",
        ),
    ],
)  # fmt: skip
def test_the_source(note: str, article: str, type_: str, number: str, title: str, why: str) -> None:
    source = read_note(note)
    assert (source.article, source.type, source.number, source.title) == (article, type_, number, title), why
    assert source.in_force_from == DAY, why


def test_issuer_and_day() -> None:
    source = read_note(
        f"(Điều 1 Thông tư số 5/2031/TT-BTC Quy định về chè ngày 03/03/2031 của Bộ Tài chính, {IN_FORCE})"
    )
    assert (source.issued_on, source.issuer) == (date(2031, 3, 3), "Bộ Tài chính")


@pytest.mark.parametrize(
    ("tail", "changes", "why"),
    [
        ("", (), "never changed"),
        (
            "có nội dung được sửa đổi, có nội dung bị bãi bỏ bởi Điều 5 Luật số 1/2032/QH77 "
            "có hiệu lực thi hành kể từ ngày 08/10/2032; Điều 1 Luật số 2/2033/QH77 "
            "có hiệu lực thi hành kể từ ngày 01/06/2033",
            (
                Change("1/2032/QH77", "5", date(2032, 10, 8)),
                Change("2/2033/QH77", "1", date(2033, 6, 1)),
            ),
            "two acts; words that were taken out leave the article in force",
        ),
        (
            "bị bãi bỏ bởi Điều 3 Luật số 1/2032/QH77 có hiệu lực thi hành kể từ ngày 08/10/2032",
            (Change("1/2032/QH77", "3", date(2032, 10, 8), ends=True),),
            "the whole article is gone",
        ),
        (
            "được bổ sung bởi Điều 1 Luật số 1/2032/QH77 có hiệu lực thi hành kể từ ngày 08/10/2032",
            (Change("1/2032/QH77", "1", date(2032, 10, 8)),),
            "an article that was put in",
        ),
    ],
)
def test_changes(tail: str, changes: tuple[Change, ...], why: str) -> None:
    note = f"(Điều 7 Luật số 98/2031/QH77, {IN_FORCE}{', ' if tail else ''}{tail})"
    source = read_note(note)
    assert source.changes == changes, why
    assert source.in_force_from == DAY, "the amendment's day is not the document's"


@pytest.mark.parametrize("note", ["", "()", "chè", "(Điều Luật số , có hiệu lực", "((((", "Điều 1 ; bởi ; bởi số 1/2"])
def test_no_note_is_too_strange(note: str) -> None:
    assert read_note(note).changes == ()
