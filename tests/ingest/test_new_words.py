"""New words quoted by amending acts: which provision of the changed act they are, and where they stand."""

from datetime import date

import pytest

from corpus.document import Revision
from corpus.relation import Relation
from ingest.extract import Paragraph, assemble
from ingest.mentions import find_mentions
from ingest.reading import checked
from ingest.sidecar import sidecar_from

HEAD = "LUẬT SỬA ĐỔI LUẬT VƯỜN RAU\nSố: 9/2032/QH99\nQuốc hội ban hành Luật sửa đổi Luật Vườn rau số 7/2031/QH99.\n"
TAIL = "\nĐiều 9. Hiệu lực thi hành\nLuật này có hiệu lực từ ngày 01 tháng 3 năm 2032."
LEAD = "Điều 1. Sửa đổi, bổ sung một số điều của Luật Vườn rau số 7/2031/QH99\n"


def acting(instructions: str) -> Revision:
    """An invented amending law with these instructions in Điều 1."""
    text = HEAD + LEAD + instructions + TAIL
    return checked(assemble(Paragraph(line) for line in text.split("\n")), (), sidecar_from({}, "thử"))


def words_of(revision: Revision) -> dict[str, str | None]:
    """The new words by the fragment of their target; None where a change has none."""
    found: dict[str, str | None] = {}
    for relation in revision.relations:
        if relation.target.document == "7/2031/QH99" and relation.target.path:
            found[relation.target.fragment] = relation.words.span.slice(revision.text) if relation.words else None
    return found


CASES = [
    ("1. Sửa đổi, bổ sung khoản 2 Điều 5 như sau:\n“2. Người trồng được tưới hai lần.”.",
     {"dieu_5__khoan_2": "2. Người trồng được tưới hai lần."}, "a clause on a line of its own"),
    ("1. Sửa đổi, bổ sung khoản 2 Điều 5 như sau: “2. Người trồng được tưới hai lần.”",
     {"dieu_5__khoan_2": "2. Người trồng được tưới hai lần."}, "a clause on the line of the instruction"),
    ('1. Sửa đổi điểm b khoản 2 Điều 5 như sau:\n"b) Tưới bằng gàu;"',
     {"dieu_5__khoan_2__diem_b": "b) Tưới bằng gàu;"}, "straight marks"),
    ("1. Sửa đổi Điều 6 như sau:\n“Điều 6. Gàu\n1. Gàu tre.\n2. Gàu nhôm:\na) Nhỏ;\nb) To.”.",
     {"dieu_6": "Điều 6. Gàu\n1. Gàu tre.\n2. Gàu nhôm:\na) Nhỏ;\nb) To."}, "a whole article with what is below it"),
    ("1. Bổ sung Điều 6a và Điều 6b vào sau Điều 6 như sau:\n“Điều 6a. Xô\nXô sắt.\nĐiều 6b. Ca\nCa nhựa.”.",
     {"dieu_6a": "Điều 6a. Xô\nXô sắt.", "dieu_6b": "Điều 6b. Ca\nCa nhựa."}, "two inserted articles in one quotation"),
    ("1. Thay thế cụm từ “gàu” bằng cụm từ “xô” tại khoản 2 Điều 5.",
     {"dieu_5__khoan_2": None}, "a phrase is not the provision"),
    ("1. Sửa đổi tên Điều 6 như sau:\n“Điều 6. Gàu và xô”.",
     {"dieu_6": None}, "a new name leaves the clauses as they are"),
    ("1. Sửa đổi, bổ sung khoản 2 Điều 5 như sau:\n“2. Người “giữ vườn” được tưới.”.",
     {"dieu_5__khoan_2": "2. Người “giữ vườn” được tưới."}, "a quotation inside the quotation"),
    ("1. Sửa đổi tên điều và khoản 1 Điều 6 như sau:\n“Điều 6. Gàu và xô\n1. Gàu tre.”.",
     {"dieu_6__khoan_1": "1. Gàu tre."}, "a new name and a clause below it"),
    ("1. Bổ sung khoản 4 vào Điều 6 như sau:\n“4. Gàu nhựa.”.",
     {"dieu_6__khoan_4": "4. Gàu nhựa."}, "a clause added into an article"),
]  # fmt: skip


@pytest.mark.parametrize(("instructions", "expected", "why"), CASES, ids=[why for *_, why in CASES])
def test_new_words(instructions: str, expected: dict[str, str | None], why: str) -> None:
    assert words_of(acting(instructions)) == expected, why


def test_the_tree_of_new_words_is_the_targets() -> None:
    revision = acting("1. Sửa đổi Điều 6 như sau:\n“Điều 6. Gàu\n1. Gàu tre.\n2. Gàu nhôm:\na) Nhỏ;\nb) To.”.")
    (relation,) = (r for r in revision.relations if r.words)
    assert relation.words is not None
    assert [str(part.ref).partition("#")[2] for part in relation.words.walk()] == [
        "dieu_6", "dieu_6__khoan_1", "dieu_6__khoan_2", "dieu_6__khoan_2__diem_a", "dieu_6__khoan_2__diem_b",
    ]  # fmt: skip
    assert relation.words.heading == "Gàu"
    for part in relation.words.walk():
        assert part.span.slice(revision.text).startswith(part.label)


def test_a_change_holds_from_the_day_of_the_provision_that_makes_it() -> None:
    text = (
        "1. Sửa đổi khoản 1 Điều 5 như sau:\n“1. Một.”.\n2. Sửa đổi khoản 2 Điều 5 như sau:\n“2. Hai.”."
        "\nĐiều 9. Hiệu lực thi hành\n1. Luật này có hiệu lực từ ngày 01 tháng 3 năm 2032.\n"
        "2. Khoản 2 Điều 1 của Luật này có hiệu lực từ ngày 01 tháng 9 năm 2032."
    )
    lines = (HEAD + LEAD + text).split("\n")
    revision = checked(assemble(Paragraph(line) for line in lines), (), sidecar_from({}, "thử"))
    days: dict[str, date | None] = {r.target.fragment: r.effective for r in _changes(revision)}
    assert days == {"dieu_5__khoan_1": date(2032, 3, 1), "dieu_5__khoan_2": date(2032, 9, 1)}


def _changes(revision: Revision) -> list[Relation]:
    return [r for r in revision.relations if r.target.path]


def test_new_words_on_effect_move_the_day_of_the_whole_act() -> None:
    revision = acting(
        "1. Sửa đổi khoản 1 Điều 8 như sau:\n“1. Luật này có hiệu lực thi hành từ ngày 01 tháng 8 năm 2031.”."
    )
    (relation,) = _changes(revision)
    assert relation.moves_to == date(2031, 8, 1)


REGULATION = """ỦY BAN NHÂN DÂN XÃ MẬT
Số: 12/2032/QĐ-UBND
QUYẾT ĐỊNH
Sửa đổi, bổ sung một số điều của Quy chế nuôi ong{0}
Điều 1. Sửa đổi, bổ sung một số điều của Quy chế nuôi ong{1}
1. Sửa đổi, bổ sung khoản 2 Điều 5 như sau:
“2. Người nuôi ong đếm tổ theo khoản 1 Điều này.”.
2. Bỏ cụm từ “mật” tại Điều 6; bãi bỏ Điều 7.
Điều 2. Hiệu lực thi hành
Quyết định này có hiệu lực từ ngày 01 tháng 3 năm 2032.
"""
ISSUED = " ban hành kèm theo Quyết định số 245/QĐ-UBND"


@pytest.mark.parametrize(("title", "article"), [("", ISSUED), (ISSUED, "")], ids=["in the article", "in the title"])
def test_the_changed_places_are_those_of_the_attached_regulation(title: str, article: str) -> None:
    """The decision has articles of the same numbers; none of them is changed."""
    lines = REGULATION.format(title, article).split("\n")
    revision = checked(assemble(Paragraph(line) for line in lines), (), sidecar_from({}, "thử"))
    found = {r.target.fragment: r.words is not None for r in revision.relations if r.target.document == "245/QĐ-UBND"}
    places = {"kem_theo_1__dieu_5__khoan_2": True, "kem_theo_1__dieu_6": False, "kem_theo_1__dieu_7": False}
    assert {place: found.get(place) for place in places} == places
    assert not [place for place in found if place not in places]
    mentioned = [str(m.ref) for m in find_mentions(revision) if m.span.slice(revision.text) == "khoản 1 Điều này"]
    assert mentioned == ["245/QĐ-UBND#kem_theo_1__dieu_5__khoan_1"]
