"""The codification's archive as a source of documents."""

from __future__ import annotations

import pickle
import zipfile
from datetime import date
from pathlib import Path

import pytest

from corpus.document import Origin, Revision
from corpus.reference import ProvisionRef
from corpus.relation import Relation, RelationKind
from ingest.codification.contents import read_contents
from ingest.codification.source import CodificationSource
from ingest.folder_source import FolderSource
from ingest.limits import Limits
from ingest.refusal import Refusal
from tests.ingest.codification.invented_codification import IN_FORCE, TEA, archive, article, contents, page
from tests.ingest.invented_files import docx

FIRST = article(
    "9.1.LQ.1", "Phạm vi", f"Điều 1 {TEA} Luật Trồng chè ngày 03/03/2031 của Quốc hội, {IN_FORCE}",
    "Luật này quy định việc trồng chè trên đồi.",
)  # fmt: skip
SECOND = article(
    "9.1.LQ.2", "Quyền của người trồng",
    f"Điều 2 {TEA}, {IN_FORCE}, có nội dung được sửa đổi bởi Điều 4 Luật số 5/2033/QH77 "
    "có hiệu lực thi hành kể từ ngày 01/01/2034",
    "1. Người trồng được:", "a) Hái chè;", "b) Bán chè.", "2. Giá chè như sau:",
    "<table><tr><td>Loại</td><td>Giá</td></tr><tr><td>1. Xanh</td><td>10 đồng</td></tr></table>",
)  # fmt: skip
TENTH = article("9.2.LQ.10", "Hiệu lực thi hành", f"Điều 10 {TEA}, {IN_FORCE}", "Luật này có hiệu lực./.")
DECREE = article(
    "9.1.NĐ.3.15", "Mức phạt", f"Điều 15 Nghị định số 7/2031/NĐ-CP Quy định về phạt ngày 04/03/2031 của Chính phủ, "
    f"{IN_FORCE}", "2. Phạt từ 100 đồng.", "3. Cảnh cáo.",
    after="<a href='mau.doc'>Mẫu 1.doc</a>", item=8,
)  # fmt: skip
ALL = (FIRST, SECOND, TENTH, DECREE)


def names_of(entries: tuple[tuple[str, str], ...] = ALL) -> tuple[tuple[str, str], ...]:
    return tuple((mapc, f"Điều {place}. Tên") for place, (mapc, _) in enumerate(entries))


@pytest.fixture
def codification(tmp_path: Path) -> Path:
    """The law over two subjects, its last article first."""
    return archive(
        tmp_path / "BoPhapDienDienTu.zip",
        contents(*names_of(), broken=[SECOND[0]]),
        page("Chương I", TENTH),
        page("Chương I", "QUY ĐỊNH CHUNG", FIRST, DECREE, SECOND),
    )


def read_all(path: Path) -> tuple[dict[str, Revision], list[str]]:
    """Revisions by id, and the reasons of what was refused."""
    read, refused = {}, []
    for document in FolderSource([path]).documents():
        try:
            revision = document.read()
            read[revision.document.id] = revision
        except Refusal as refusal:
            refused.append(refusal.reason)
    return read, refused


def test_a_document_over_two_subjects_is_one_in_the_order_of_its_own_numbers(codification: Path) -> None:
    read, refused = read_all(codification)
    assert (sorted(read), refused) == (["7/2031/NĐ-CP", "98/2031/QH77"], [])
    assert read["98/2031/QH77"].text.split("\n") == [
        "Điều 1. Phạm vi",
        "Luật này quy định việc trồng chè trên đồi.",
        "Điều 2. Quyền của người trồng",
        "1. Người trồng được:",
        "a) Hái chè;",
        "b) Bán chè.",
        "2. Giá chè như sau:",
        "Loại\tGiá",
        "1. Xanh\t10 đồng",
        "Điều 10. Hiệu lực thi hành",
        "Luật này có hiệu lực./.",
    ]
    assert [str(part.ref).split("#")[1] for part in read["98/2031/QH77"].walk()] == [
        "dieu_1",
        "dieu_2",
        "dieu_2__khoan_1",
        "dieu_2__khoan_1__diem_a",
        "dieu_2__khoan_1__diem_b",
        "dieu_2__khoan_2",
        "dieu_10",
    ]


def test_what_the_notes_say_of_a_document(codification: Path) -> None:
    revision = read_all(codification)[0]["98/2031/QH77"]
    document = revision.document
    assert (document.type, document.title, document.issuer) == ("Luật", "Trồng chè", "Quốc hội")
    assert (document.issued_on, document.in_force_from) == (date(2031, 3, 3), date(2031, 7, 1))
    assert document.origin is Origin.SNAPSHOT
    assert document.source_url == "http://vbpl.example/toanvan.aspx?ItemID=7"
    assert document.holds_from == date(2034, 1, 1), "the words of the latest amendment are already in the text"
    assert revision.relations == (
        Relation(
            RelationKind.AMENDS,
            ProvisionRef.parse("98/2031/QH77#dieu_2"),
            ProvisionRef.parse("5/2033/QH77#dieu_4"),
            date(2034, 1, 1),
        ),
    )


def test_an_article_may_begin_with_a_later_clause_and_carry_a_file(codification: Path) -> None:
    revision = read_all(codification)[0]["7/2031/NĐ-CP"]
    assert [str(part.ref) for part in revision.walk()] == [
        "7/2031/NĐ-CP#dieu_15",
        "7/2031/NĐ-CP#dieu_15__khoan_2",
        "7/2031/NĐ-CP#dieu_15__khoan_3",
    ]
    assert "Mẫu" not in revision.text
    assert any("tệp kèm theo" in problem.reason and "Mẫu 1.doc" in problem.reason for problem in revision.problems)


def test_a_broken_entry_of_the_contents_is_told_of_its_document(codification: Path) -> None:
    revision = read_all(codification)[0]["98/2031/QH77"]
    assert sum("mục lục Bộ pháp điển bị hỏng" in problem.reason for problem in revision.problems) == 1


def test_what_contents_and_pages_do_not_share_is_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    lost = ("9999", "Điều 9.1.LQ.77. Mất")
    nameless = article("9.4.TT.5.2", "Không ghi chú", "", "Lời của một điều không ai biết.")
    path = archive(
        tmp_path / "p.zip", contents(*names_of(), lost, ("8888", "Điều 1. Hỏng"), broken=["8888"]), page(*ALL, nameless)
    )
    read, refused = read_all(path)
    assert len(read) == 2
    assert [reason.split(" ")[0:4] for reason in refused] == [
        ["Mục", "lục", "jsonData.js", "có"],
        ["1", "điều", "có", "trong"],
        ["1", "điều", "không", "ghi"],
    ]
    assert "9.1.LQ.77" in refused[1]
    assert "9.4.TT.5.2" in refused[2]


@pytest.mark.parametrize(
    ("text", "articles", "broken", "why"),
    [
        (contents(*names_of(), broken=[FIRST[0]]), 3, 1, "a quotation mark is missing"),
        (contents(*names_of()).replace("Tên", 'Tên "chè"'), 0, 4, "marks that are not escaped"),
        (contents(*names_of()).replace("},{", "} ,\r\n {"), 4, 0, "one entry a line"),
        (contents(*names_of())[:-40], 3, 1, "cut off"),
        ("var jdAllTree = [];", 0, 0, "none"),
        ("<html>", 0, 0, "something else"),
    ],
)
def test_contents_are_read_entry_by_entry(text: str, articles: int, broken: int, why: str) -> None:
    found = read_contents(text)
    assert (len(found.articles), len(found.broken)) == (articles, broken), why


def test_an_unclosed_tag_swallows_nothing(tmp_path: Path) -> None:
    torn = (FIRST[0], FIRST[1].replace("</p>", "").replace("<p>Luật", "<table><tr><td><p class='pNoiDung'>Luật"))
    read, _ = read_all(archive(tmp_path / "p.zip", contents(), page(torn, SECOND, TENTH)))
    articles = [part for part in read["98/2031/QH77"].walk() if part.level == "dieu"]
    assert [part.heading for part in articles] == ["Phạm vi", "Quyền của người trồng", "Hiệu lực thi hành"]


def test_articles_quoted_or_signed_inside_an_article_stay_in_it(tmp_path: Path) -> None:
    amending = article(
        "9.1.LQ.3", "Sửa đổi", f"Điều 3 {TEA}, {IN_FORCE}",
        "Sửa đổi Điều 8 như sau:", "“Điều 8. Trích không đóng ngoặc", "Điều 4. Lời của luật khác", "Nơi nhận:",
        "PHỤ LỤC I",
    )  # fmt: skip
    read, _ = read_all(archive(tmp_path / "p.zip", contents(), page(FIRST, amending, TENTH)))
    assert [part.label for part in read["98/2031/QH77"].walk() if part.level == "dieu"] == [
        "Điều 1",
        "Điều 3",
        "Điều 10",
    ]


def test_an_article_repeated_by_another_subject_is_there_once(tmp_path: Path) -> None:
    again = article("9.7.LQ.1", "Phạm vi", f"Điều 1 {TEA}, {IN_FORCE}", "Luật này quy định việc trồng chè trên đồi.")
    read, _ = read_all(archive(tmp_path / "p.zip", contents(), page(FIRST, SECOND), page(again)))
    assert read["98/2031/QH77"].text.count("Phạm vi") == 1


def test_words_too_few_for_a_document_are_refused_without_a_word_of_pictures(tmp_path: Path) -> None:
    short = article("9.3.LQ.1", "Tên", f"Điều 1 {TEA}, {IN_FORCE}", "Bãi bỏ.")
    read, refused = read_all(archive(tmp_path / "p.zip", contents((short[0], "Điều 1. Tên")), page(short)))
    assert not read
    assert [("chỉ có 19 ký tự" in reason, "OCR" in reason) for reason in refused] == [(True, False)]


def test_nothing_is_read_before_its_turn_and_documents_travel(codification: Path) -> None:
    first, *_ = documents = list(CodificationSource(codification).documents())
    assert pickle.loads(pickle.dumps(first)) == first  # noqa: S301
    assert len({document.content for document in documents}) == len(documents)
    again = [document.content for document in CodificationSource(codification).documents()]
    assert again == [document.content for document in documents], "the same bytes need not be read again"


def test_a_page_that_unpacks_too_far_is_refused_and_the_rest_goes_on(codification: Path) -> None:
    with zipfile.ZipFile(codification, "a", zipfile.ZIP_DEFLATED) as out:
        out.writestr("BoPhapDienDienTu/demuc/bomb.html", " " * 100_000)
    *documents, bomb = CodificationSource(codification, Limits(expanded_bytes=50_000)).documents()
    assert len([document.read() for document in documents]) == 2
    with pytest.raises(Refusal, match=r"bomb\.html bung ra hơn"):
        bomb.read()


def test_entries_that_point_out_of_the_archive_are_not_read(codification: Path) -> None:
    with zipfile.ZipFile(codification, "a") as out:
        out.writestr("BoPhapDienDienTu/demuc/../../x.html", page(FIRST))
    assert ["trỏ ra ngoài" in reason for reason in read_all(codification)[1]] == [True]


def test_a_zip_that_is_none_says_what_it_is(tmp_path: Path, codification: Path) -> None:
    whole = codification.read_bytes()
    locked = bytearray(whole)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = locked.find(mark)
        while at >= 0:
            locked[at + place] |= 1
            at = locked.find(mark, at + 1)
    with zipfile.ZipFile(tmp_path / "khac.zip", "w") as out:
        out.writestr("a.txt", "chè")
    for name, data, reason in (
        ("cut.zip", whole[: len(whole) // 2], "hỏng hoặc chưa tải xong"),
        ("locked.zip", bytes(locked), "có mật khẩu"),
        ("khac.zip", (tmp_path / "khac.zip").read_bytes(), "không phải Bộ pháp điển"),
        ("empty.zip", b"", "hỏng hoặc chưa tải xong"),
    ):
        (tmp_path / name).write_bytes(data)
        assert [reason in found for found in read_all(tmp_path / name)[1]] == [True], name


def test_a_word_file_named_zip_is_read_as_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "luat.zip"
    path.write_bytes(docx(["Luật số: 98/2031/QH77", "LUẬT", "TRỒNG CHÈ", "Điều 1. Chè", "Chè được trồng trên đồi."]))
    assert list(read_all(path)[0]) == ["98/2031/QH77"]
