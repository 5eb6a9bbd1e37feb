"""The front door: files in, a revision or a refusal out."""

import contextlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import Origin, Revision
from corpus.interchange import write_lines
from corpus.reference import ProvisionRef
from corpus.relation import RelationKind
from ingest.reading import extract_bytes, read
from ingest.refusal import Refusal
from tests.ingest.invented_files import LAW, docx, lines, pdf

CONSOLIDATED = """VĂN BẢN HỢP NHẤT
LUẬT
TRỒNG CHÈ
Luật Trồng chè số 98/2031/QH77 ngày 03 tháng 3 năm 2031 của Quốc hội, có hiệu lực kể từ ngày 01 tháng 7 năm 2031,\
 được sửa đổi, bổ sung bởi:
1. Luật số 5/2033/QH78 ngày 01 tháng 02 năm 2033 của Quốc hội sửa đổi, bổ sung một số điều của Luật Trồng chè,\
 có hiệu lực kể từ ngày 01 tháng 8 năm 2033;
2. Luật Giữ đồi số 6/2034/QH78 ngày 01 tháng 02 năm 2034 của Quốc hội, có hiệu lực kể từ ngày 15 tháng 3 năm 2034.
Căn cứ Hiến pháp;
Điều 1. Phạm vi
Luật này quy định việc trồng chè.
Điều 2. Hiệu lực thi hành
Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2031.
VĂN PHÒNG QUỐC HỘI
Số: 44/VBHN-VPQH
XÁC THỰC VĂN BẢN HỢP NHẤT
Hà Nội, ngày 20 tháng 4 năm 2034
CHỦ NHIỆM"""
AMENDING = """QUỐC HỘI
Luật số: 5/2033/QH78
LUẬT
SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT TRỒNG CHÈ
Căn cứ Hiến pháp;
Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Trồng chè số 98/2031/QH77.
Điều 1. Sửa đổi, bổ sung một số điều của Luật Trồng chè
1. Sửa đổi, bổ sung khoản 1 Điều 2 như sau:
“1. Người trồng chè được hái chè cả ngày.”.
2. Bãi bỏ điểm b khoản 2 Điều 2.
Điều 2. Hiệu lực thi hành
Luật này có hiệu lực thi hành sau 45 ngày kể từ ngày ký ban hành.
Luật này được Quốc hội khóa XX thông qua ngày 01 tháng 02 năm 2033."""


def law(folder: Path, text: str = LAW, name: str = "luat.txt") -> Revision:
    (folder / name).write_text(text, encoding="utf-8")
    return read([folder / name])


def test_a_law_is_known_from_its_own_words(tmp_path: Path) -> None:
    document = law(tmp_path).document
    assert (document.id, document.type, document.title) == ("98/2031/QH77", "Luật", "Trồng chè")
    assert document.issuer == "Quốc hội"
    assert (document.issued_on, document.in_force_from) == (date(2031, 3, 3), date(2031, 7, 1))
    assert document.origin is Origin.OFFICIAL


def test_the_same_law_as_word_pdf_and_text_is_the_same_document(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(docx(LAW.split("\n")))
    (tmp_path / "a.pdf").write_bytes(pdf(lines(*(">" + line for line in LAW.split("\n")), gap=24)))
    found = [read([tmp_path / "a.docx"]), read([tmp_path / "a.pdf"]), law(tmp_path)]
    assert {revision.document.id for revision in found} == {"98/2031/QH77"}
    assert len({tuple(str(part.ref) for part in revision.walk()) for revision in found}) == 1
    assert {revision.document.in_force_from for revision in found} == {date(2031, 7, 1)}


def test_what_a_law_ends(tmp_path: Path) -> None:
    (relation,) = law(tmp_path).relations
    assert (relation.kind, str(relation.target)) == (RelationKind.REPLACES, "12/2001/QH55")
    assert str(relation.source) == "98/2031/QH77#dieu_3__khoan_2"
    assert relation.effective == date(2031, 7, 1)


def test_what_an_amending_law_does(tmp_path: Path) -> None:
    revision = law(tmp_path, AMENDING)
    assert revision.document.in_force_from == date(2033, 3, 18)
    assert [(r.kind.value, str(r.target), r.source.fragment) for r in revision.relations] == [
        ("amends", "98/2031/QH77#dieu_2__khoan_1", "dieu_1__khoan_1"),
        ("repeals", "98/2031/QH77#dieu_2__khoan_2__diem_b", "dieu_1__khoan_2"),
    ]


ORDINARY = [
    (
        "Bổ sung giống chè mới theo quy định tại khoản 1 Điều 2 Luật Trồng chè số 98/2031/QH77.",
        "a duty, not an instruction",
    ),
    (
        "Người trồng chè sửa đổi, bổ sung hồ sơ theo Điều 9 Luật Trồng chè số 98/2031/QH77.",
        "a mention inside a sentence",
    ),
]


@pytest.mark.parametrize(("words", "why"), ORDINARY)
def test_a_provision_that_only_mentions_amendment_amends_nothing(tmp_path: Path, words: str, why: str) -> None:
    text = LAW.replace("98/2031/QH77", "9/2040/QH79").replace("Luật này quy định việc trồng chè trên đồi.", words)
    assert [r.kind for r in law(tmp_path, text).relations] == [RelationKind.REPLACES], why


def test_lists_of_places_in_instructions(tmp_path: Path) -> None:
    changed = AMENDING.replace(
        "Bãi bỏ điểm b khoản 2 Điều 2.", "Bãi bỏ các khoản 3, 4 và 5 Điều 7; sửa đổi Điều 8, Điều 9."
    )
    changed = changed.replace("khoản 1 Điều 2 như sau", "điểm a và điểm b khoản 1 Điều 2 như sau")
    found = [(r.kind.value, r.target.fragment) for r in law(tmp_path, changed).relations]
    assert ("repeals", "dieu_7__khoan_4") in found
    assert ("amends", "dieu_9") in found
    assert len(found) == 7


def test_a_consolidated_text_holds_from_its_latest_amendment(tmp_path: Path) -> None:
    revision = law(tmp_path, CONSOLIDATED, "44-2034-vbhn-vpqh.txt")
    document = revision.document
    assert (document.id, document.type, document.title) == ("44/VBHN-VPQH", "Văn bản hợp nhất", "Luật Trồng chè")
    assert (document.in_force_from, document.holds_from) == (date(2031, 7, 1), date(2034, 3, 15))
    assert document.issued_on == date(2034, 4, 20)
    assert [(str(r.target), r.effective) for r in revision.relations] == [
        ("98/2031/QH77", date(2031, 7, 1)),
        ("5/2033/QH78", date(2033, 8, 1)),
        ("6/2034/QH78", date(2034, 3, 15)),
    ]


@pytest.mark.parametrize(
    ("text", "name", "trouble", "why"),
    [
        (CONSOLIDATED, "44-2034-vbhn-vpqh.txt", "", "the file is named so too"),
        (CONSOLIDATED, "luat-trong-che.txt", "", "the file is named otherwise"),
        (
            CONSOLIDATED.replace("Số: 44/VBHN-VPQH\n", "").replace("HỢP NHẤT\nHà", "HỢP NHẤT\nSố: 44/VBHN-VPQH\nHà"),
            "98-2031-qh77.txt",
            "Tên tệp gợi ý số hiệu 98/2031/QH77",
            "the file is named after the law, and the number stands below",
        ),
    ],
)
def test_a_consolidated_text_has_the_number_beside_its_verification(
    tmp_path: Path, text: str, name: str, trouble: str, why: str
) -> None:
    revision = law(tmp_path, text, name)
    assert (revision.document.id, revision.document.type) == ("44/VBHN-VPQH", "Văn bản hợp nhất"), why
    assert revision.document.holds_from == date(2034, 3, 15)
    assert [problem.reason[: len(trouble)] for problem in revision.problems] == [trouble] * bool(trouble)


def test_a_consolidated_text_that_is_not_verified_has_the_number_of_its_file(tmp_path: Path) -> None:
    cut = CONSOLIDATED.split("VĂN PHÒNG QUỐC HỘI")[0]
    document = law(tmp_path, cut, "44-2034-vbhn-vpqh.txt").document
    assert (document.id, document.holds_from) == ("44/VBHN-VPQH", date(2034, 3, 15))


def test_a_consolidated_text_never_takes_the_number_of_the_law_in_it(tmp_path: Path) -> None:
    cut = CONSOLIDATED.split("VĂN PHÒNG QUỐC HỘI")[0].removeprefix("VĂN BẢN HỢP NHẤT\n")
    document = law(tmp_path, cut).document
    assert (document.number, document.type) == ("", "Văn bản hợp nhất")
    assert (document.in_force_from, document.holds_from) == (date(2031, 7, 1), date(2034, 3, 15))
    stated = law(tmp_path, "Số: 98/2031/QH77\n" + cut).document
    assert stated.number == "98/2031/QH77"


def test_the_sidecar_overrides_and_a_disagreement_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "luat.txt.yaml").write_text("in_force_from: 2031-09-01\norigin: unofficial\n", encoding="utf-8")
    revision = law(tmp_path)
    assert revision.document.in_force_from == date(2031, 9, 1)
    assert revision.document.origin is Origin.UNOFFICIAL
    assert any("ngày có hiệu lực 01/09/2031, văn bản ghi 01/07/2031" in problem.reason for problem in revision.problems)


def test_front_matter_makes_a_document_of_bare_provisions(tmp_path: Path) -> None:
    front = "---\nnumber: 7/2031/QH77\ntype: Luật\ntitle: Hái chè\norigin: digest\nholds_from: 2031-01-01\n---\n"
    revision = law(tmp_path, front + "Điều 5. Hái\n1. Hái sớm.\nĐiều 9. Phơi\nPhơi nắng.", "a.md")
    assert (revision.document.id, revision.document.origin) == ("7/2031/QH77", Origin.DIGEST)
    assert [part.ref.fragment for part in revision.walk()] == ["dieu_5", "dieu_5__khoan_1", "dieu_9"]
    assert not [problem for problem in revision.problems if "nhảy" in problem.reason]


def test_stated_relations(tmp_path: Path) -> None:
    rows = "relations:\n  - {kind: guides, target: 98/2031/QH77, effective: 2031-07-01}\n"
    (tmp_path / "luat.txt.yaml").write_text(rows, encoding="utf-8")
    first = law(tmp_path).relations[0]
    assert (first.kind, first.source, first.effective) == (
        RelationKind.GUIDES,
        ProvisionRef("98/2031/QH77"),
        date(2031, 7, 1),
    )


def test_parts_are_one_document_with_pages_that_go_on(tmp_path: Path) -> None:
    rows = LAW.split("\n")
    (tmp_path / "l-part-1.pdf").write_bytes(pdf(lines(*(">" + line for line in rows[:13]), gap=24)))
    (tmp_path / "l-part-2.pdf").write_bytes(pdf(lines(*(">" + line for line in rows[13:]), gap=24)))
    revision = read([tmp_path / "l-part-1.pdf", tmp_path / "l-part-2.pdf"])
    assert [part.page for part in revision.walk()] == [1, 1, 1, 1, 2, 2, 2, 2, 2]
    assert revision.text.startswith("QUỐC HỘI")
    assert len(revision.pages) == 2


def test_a_constitution_has_a_readable_id(tmp_path: Path) -> None:
    text = "HIẾN PHÁP\nNƯỚC CHÈ XANH\nĐiều 1\nNước Chè xanh là một nước.\n"
    text += "Hiến pháp này được Quốc hội thông qua ngày 28 tháng 11 năm 2031."
    assert law(tmp_path, text).document.id == "HP/2031"


def test_the_file_name_gives_a_number_only_where_the_text_has_none(tmp_path: Path) -> None:
    text = LAW.replace("Luật số: 98/2031/QH77\n", "")
    revision = law(tmp_path, text, "98-2031-qh77.txt")
    assert revision.document.id == "98/2031/QH77"
    assert any("lấy từ tên tệp" in problem.reason for problem in revision.problems)
    other = law(tmp_path, LAW, "11-2030-qh77.txt")
    assert other.document.id == "98/2031/QH77"
    assert any("Tên tệp gợi ý số hiệu 11/2030/QH77" in problem.reason for problem in other.problems)


REFUSED = [
    ("rong.docx", b"", "Tệp rỗng"),
    ("trang.txt", b" \n\n ", "Tệp rỗng"),
    ("cu.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, r"Word cũ \(\.doc\)"),
    ("anh.pdf", b"\x89PNG\r\n\x1a\n" + b"\0" * 600, "ảnh"),
    ("tho.txt", ("Hôm nay trời đẹp, tôi đi hái chè trên đồi với mẹ. " * 5).encode(), "không phải văn bản pháp luật"),
    ("rac.bin", bytes(range(256)) * 40, "không phải văn bản chữ"),
    ("hong.txt", ("Điều 1. \ufffd\ufffd\ufffd hỏng \ufffd\ufffd " * 20).encode(), "hỏng phông"),
    ("cach.txt", ("Đ i ề u 1 . N g ư ờ i t r ồ n g c h è " * 20).encode(), "tách rời"),
    ("chu.docx", docx(""), "không có chữ nào"),
]


@pytest.mark.parametrize(("name", "data", "reason"), REFUSED)
def test_refusals(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Refusal, match=reason):
        read([tmp_path / name])


def test_the_content_tells_the_format_not_the_name(tmp_path: Path) -> None:
    (tmp_path / "luat.pdf").write_bytes(docx(LAW.split("\n")))
    assert read([tmp_path / "luat.pdf"]).document.id == "98/2031/QH77"


def test_a_missing_file_and_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"Không mở được tệp khong-co\.pdf"):
        read([tmp_path / "khong-co.pdf"])
    with pytest.raises(Refusal, match="Không có tệp nào"):
        read([])


WHOLE = [docx(LAW.split("\n")), pdf(lines(*LAW.split("\n"))), f"<html><p>{LAW}</p></html>".encode(), LAW.encode()]


@given(
    st.sampled_from(WHOLE), st.lists(st.tuples(st.integers(0, 100_000), st.binary(max_size=9)), max_size=8), st.data()
)
@settings(max_examples=150, deadline=None)
def test_broken_bytes_give_a_text_or_a_refusal(
    whole: bytes, changes: list[tuple[int, bytes]], data: st.DataObject
) -> None:
    broken = bytearray(whole)
    for place, piece in changes:
        start = place % len(broken)
        broken[start : start + len(piece)] = piece
    cut = data.draw(st.integers(0, len(broken)))
    with contextlib.suppress(Refusal):
        found = extract_bytes(bytes(broken[:cut] if cut % 3 == 0 else broken))
        assert 0 <= found.body_end <= len(found.text)


@given(st.binary(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_bytes_give_a_text_or_a_refusal(data: bytes) -> None:
    with contextlib.suppress(Refusal):
        extract_bytes(data)


BROKEN = [
    ("a: [", "sai cú pháp"),
    ("- a", "tên: giá trị"),
    ("tieu_de: x", "tên lạ: tieu_de"),
    ("issued_on: hôm qua", "không đúng dạng NĂM-THÁNG-NGÀY"),
    ("origin: nghe nói", "Dùng một trong"),
    ("relations: [{kind: loves, target: x}]", "không đọc được"),
]


@pytest.mark.parametrize(("yaml", "reason"), BROKEN)
def test_a_broken_sidecar_refuses_its_file(tmp_path: Path, yaml: str, reason: str) -> None:
    (tmp_path / "luat.txt.yaml").write_text(yaml, encoding="utf-8")
    with pytest.raises(Refusal, match=reason):
        law(tmp_path)


def test_one_json_line_is_a_document(tmp_path: Path) -> None:
    revision = law(tmp_path)
    (tmp_path / "a.jsonl").write_text("".join(write_lines([revision])), encoding="utf-8")
    assert read([tmp_path / "a.jsonl"]) == revision


def test_every_page_and_span_is_inside_the_text(tmp_path: Path) -> None:
    revision = law(tmp_path)
    assert all(part.span.slice(revision.text).startswith(part.label) for part in revision.walk())
