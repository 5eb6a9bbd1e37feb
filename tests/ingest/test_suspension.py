"""What an act suspends, from when and until when: a table of invented sentences, with the reason for each."""

from datetime import date
from pathlib import Path

import pytest

from corpus.document import Revision
from corpus.library import memory_library
from corpus.reference import ProvisionRef
from corpus.relation import RelationKind
from corpus.validity import Status
from ingest.reading import read

ACT = """CHÍNH PHỦ
Số: 9/2032/NĐ-CP
Hà Nội, ngày 04 tháng 02 năm 2032

NGHỊ ĐỊNH
Về việc nuôi ong

Điều 1. Nội dung
{}
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 01 tháng 3 năm 2032.
"""
HONEY, TEA = "65/2022/NĐ-CP", "3/2030/QH99"
ONE = f"Điều 5 của Nghị định số {HONEY}"
HALT = "Ngưng hiệu lực thi hành"
TARGETS = [
    (f"{HALT} {ONE}.", "dieu_5", "an article"),
    (f"Tạm ngưng hiệu lực {ONE}.", "dieu_5", "for a time"),
    (f"Tiếp tục tạm ngưng hiệu lực thi hành đối với {ONE}.", "dieu_5", "goes on being halted"),
    (f"Đình chỉ việc thi hành {ONE}.", "dieu_5", "a higher authority stops it"),
    (f"{HALT} Điều 5, điểm c khoản 1 Điều 6, điểm b khoản 2 và khoản 3 Điều 7 Nghị định số {HONEY} ngày 08 tháng 3 "
     "năm 2022 của Chính phủ quy định chi tiết Luật Trồng chè.",
     "dieu_5 dieu_6__khoan_1__diem_c dieu_7__khoan_2__diem_b dieu_7__khoan_3", "a list, and a law in the title"),
    (f"{HALT} các quy định tại khoản 3 Điều 5 Nghị định số {HONEY}.", "dieu_5__khoan_3", "the rules at a place"),
    (f"Khoản 3 Điều 5 Nghị định số {HONEY} bị tạm ngưng hiệu lực thi hành từ ngày 01/4/2032.", "dieu_5__khoan_3",
     "told of the place"),
    (f"{HALT} Điều 5 Nghị định số {HONEY} (đã được bổ sung theo khoản 2 Điều 1 Nghị định số 7/2023/NĐ-CP) từ ngày "
     "01/4/2032.", "dieu_5", "not the act that changed it"),
    (f"{HALT} khoản 8 Điều 5 Nghị định số {HONEY} ngày 30 tháng 12 năm 2022 của Chính phủ quy định về cho vay đối với "
     "người nuôi ong.", "dieu_5__khoan_8", "its title speaks of people"),
    (f"Các quy định sau đây tạm ngưng hiệu lực đến hết ngày 31/12/2033:\n1. {ONE};\n2. Điều 7 Nghị định số {HONEY}.",
     "dieu_5 dieu_7", "a list below"),
    (f"Không áp dụng quy định tại khoản 2 Điều 5 Nghị định số {HONEY} từ ngày 01/4/2032 đến hết ngày 30/6/2032.",
     "dieu_5__khoan_2", "not applied between two days"),
    (f"Tạm ngưng hiệu lực và áp dụng Nghị định số {HONEY} đến hết ngày 15/4/2032.", "", "a whole document"),
]  # fmt: skip


def act(folder: Path, words: str) -> Revision:
    path = folder / "nghi-dinh.txt"
    path.write_text(ACT.format(words), encoding="utf-8")
    return read([path])


def halted(revision: Revision) -> list[ProvisionRef]:
    return [r.target for r in revision.relations if r.kind is RelationKind.SUSPENDS]


@pytest.mark.parametrize(("words", "places", "why"), TARGETS)
def test_what_is_suspended(tmp_path: Path, words: str, places: str, why: str) -> None:
    revision = act(tmp_path, words)
    assert halted(revision) == [ProvisionRef.parse(f"{HONEY}#{p}") for p in places.split()] or (
        not places and halted(revision) == [ProvisionRef(HONEY)]
    ), why
    assert not any(r.kind.ends for r in revision.relations), "nothing ends"


def test_several_acts_in_one_sentence(tmp_path: Path) -> None:
    words = (
        f"{HALT} Điều 12 và Điều 13 của Luật Trồng chè số {TEA} đã được sửa đổi, bổ sung theo Luật số 4/2031/QH99; các "
        f"điều 18 và 19 của Luật Hát ru số 5/2030/QH99; Nghị định số {HONEY} kể từ ngày Nghị định này có hiệu lực thi "
        "hành cho đến khi Quốc hội có quy định khác."
    )
    revision = act(tmp_path, words)
    assert [str(r) for r in halted(revision)] == [
        f"{TEA}#dieu_12", f"{TEA}#dieu_13", "5/2030/QH99#dieu_18", "5/2030/QH99#dieu_19", HONEY,
    ]  # fmt: skip
    assert ["kết thúc theo một sự kiện" in problem.reason for problem in revision.problems] == [True]


UNCLEAR = [
    (f"{HALT} quy định về tổ ong tại {ONE}.", "only a matter in it"),
    (f"{HALT} một số quy định tại Nghị định số {HONEY}.", "some rules, not told which"),
    (f"{HALT} Điều 5 của Nghị định nuôi ong và Luật Trồng chè.", "no number"),
    (f"{HALT} {ONE}, trừ trường hợp nuôi ong rừng.", "with an exception"),
    (f"{HALT} {ONE} đối với hộ nghèo.", "for some people only"),
    (f"{HALT} {ONE} kể từ ngày Luật Trồng chè có hiệu lực.", "from a day that is not told"),
    (f"Bãi bỏ việc tạm ngưng hiệu lực đối với {ONE}.", "it goes on, and is not repealed"),
]


@pytest.mark.parametrize(("words", "why"), UNCLEAR)
def test_what_is_unclear_is_told(tmp_path: Path, words: str, why: str) -> None:
    revision = act(tmp_path, words)
    assert not any(r.kind is RelationKind.SUSPENDS or r.kind.ends for r in revision.relations), why
    assert [p.span.slice(revision.text).strip() in words for p in revision.problems] == [True], why


SILENT = [
    (f"Không áp dụng {ONE} đối với hộ nghèo.", "how far a rule reaches"),
    ("Tạm ngưng hiệu lực của giấy phép nuôi ong.", "a licence"),
    (f"Kiến nghị cơ quan có thẩm quyền tạm ngưng hiệu lực thi hành {ONE}.", "a proposal"),
    (f"“{HALT} {ONE}.”", "quoted words"),
    (f"Nghị định số 7/2023/NĐ-CP quy định ngưng hiệu lực một phần {ONE} được thi hành nghiêm.", "a title"),
    (f"{HALT} Điều 2 của Nghị định này từ ngày 01/4/2033.", "of the act itself, whose articles have days of their own"),
]


@pytest.mark.parametrize(("words", "why"), SILENT)
def test_what_suspends_nothing(tmp_path: Path, words: str, why: str) -> None:
    revision = act(tmp_path, words)
    assert (halted(revision), revision.problems) == ([], ()), why


START = date(2032, 3, 1)
DAYS = [
    ("", START, None, "from the first day of the act, without end"),
    (" kể từ ngày Nghị định này có hiệu lực", START, None, "the same, said"),
    (" từ ngày ký ban hành đến hết ngày 31/12/2032", date(2032, 2, 4), date(2033, 1, 1), "from the day of issue"),
    (" từ ngày 15 tháng 5 năm 2032 đến trước ngày 15 tháng 7 năm 2032", date(2032, 5, 15), date(2032, 7, 15), "before"),
    (" đến ngày 31 tháng 12 năm 2032", START, date(2033, 1, 1), "a term ends with its last day"),
    (" cho đến ngày 01 tháng 01 năm 2033", START, date(2033, 1, 1), "the day on which a new rule begins"),
    (" cho đến khi có quy định mới", START, None, "an event has no day"),
]


@pytest.mark.parametrize(("words", "start", "until", "why"), DAYS)
def test_days(tmp_path: Path, words: str, start: date, until: date | None, why: str) -> None:
    (found,) = [r for r in act(tmp_path, f"{HALT} {ONE}{words}.").relations if r.kind is RelationKind.SUSPENDS]
    assert (found.effective, found.until) == (start, until), why


def test_a_declaration_goes_before_what_is_read(tmp_path: Path) -> None:
    stated = f"relations: [{{kind: suspends, target: {HONEY}#dieu_5, until: 2032-09-01}}]\n"
    (tmp_path / "nghi-dinh.txt.yaml").write_text(stated, encoding="utf-8")
    revision = act(tmp_path, f"{HALT} {ONE} cho đến khi có quy định mới.")
    assert [r.until for r in revision.relations if r.kind is RelationKind.SUSPENDS] == [date(2032, 9, 1)]


HONEY_ACT = """CHÍNH PHỦ
Số: 65/2022/NĐ-CP
NGHỊ ĐỊNH
Nuôi ong
Điều 5. Tổ ong
Người nuôi ong giữ tổ ong sạch.
Điều 6. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2022.
"""
ENDING = """CHÍNH PHỦ
Số: 11/2033/NĐ-CP
NGHỊ ĐỊNH
Bãi bỏ một số quy định
Điều 1. Bãi bỏ
{}
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 01 tháng 02 năm 2033.
"""


@pytest.mark.parametrize(
    ("ending", "after"),
    [
        ("", Status.SUSPENDED),
        ("Bãi bỏ Nghị định số 9/2032/NĐ-CP.", Status.IN_FORCE),
        ("Bãi bỏ Điều 1 của Nghị định số 9/2032/NĐ-CP.", Status.IN_FORCE),
        ("Bãi bỏ Điều 2 của Nghị định số 9/2032/NĐ-CP.", Status.SUSPENDED),
    ],
)
def test_a_suspension_ends_with_the_rule_that_makes_it(tmp_path: Path, ending: str, after: Status) -> None:
    library = memory_library()
    library.put(act(tmp_path, f"{HALT} {ONE}."))
    for name, text in (("ong.txt", HONEY_ACT), ("het.txt", ENDING.format(ending))):
        (tmp_path / name).write_text(text, encoding="utf-8")
        library.put(read([tmp_path / name]))
    place = ProvisionRef.parse(f"{HONEY}#dieu_5")
    days = (date(2032, 2, 29), START, date(2033, 1, 31), date(2033, 2, 1))
    found = [standing.status if (standing := library.standing(place, day)) else None for day in days]
    assert found == [Status.IN_FORCE, Status.SUSPENDED, Status.SUSPENDED, after]
