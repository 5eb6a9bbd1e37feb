"""References as laws write them, in invented law."""

import time
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus.document import LegalDocument, Revision
from ingest.mentions import Kind, Mention, dangling, find_mentions, names_of
from ingest.structure import parse_provisions

OWN = "7/2031/QH77"
LAW = """Căn cứ Luật Trồng chè số 5/2030/QH77;
Căn cứ Luật Rừng ngày 03 tháng 02 năm 2029;
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
1. Một.
2. Hai:
a) Chữ a;
b) Chữ b;
đ) Chữ đ.
Điều 2. Lời thử
1. Một.
2. {words}
Chương II
PHẦN SAU
Điều 3. Ba
1. Một.
2. Hai.
3. Ba.
Điều 4. Bốn
Điều 5. Năm
Điều 6. Sáu"""


def revision(text: str, number: str = OWN, type_: str = "Luật", title: str = "Vườn rau") -> Revision:
    provisions, _ = parse_provisions(text, number)
    return Revision(LegalDocument(number, number, type_, title), text, provisions)


def found(words: str, names: dict[str, str] | None = None) -> list[tuple[str, str | None]]:
    """The references of one clause: their words, and what they mean (`=` for the law itself)."""
    law = revision(LAW.format(words=words))
    start = law.text.index(words)
    return shown(law, find_mentions(law, names or {}), start, start + len(words))


def shown(law: Revision, mentions: tuple[Mention, ...], start: int, end: int) -> list[tuple[str, str | None]]:
    inside = [m for m in mentions if start <= m.span.start < end]
    return [(m.span.slice(law.text), str(m.ref).replace(OWN, "=") if m.ref else None) for m in inside]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # short: this law
        ("theo khoản 2 Điều 1 thì", [("khoản 2 Điều 1", "=#dieu_1__khoan_2")]),
        # supra
        ("theo Luật này", [("Luật này", "=")]),
        ("theo Điều 3 của Luật này", [("Điều 3 của Luật này", "=#dieu_3")]),
        # id
        ("theo khoản 1 Điều này", [("khoản 1 Điều này", "=#dieu_2__khoan_1")]),
        ("theo Chương này", [("Chương này", "=#chuong_I")]),
        # every member of a list is one reference, with the larger parts shared
        (
            "theo các điểm a, b và đ khoản 2 Điều 1 của Luật này",
            [
                ("điểm a", "=#dieu_1__khoan_2__diem_a"),
                ("b", "=#dieu_1__khoan_2__diem_b"),
                ("đ khoản 2 Điều 1 của Luật này", "=#dieu_1__khoan_2__diem_đ"),
            ],
        ),
        (
            "theo khoản 1, điểm a khoản 2 Điều 1 và Điều 4",
            [
                ("khoản 1", "=#dieu_1__khoan_1"),
                ("điểm a khoản 2 Điều 1", "=#dieu_1__khoan_2__diem_a"),
                ("Điều 4", "=#dieu_4"),
            ],
        ),
        # larger parts first, as older law has it
        ("theo Điều 3, khoản 2", [("Điều 3, khoản 2", "=#dieu_3__khoan_2")]),
        # in brackets
        (
            "theo Điều 3 (khoản 1, khoản 3) và Điều 4",
            [("Điều 3 (khoản 1", "=#dieu_3__khoan_1"), ("khoản 3", "=#dieu_3__khoan_3"), ("Điều 4", "=#dieu_4")],
        ),
        # a range names its members, those between under its whole span
        (
            "từ Điều 3 đến Điều 5",
            [("Điều 3", "=#dieu_3"), ("Điều 3 đến Điều 5", "=#dieu_4"), ("Điều 5", "=#dieu_5")],
        ),
        ("các điều từ 4 đến 5", [("điều từ 4", "=#dieu_4"), ("5", "=#dieu_5")]),
        # the act at the end of a list is that of all
        (
            "theo Điều 7, khoản 1 Điều 8 Nghị định số 9/2031/NĐ-CP",
            [
                ("Điều 7", "9/2031/NĐ-CP#dieu_7"),
                ("khoản 1 Điều 8 Nghị định số 9/2031/NĐ-CP", "9/2031/NĐ-CP#dieu_8__khoan_1"),
            ],
        ),
        # but not of those with their own
        (
            "theo Điều 3 của Luật này và Điều 8 Nghị định số 9/2031/NĐ-CP",
            [("Điều 3 của Luật này", "=#dieu_3"), ("Điều 8 Nghị định số 9/2031/NĐ-CP", "9/2031/NĐ-CP#dieu_8")],
        ),
        # documents
        ("theo Luật Chợ số 8/2029/QH77", [("Luật Chợ số 8/2029/QH77", "8/2029/QH77")]),
        # a name whose number the grounds give
        ("theo Điều 9 của Luật Trồng chè", [("Điều 9 của Luật Trồng chè", "5/2030/QH77#dieu_9")]),
        # a name alone
        ("theo Điều 9 của Luật Mưa", [("Điều 9 của Luật Mưa", None)]),
        # what stands before
        (
            "Luật Chợ số 8/2029/QH77 và theo Luật đó",
            [("Luật Chợ số 8/2029/QH77", "8/2029/QH77"), ("Luật đó", "8/2029/QH77")],
        ),
        # an act that is not told
        ("theo Điều 9 của Công ước về chè", [("Điều 9 của Công ước", None)]),
        # another type than this document's
        ("theo Nghị định này", [("Nghị định này", None)]),
        # a clause without its article is left open
        ("theo khoản 1 và những gì", [("khoản 1", None)]),
        # the regulation issued with a decision
        (
            "theo Điều 3 Quy chế chợ ban hành kèm theo Quyết định số 4/2030/QĐ-TTg",
            [
                (
                    "Điều 3 Quy chế chợ ban hành kèm theo Quyết định số 4/2030/QĐ-TTg",
                    "4/2030/QĐ-TTg#kem_theo_1__dieu_3",
                )
            ],
        ),
        # no references
        ("trả khoản tiền 5 triệu, điểm thi 9, trong điều kiện 5 ngày", []),
        ("theo khoản 1 Điều 3, 30 ngày sau", [("khoản 1 Điều 3", "=#dieu_3__khoan_1")]),
    ],
)
def test_what_a_reference_means(words: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(words) == expected


def test_kinds() -> None:
    law = revision(
        LAW.format(words="Điều 3; khoản 1 Điều này; Luật này; Điều 9 Luật Chợ số 8/2029/QH77; số 8/2029/QH77")
    )
    kinds = [m.kind for m in find_mentions(law)[2:]]
    assert kinds == [Kind.SHORT, Kind.ID, Kind.SUPRA, Kind.FULL, Kind.DOCUMENT]


def test_a_table_of_names_answers_where_the_text_does_not() -> None:
    def named(title: str, year: int) -> LegalDocument:
        return LegalDocument(f"1/{year}/QH77", f"1/{year}/QH77", "Luật", title, issued_on=date(year, 1, 1))

    table = names_of([named("Mưa", 2029), named("Gió", 2020), named("Gió", 2030)])
    assert found("theo Luật Mưa", table) == [("Luật Mưa", "1/2029/QH77")]
    assert found("theo Luật Gió", table) == [("Luật Gió", None)]
    assert found("theo Luật Gió năm 2020", table) == [("Luật Gió năm 2020", "1/2020/QH77")]


def test_dangling_references() -> None:
    law = revision(
        LAW.format(words="theo Điều 300 và khoản 9 Điều 3 của Luật này, Điều 4, Điều 300 Luật Chợ số 8/2029/QH77")
    )
    assert [m.span.slice(law.text) for m in dangling(law)] == ["Điều 300", "khoản 9 Điều 3 của Luật này"]
    assert all(m.ref and m.exists is False for m in dangling(law))


AMENDING = """Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Trồng chè số 5/2030/QH77.
Điều 1. Sửa đổi, bổ sung một số điều của Luật Trồng chè
1. Sửa đổi, bổ sung khoản 2 Điều 4 như sau:
“2. Người trồng chè theo khoản 1 Điều này và Điều 9 của Luật này.”.
2. Bổ sung Điều 4a vào sau Điều 4 như sau:
“Điều 4a. Giữ chè
1. Người giữ chè.
2. Như khoản 1 Điều này và điểm a khoản này.”.
3. Sửa đổi, bổ sung một số khoản của Điều 6 như sau:
a) Bãi bỏ khoản 3;
b) Thay thế cụm từ “chè” bằng cụm từ “trà” tại Điều 8.
Điều 2. Hiệu lực thi hành
1. Luật này có hiệu lực từ ngày 01 tháng 01 năm 2032, trừ khoản 2 Điều này."""


def test_an_amending_act_speaks_of_the_act_that_it_changes() -> None:
    law = revision(AMENDING, "6/2031/QH77", "Luật", "Sửa đổi, bổ sung một số điều của Luật Trồng chè")
    start = law.text.index("\n1. Sửa")
    refs = [str(m.ref) for m in find_mentions(law) if m.span.start > start]
    assert refs == [
        "5/2030/QH77#dieu_4__khoan_2",
        "5/2030/QH77#dieu_4__khoan_1",
        "5/2030/QH77#dieu_9",
        "5/2030/QH77#dieu_4a",
        "5/2030/QH77#dieu_4",
        "5/2030/QH77#dieu_4a__khoan_1",
        "5/2030/QH77#dieu_4a__khoan_2__diem_a",
        "5/2030/QH77#dieu_6",
        "5/2030/QH77#dieu_6__khoan_3",
        "5/2030/QH77#dieu_8",
        "6/2031/QH77",
        "6/2031/QH77#dieu_2__khoan_2",
    ]


def test_an_amending_act_that_does_not_tell_its_target_is_left_open() -> None:
    text = AMENDING.replace(" số 5/2030/QH77", "")
    law = revision(text, "6/2031/QH77", "Luật", "Sửa đổi, bổ sung một số điều của Luật Trồng chè")
    start, end = text.index("\n1. Sửa"), text.index("Điều 2. Hiệu")
    assert {m.ref for m in find_mentions(law) if start < m.span.start < end} == {None}


ATTACHED = """Điều 1. Ban hành Quy chế chợ theo Quy chế này.
Điều 2. Quyết định này có hiệu lực từ ngày ký./.
QUY CHẾ
CHỢ QUÊ
(Ban hành kèm theo Quyết định số 4/2030/QĐ-TTg)
Điều 1. Phạm vi
Quy chế này quy định chợ.
Điều 2. Chợ
Theo Điều 1, Điều 1 Quy chế này và Điều 2 Quyết định này."""


def test_an_attached_regulation_is_a_text_of_its_own() -> None:
    decision = revision(ATTACHED, "4/2030/QĐ-TTg", "Quyết định", "Ban hành Quy chế chợ")
    refs = [str(m.ref).removeprefix("4/2030/QĐ-TTg") for m in find_mentions(decision)]
    inner = "#kem_theo_1"
    assert refs == [inner, "", "", inner, f"{inner}__dieu_1", f"{inner}__dieu_1", "#dieu_2"]


def test_a_consolidated_text_means_itself() -> None:
    law = revision(LAW.format(words="theo Điều 3 của Luật này"), "9/VBHN-VPQH", "Văn bản hợp nhất", "Luật Vườn rau")
    assert [str(m.ref) for m in find_mentions(law)][2:] == ["9/VBHN-VPQH#dieu_3"]


PIECES = """Điều 1. Tên|Điều 2. Sửa đổi khoản 2 Điều 3 như sau:|“Điều 3. Trích|2. Khoản|a) Điểm|Chương II
các điểm a, b và đ khoản 2 Điều 5|, |; | và |từ Điều 1 đến Điều 900|khoản này|Điều này|Luật này|Luật đó|Luật Mưa
của Luật Chợ số 8/2029/QH77| (khoản 1|)|”.|Quy chế này|QUY CHẾ|(Ban hành kèm theo|PHỤ LỤC I|Phần thứ ba
Mục 1 Chương II|Hiến pháp năm 2013| đến 9|số 5""".replace("\n", "|").split("|")
lawlike = st.lists(st.sampled_from([*PIECES, "\n", "\n", " "]), max_size=80).map("".join)


def check(text: str, type_: str) -> None:
    law = revision(text, OWN, type_)
    for mention in find_mentions(law):
        assert mention.span.slice(text)
        assert (mention.ref is None) == bool(mention.why)
        assert mention.exists is None or mention.ref is not None
        if mention.exists is not None and mention.ref is not None:
            assert mention.exists == (law.provision(mention.ref) is not None)


@given(lawlike, st.sampled_from(["Luật", "Nghị định", "Văn bản hợp nhất", ""]))
@settings(max_examples=150, deadline=None)
def test_on_texts_made_of_references(text: str, type_: str) -> None:
    check(text, type_)


@given(st.text(max_size=300))
@example("Điều")
@example("khoản 1 Điều 5\n")
@example("điểm a")
@example("Luật ")
@example("từ điểm a đến điểm z khoản 1 Điều này")
@settings(max_examples=100, deadline=None)
def test_on_any_text(text: str) -> None:
    check(text, "Luật")


@pytest.mark.parametrize(
    "piece",
    [
        "khoản 1, ",
        "Điều 1 ",
        "Luật Chợ ",
        "1, ",
        "Luật này ",
        "Nghị định số 9/2031/NĐ-CP, ",
        "“Điều 1. A\n",
        "(điểm a ",
    ],
)
def test_time_grows_linearly(piece: str) -> None:
    def seconds(size: int) -> float:
        law = revision("Điều 1. Một\n1. các khoản " + piece * (size // len(piece)))
        started = time.perf_counter()
        find_mentions(law)
        return time.perf_counter() - started

    seconds(1_000)
    small = max(min(seconds(10_000), seconds(10_000)), 0.005)
    assert seconds(80_000) < 8 * small * 5
