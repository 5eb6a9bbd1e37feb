"""Exact references, and laws by what people call them."""

from datetime import date

import pytest

from corpus.document import LegalDocument
from retriever.law_names import LawNames
from retriever.mention import mentions_in


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("Điều 56 quy định gì", ["dieu_56"], "an article"),
        ("dieu 56", ["dieu_56"], "typed bare"),
        ("khoản 1 Điều 8", ["dieu_8__khoan_1"], "a clause"),
        ("điểm đ khoản 2, Điều 3", ["dieu_3__khoan_2__diem_đ"], "a point đ is not d"),
        ("diem d khoan 2 dieu 3", ["dieu_3__khoan_2__diem_d"], "a point typed bare"),
        ("điểm a Điều 3", ["dieu_3"], "a point needs a clause"),
        ("Điều 12a khoản 3", ["dieu_12a__khoan_3"], "the other way round"),
        ("ĐIỀU 8 và Điều 9; điều 8", ["dieu_8", "dieu_9"], "each once, in order"),
        ("Điê\u0300u 5", ["dieu_5"], "decomposed letters"),
        ("điều kiện kết hôn", [], "another word"),
        ("nhiều điều 2 bên nói", ["dieu_2"], "a false friend costs nothing without a law beside it"),
        ("điều 123456", [], "no such number"),
    ],
)
def test_mentions(text: str, expected: list[str], reason: str) -> None:
    assert [mention.within("x").fragment for mention in mentions_in(text)] == expected, reason


def document(number: str, kind: str, title: str) -> LegalDocument:
    return LegalDocument(number, number, kind, title, issued_on=date(int(number.split("/")[1]), 1, 1))


NAMES = LawNames(
    [
        document("1/2014/QH99", "Luật", "Hôn nhân và gia đình"),
        document("2/2013/QH99", "Luật", "Đất đai"),
        document("3/2024/QH99", "Luật", "Đất đai"),
        document("4/2015/QH99", "Bộ luật", "Tố tụng dân sự"),
        document("5/2015/QH99", "Bộ luật", "Dân sự"),
        document("6/2022/QH99", "Luật", "Phòng, chống bạo lực gia đình"),
        document("7/2025/NĐ-CP", "Nghị định", "Quy định xử phạt về bạo lực gia đình"),
    ]
)


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("luật hôn nhân và gia đình", ["1/2014/QH99"], "the whole name"),
        ("luat hon nhan", ["1/2014/QH99"], "the beginning, bare"),
        ("luật hôn", [], "too short to be sure"),
        ("Bộ luật Dân sự 2015", ["5/2015/QH99"], "not the code of procedure"),
        ("BLTTDS", ["4/2015/QH99"], "initials"),
        ("blds", ["5/2015/QH99"], "small initials"),
        ("luật đất đai", ["2/2013/QH99", "3/2024/QH99"], "both of one name"),
        ("luật đất đai 2024", ["3/2024/QH99"], "by its year"),
        ("theo 2/2013/QH99 luật hôn nhân", ["2/2013/QH99"], "a number outweighs a name"),
        ("nghị định 7/2025/nd-cp", ["7/2025/NĐ-CP"], "a number typed bare"),
        ("luật PCBLGĐ", ["6/2022/QH99"], "initials after the kind"),
        ("luật HNGĐ", ["1/2014/QH99"], "initials after the kind"),
        ("chuyện trong nhà", [], "no law"),
    ],
)
def test_law_names(text: str, expected: list[str], reason: str) -> None:
    assert [found.id for found in NAMES.documents_in(text)] == expected, reason
