"""Corrections: what was printed, what is right, where; they hold from the first day of the corrected text."""

from datetime import date
from pathlib import Path

import pytest

from corpus.document import Revision
from corpus.library import Library, memory_library
from corpus.reference import ProvisionRef
from corpus.relation import RelationKind
from corpus.wording import spoken
from ingest.reading import read

ACT = """BỘ NÔNG VỤ
Số: 372/QĐ-BNV
Hà Nội, ngày 04 tháng 02 năm 2032

QUYẾT ĐỊNH
Về việc đính chính Thông tư số 8/2031/TT-BNV

Điều 1. {}
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
"""
WELL = "8/2031/TT-BNV"
FIRST = f"Đính chính lỗi kỹ thuật tại Thông tư số {WELL} ngày 30 tháng 12 năm 2031 của Bộ trưởng Bộ Nông vụ:\n"
PHRASES = [
    ("1. Tại khoản 2 Điều 5 đã in là: “10 ngày”, nay sửa lại là: “15 ngày”.", "dieu_5__khoan_2", "printed and right"),
    ("1. Điểm a khoản 2 Điều 5 đã in: “… 10 ngày …”. Nay sửa thành: “… 15 ngày …”.", "dieu_5__khoan_2__diem_a",
     "dots before and after"),
    ("1. Tại khoản 2 Điều 5, dòng thứ 5 từ trên xuống, đã viết: “10 ngày”\nnay đính chính thành:\n“15 ngày”.",
     "dieu_5__khoan_2", "on lines of their own, with the line on the page"),
    ("1. Tại Điều 5:\na) Khoản 2 in sai là “10 ngày” sửa là “15 ngày”;", "dieu_5__khoan_2", "the article above"),
    ("1. Tại khoản 2 Điều 5 (sửa đổi Điều 9 Thông tư số 3/2014/TT-BNV), đính chính cụm từ “10 ngày” thành “15 ngày”.",
     "dieu_5__khoan_2", "a note between"),
    ("Chỉnh sửa cụm từ “10 ngày” thành cụm từ “15 ngày” tại khoản 2 Điều 5.", "dieu_5__khoan_2", "the place last"),
    ("1. Cụm từ “10 ngày” tại khoản 2 Điều 5 được sửa thành “15 ngày”.", "dieu_5__khoan_2", "told of the phrase"),
    ('1. Tại khoản 2 Điều 5: Sửa "10 ngày" thành "15 ngày".', "dieu_5__khoan_2", "straight marks"),
]  # fmt: skip


def act(folder: Path, words: str, name: str = "dinh-chinh.txt") -> Revision:
    (folder / name).write_text(ACT.format(words), encoding="utf-8")
    return read([folder / name])


@pytest.mark.parametrize(("words", "place", "why"), PHRASES)
def test_a_phrase_is_corrected(tmp_path: Path, words: str, place: str, why: str) -> None:
    revision = act(tmp_path, FIRST + words)
    (found,) = [r for r in revision.relations if r.kind.changes]
    assert (found.kind, found.target, found.effective) == (
        RelationKind.CORRECTS, ProvisionRef.parse(f"{WELL}#{place}"), None,
    ), why  # fmt: skip
    assert found.phrase is not None and found.phrase.new is not None
    said = (found.phrase.old.slice(revision.text), found.phrase.new.slice(revision.text))
    assert (said, revision.problems) == (("10 ngày", "15 ngày"), ()), why


RIGHT = "“2. Trả gàu:\na) Trong 15 ngày;\nb) Đã rửa.”"
ANEW = [
    (f"Đính chính khoản 2 Điều 5 Thông tư số {WELL} như sau:\n{RIGHT}.", "given anew"),
    (FIRST + f"1. Tại khoản 2 Điều 5:\nĐã in là:\n“2. Trả gàu.”\nSửa lại là:\n{RIGHT}", "printed and right, whole"),
]


@pytest.mark.parametrize(("words", "why"), ANEW)
def test_a_whole_provision_is_corrected(tmp_path: Path, words: str, why: str) -> None:
    (found,) = [r for r in act(tmp_path, words).relations if r.kind.changes]
    assert found.words is not None
    below = [part.ref.fragment for part in found.words.walk()]
    assert below == ["dieu_5__khoan_2", "dieu_5__khoan_2__diem_a", "dieu_5__khoan_2__diem_b"], why


UNREAD = [
    ("1. Tại Điểm 4, Mục 2, Phụ lục II: Sửa “10^6” thành “10^9”.", "a place in an annex"),
    ("1. Tại căn cứ ban hành: đã in là “Căn cứ Luật A”, nay sửa là “Căn cứ Luật B”.", "the grounds are no provision"),
    (
        "1. Tại khoản 2 Điều 5 và khoản 3 Điều 6 đã in là “10 ngày”, nay sửa là “15 ngày”.",
        "two places, one printed text",
    ),
    ("1. Tại khoản 2 Điều 5 đã in là 10 ngày, nay sửa là 15 ngày.", "no quotation"),
    ("1. Tên Điều 5 đã in là “Trả gầu”, nay sửa là “Trả gàu”.", "the name of an article"),
]


@pytest.mark.parametrize(("words", "why"), UNREAD)
def test_what_cannot_be_read_is_told(tmp_path: Path, words: str, why: str) -> None:
    revision = act(tmp_path, FIRST + words)
    (found,) = [r for r in revision.relations if r.kind.changes]
    assert (found.kind, found.target, found.phrase) == (RelationKind.CORRECTS, ProvisionRef(WELL), None), why
    assert revision.problems and all("Đính chính" in problem.reason for problem in revision.problems), why


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (f"Đính chính giấy phép\nĐính chính giấy phép theo Thông tư số {WELL}: “A” thành “B”.", "a licence"),
        (
            "Đính chính, thu hồi giấy chứng nhận đã cấp\n1. Cơ quan đính chính giấy chứng nhận đã cấp có sai sót.",
            "rules",
        ),
        (f"Khoản 1 Điều 5 của Thông tư số {WELL} được đính chính khi cần.", "only told"),
    ],
)
def test_what_corrects_no_law(tmp_path: Path, words: str, why: str) -> None:
    path = tmp_path / "quy-dinh.txt"
    path.write_text(ACT.replace("Về việc đính chính Thông tư số 8/2031/TT-BNV", "Về giấy phép").format(words), "utf-8")
    assert not [r for r in read([path]).relations if r.kind.changes], why


TEXT = """BỘ NÔNG VỤ
Số: 8/2031/TT-BNV
Hà Nội, ngày 30 tháng 12 năm 2031
THÔNG TƯ
Giếng làng
Điều 5. Mượn gàu
1. Ai cũng được mượn gàu.
2. Gàu được trả trong {}.
Điều 6. Hiệu lực thi hành
Thông tư này có hiệu lực từ ngày 15 tháng 01 năm 2032.
"""


def corrected(folder: Path, printed: str) -> Library:
    library = memory_library()
    library.put(act(folder, FIRST + PHRASES[0][0]))
    (folder / "gieng.txt").write_text(TEXT.format(printed), encoding="utf-8")
    library.put(read([folder / "gieng.txt"]))
    return library


def words_on(library: Library, day: date) -> str:
    found = library.standing(ProvisionRef.parse(f"{WELL}#dieu_5__khoan_2"), day)
    assert found is not None and found.unworked == () and [r.kind for r in found.made_by] == [RelationKind.CORRECTS]
    texts = {p.document: library.revision(p.document) for p in found.pieces}
    return spoken((p, held.text[p.span.start : p.span.end]) for p in found.pieces if (held := texts[p.document]))


@pytest.mark.parametrize("printed", ["10 ngày", "15 ngày"])
def test_a_correction_holds_from_the_first_day(tmp_path: Path, printed: str) -> None:
    """Also before the day of the correcting decision; and a copy of the corrected text needs no change."""
    library = corrected(tmp_path, printed)
    days = (date(2032, 1, 15), date(2032, 2, 3), date(2033, 1, 1))
    assert {words_on(library, day) for day in days} == {"2. Gàu được trả trong 15 ngày."}
