"""An invented law for the tests of this folder."""

from __future__ import annotations

from datetime import date

from corpus.document import LegalDocument, Origin, Revision
from corpus.provision import Provision, nest
from corpus.reference import ProvisionRef
from corpus.relation import Relation
from corpus.span import Span

TEXT = (
    "Chương I\nQUY ĐỊNH CHUNG\n"
    "Điều 1. Người giữ vườn\nVườn rau có một người giữ.\n"
    "Điều 2. Việc của người giữ vườn\nNgười giữ vườn có các việc sau đây:\n"
    "1. Tưới rau mỗi ngày;\n"
    "2. Đuổi gà ra khỏi vườn:\na) Vào buổi sáng;\nđ) Vào buổi chiều.\n"
)


def revision(
    number: str = "7/2031/QH99",
    text: str = TEXT,
    origin: Origin = Origin.OFFICIAL,
    issued_on: date = date(2031, 2, 3),
    relations: tuple[Relation, ...] = (),
    pages: tuple[int, ...] = (),
) -> Revision:
    """The garden law, read by hand."""
    document = LegalDocument(number, number, "Luật", "Vườn rau", "Quốc hội", issued_on, date(2031, 7, 1), origin=origin)

    def part(path: str, label: str, heading: str, first: str, last: str, own: str) -> Provision:
        start, end = TEXT.index(first), TEXT.index(last) + len(last)
        own_end = TEXT.index(own) + len(own)
        return Provision(ProvisionRef.parse(f"{number}#{path}"), label, heading, Span(start, end), own_end)

    rows = [
        ("chuong_I", "Chương I", "QUY ĐỊNH CHUNG", "Chương I", "buổi chiều.", "CHUNG"),
        ("dieu_1", "Điều 1", "Người giữ vườn", "Điều 1", "một người giữ.", "một người giữ."),
        ("dieu_2", "Điều 2", "Việc của người giữ vườn", "Điều 2", "buổi chiều.", "sau đây:"),
        ("dieu_2__khoan_1", "1.", "", "1. Tưới", "mỗi ngày;", "mỗi ngày;"),
        ("dieu_2__khoan_2", "2.", "", "2. Đuổi", "buổi chiều.", "khỏi vườn:"),
        ("dieu_2__khoan_2__diem_a", "a)", "", "a) Vào", "buổi sáng;", "buổi sáng;"),
        ("dieu_2__khoan_2__diem_đ", "đ)", "", "đ) Vào", "buổi chiều.", "buổi chiều."),
    ]
    return Revision(document, text, nest([part(*row) for row in rows]), relations, (), pages)
