"""What sources do to law: one table of invented texts, each with the tree that it must give and the reason."""

import pytest

from corpus.problem import Severity
from ingest.structure import parse_provisions

REGULATION = "(Ban hành kèm theo Quyết định số 7/QĐ-UBND)"
TREES = [
    ("Điều 1. A\nx\nĐiều 1a. B\nx\nĐiều 2. C\n1. a\n1a. b\n2. c:\na) x\na1) y\nb) z",
     "dieu_1 dieu_1a dieu_2 .khoan_1 .khoan_1a .khoan_2 ..diem_a ..diem_a1 ..diem_b", "inserted numbers"),
    ("ĐIỀU 1: Một\nx\nĐIỀU 2 HAI BA\nx\nĐiều 3 - Ba\nx", "dieu_1 dieu_2 dieu_3", "colon, nothing, dash"),
    ("Điều 1. Một\nx\nĐiều\n2. Hai\nx", "dieu_1 dieu_2", "a head broken after its first word"),
    ("Điều 1. Một\n1/ Một\n2/ Hai\nĐiều 2. Hai\n1- Một\n2- Hai:\na/ A\nb/ B",
     "dieu_1 .khoan_1 .khoan_2 dieu_2 .khoan_1 .khoan_2 ..diem_a ..diem_b", "strokes and dashes of old texts"),
    ("Điều 1. Một\n1) Một\n2) Hai", "dieu_1 .khoan_1 .khoan_2", "clauses in brackets"),
    ("Điều 1. Một\n1. Gồm:\n1) một;\n2) hai.\n2. Hai", "dieu_1 .khoan_1 .khoan_2", "a list inside a clause"),
    ("Điều 1. Một\n1. Một\n3.451 tổ\n1.2.2 Loại\n15.000.000 đồng\n2\tTên\tx\n2. Hai", "dieu_1 .khoan_1 .khoan_2",
     "numbers that are no clauses, rows of a table"),
    ("Điều 1. Một\n1. Theo\nĐiều 2 của Luật này\n2. Điều 5 nói\nkhoản 3 Điều 5\n3. Ba\nĐiều 2. Hai\nx",
     "dieu_1 .khoan_1 .khoan_2 .khoan_3 dieu_2", "references at the beginning of a line"),
    ("Điều 1. Một\n1. Gồm:\na) A\nb) B\nc) C\nđ) Đ\nd) D\ne) E",
     "dieu_1 .khoan_1 ..diem_a ..diem_b ..diem_c ..diem_đ ..diem_d ..diem_e", "đ printed before d keeps its letter"),
    ("Điều 1. Một\n1. Gồm:\na) A:\n- một\n(i) x\n(ii) y\nb) B\n+ c\n2. Hai",
     "dieu_1 .khoan_1 ..diem_a ..diem_b .khoan_2", "dashes and small Roman numbers below a point"),
    ("MỤC LỤC\nChương I. Chung\nĐiều 1. Phạm vi .... 3\nĐiều 2. Đối\ntượng .... 4\nCăn cứ luật.\n"
     "Chương I\nCHUNG"
     "\nĐiều 1. Phạm vi\nx\nĐiều 2. Đối tượng\nx", "chuong_I .dieu_1 .dieu_2", "a table of contents"),
    ("Điều 1. A\nx\nĐiều 2. B./.\nNơi nhận:\n- A\nQUY CHẾ\nMột\n" + REGULATION + "\nĐiều 1. A\nx\nĐiều 2. B\nx\n"
     "QUY ĐỊNH\nHai\n" + REGULATION + "\nĐiều 1. A\nx\nPHỤ LỤC I\nBẢNG\n1. a\nMẫu số 01\nĐơn",
     "dieu_1 dieu_2 kem_theo_1 .kem_theo_1__dieu_1 .kem_theo_1__dieu_2 kem_theo_2 .kem_theo_2__dieu_1 phu_luc_I "
     "phu_luc_Mau01", "two regulations that begin again, an annex, a form"),
    ("Điều 1. A\nPhụ lục I ban hành kèm theo.\nĐiều 2. B\nx\nPhụ lục I\nDANH MỤC\n1. a", "dieu_1 dieu_2 phu_luc_I",
     "an annex in small letters, without a signature before it"),
    ("Điều 1. Sửa đổi\n1. Sửa đổi Điều 5 như sau:\n''Điều 5. Năm\n1. Một''.\n2. Bổ sung như sau:\n\"Điều 5a. X\n"
     "1. “Ong” là\nĐiều 5b. Y\nb\".\n3. Bãi bỏ Điều 6.\nĐiều 2. Hiệu lực\nx",
     "dieu_1 .khoan_1 .khoan_2 .khoan_3 dieu_2", "quotations in all marks, over several articles, nested"),
    ("Điều 1. Sửa đổi\n1. Sửa đổi Điều 5 như sau:\n“Điều 5. Năm\n1. Một.\n2. Sửa đổi Điều 6 như sau:\n“Điều 6. Sáu”.\n"
     "Điều 2. Hiệu lực thi hành\nx", "dieu_1 .khoan_1 .khoan_2 dieu_2", "a quotation that is never closed"),
    ("Điều 1. A\nx./.\nNơi nhận:\n- Hội;\nDANH SÁCH CÁC PHỤ LỤC\nPhụ lục I\nVề ong\nPhụ lục II\nVề hoa\nPhụ lục I\n"
     "NUÔI ONG\n1. a\nPhụ lục II\nTRỒNG HOA\n1. b", "dieu_1 phu_luc_I phu_luc_II", "a list of annexes before them"),
    ("Điều 1. A\nx./.\nNơi nhận:\n- Hội;\nPHỤ LỤC\nBIỂU MẪU\nMẫu số 01: Đơn\nMẫu số 02: Phiếu\nMẫu số 01\nCỘNG HÒA\n"
     "Đơn\nMẫu số 02\nCỘNG HÒA\nPhiếu", "dieu_1 phu_luc_1 phu_luc_Mau01 phu_luc_Mau02", "a list of forms before them"),
    ("Điều 1. A\nx./.\nNơi nhận:\nMẫu TP-CC-01\nĐƠN\nTôi.\nMẫu 02\nĐơn\nMẫu 3 của Bộ\nGhi rõ.\nMẫu đơn",
     "dieu_1 phu_luc_MauTP.CC.01 phu_luc_Mau02", "forms whose code stands without `số`, alone on the line"),
    ("Điều 1. Một\n1 Trường hợp hai.\n2. Hai.\nĐiều 2. Hai\n1. Một.\n2 Hai.\n3. Ba.",
     "dieu_1 .khoan_1 .khoan_2 dieu_2 .khoan_1 .khoan_2 .khoan_3", "a lost full stop that the numbers around prove"),
    ("Điều 1. Một\n1 Trường hợp hai.\nĐiều 2. Hai\nTheo khoản\n1 Điều 1.\n2. Hai.\nĐiều 3. Ba\nTổ có\n1 Chúa\n2. Ong.",
     "dieu_1 dieu_2 dieu_3", "without the next number, after a sentence that goes on, a reference"),
    ("Điều 1. A\nx\nĐiều 2. B\nx\nXÁC THỰC VĂN BẢN HỢP NHẤT\nCHỦ NHIỆM\n1 Luật số 1:\n"
     "Điều 3. Hiệu lực thi hành\n1. Luật này", "dieu_1 dieu_2", "footnotes after the signature"),
    ("Điều 1. A\n1. Một\n2.7 Hai\n3.[8] Ba\n4.9 (được bãi bỏ)\n4a.10 Bốn\n9.11 Chín\nĐiều 2. B\nx\n"
     "XÁC THỰC VĂN BẢN HỢP NHẤT\nCHỦ NHIỆM", "dieu_1 .khoan_1 .khoan_2 .khoan_3 .khoan_4 .khoan_4a dieu_2",
     "marks of notes behind the numbers of clauses; only the next number is one"),
    ("Điều 1. A\n1.7 Một\nĐiều 2. B\nx", "dieu_1 dieu_2", "a dotted number where no note can be"),
    ("CHƯƠNG IĐẤT\nĐiều 1. A\nx\nCHƯƠNG IIVIỆC LÀM\nĐiều 2. B\nx\nCHƯƠNG IIICÁC CHỢ\nĐiều 3. C\nx\nChương IVLỢN",
     "chuong_I .dieu_1 chuong_II .dieu_2 chuong_III .dieu_3 chuong_IV",
     "names stuck to the numerals of chapters, with letters that numerals have too"),
    ("Điều 1. Sửa đổi\n1. Sửa đổi Điều 5 như sau:\n\"Điều 5. Năm\na) Tên miền \".vn\" của Việt Nam;\n"
     "b) Hai.\".\n2. Bãi bỏ Điều 6.",
     "dieu_1 .khoan_1 .khoan_2", "a name that begins with a dot, in straight marks inside a quotation"),
    ("NGHỊ ĐỊNH\nI. CHUNG\n1. Một\n2. Hai\na) A\nII. RIÊNG\n1. Một\n1.1. x",
     "muc_I .muc_I__muc_1 .muc_I__muc_2 ..muc_I__muc_2__diem_a muc_II .muc_II__muc_1 ..muc_II__muc_1.1",
     "an old decree without articles"),
    ("Chương I\nCHUNG\nMục 1\nĐẤT\nTiểu mục 1\nĐẤT RẪY\nĐiều 1. A\nx\nTiểu mục 2. ĐẤT BÃI\nĐiều 2. B\nx\n"
     "Mục 2\nNƯỚC\nTIỂU MỤC 1. SUỐI\nĐiều 3. C\nx",
     "chuong_I .chuong_I__muc_1 ..chuong_I__muc_1__tieu_muc_1 ...dieu_1 ..chuong_I__muc_1__tieu_muc_2 ...dieu_2 "
     ".chuong_I__muc_2 ..chuong_I__muc_2__tieu_muc_1 ...dieu_3", "subsections, counted anew in each section"),
    ("THÔNG BÁO\nNgày 3, Chủ tịch kết luận như sau:\n1. Giao Hội nuôi ong:\n"
     "a) Đếm tổ;\nb) Báo cáo.\n2. Giao Đội giữ rừng trồng hoa./.\nNơi nhận:\n1. Hội;",
     "muc_1 .muc_1__diem_a .muc_1__diem_b muc_2", "a notice: what follows the receivers is no provision"),
    ("Số: 5/CV-HNO\nKính gửi: Các tổ\nHội trả lời như sau:\n1. Về giống:\n1.1. Ong nội được nuôi.\n"
     "1.2. Ong ngoại phải khai.\n2. Về mật: bán tự do./.\nTL. CHỦ TỊCH",
     "muc_1 .muc_1.1 .muc_1.2 muc_2", "an official letter"),
    ("KẾ HOẠCH\nI. MỤC ĐÍCH\nNuôi khỏe.\nII. NỘI DUNG\n1. Giống\na) Chọn:\n- Ong nội;\n+ Ong ngoại;\nb) Mua.\n2. Hoa\n"
     "TM. BAN CHẤP HÀNH\nPHỤ LỤC\nLỊCH NUÔI ONG\n1. Ngày một",
     "muc_I muc_II .muc_II__muc_1 ..muc_II__muc_1__diem_a ..muc_II__muc_1__diem_b .muc_II__muc_2 phu_luc_1",
     "a plan with an annex"),
    ("KẾ HOẠCH\nI. MỤC ĐÍCH\nNuôi khỏe.\nII. NỘI DUNG\n1. Giống\n2. Hoa\nTrồng.\n"
     "Trên đây là Kế hoạch nuôi ong, các tổ thực hiện.\nNơi nhận:\nPHỤ LỤC\nLỊCH NUÔI ONG\n1. Ngày một",
     "muc_I muc_II .muc_II__muc_1 .muc_II__muc_2 phu_luc_1",
     "the last words of a plan to its readers"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "tree", "why"), TREES, ids=[row[-1] for row in TREES])
def test_trees(text: str, tree: str, why: str) -> None:
    assert " ".join(_tree(text)) == tree, why


def _tree(text: str) -> list[str]:
    """Each provision, a dot for each level above it; below an article only its last step."""
    rows: list[str] = []
    stack = [(root, 0) for root in reversed(parse_provisions(text, "X")[0])]
    while stack:
        part, depth = stack.pop()
        below = part.ref.dieu is not None and part.ref != part.ref.dieu
        rows.append("." * depth + (str(part.ref.path[-1]) if below else part.ref.fragment))
        stack += [(child, depth + 1) for child in reversed(part.children)]
    return rows


GAZETTE = (
    "PHẦN VĂN BẢN QUY PHẠM PHÁP LUẬT\nCHỦ TỊCH NƯỚC - QUỐC HỘI\n"
    "Luật số 9/2031/QH77 ngày 01 tháng 3 năm 2031\nLuật Nuôi ong\n"
)
CONTINUED = [
    ("(Tiếp theo Công báo số 7 + 8)\nChương I\nCHUNG\nĐiều 2. Hai\nx", "2. Sau.", "the headings come again"),
    ("Chương II\nRIÊNG\nĐiều 2. Hai\nx", "2. Sau.", "a chapter begins with the issue"),
    ("(Tiếp theo Công báo số 7 + 8)\nvà bán mật ong.\nĐiều 2. Hai\nx",
     "2. Sau.\n" + GAZETTE + "(Tiếp theo Công báo số 7 + 8)\nvà bán mật ong.", "the words go on in the next issue"),
]  # fmt: skip


@pytest.mark.parametrize(("after", "clause", "why"), CONTINUED)
def test_the_head_of_a_further_issue_belongs_to_no_provision(after: str, clause: str, why: str) -> None:
    text = f"Chương I\nCHUNG\nĐiều 1. Một\n1. Trước.\n2. Sau.\n{GAZETTE}{after}"
    provisions, _ = parse_provisions(text, "X")
    found = {part.ref.fragment: part.own.slice(text) for root in provisions for part in root.walk()}
    assert found["dieu_1__khoan_2"] == clause, why
    assert found["dieu_2"] == "Điều 2. Hai\nx"
    assert ("chuong_II" in found) is after.startswith("Chương II")


def test_words_like_the_head_of_an_issue_are_words_of_the_law() -> None:
    text = "Điều 1. Một\n1. Trước:\nVĂN BẢN QUY PHẠM PHÁP LUẬT\nLuật này.\nĐiều 2. Hai\nx"
    (first, _), _ = parse_provisions(text, "X")
    assert first.span.slice(text).endswith("Luật này.")


NAMES = [
    ("Điều 1.12 Tên\nx", "Tên", "the mark of a footnote before the name"),
    ("Điều 1.[12] Tên\nx", "Tên", "in brackets"),
    ("Điều 1[12]. Tên\nx", "Tên", "after the number"),
    ("Điều 1. Về tố tụng hình sự11\nx", "Về tố tụng hình sự", "behind the name"),
    ("Điều 1. 12 loại giống\nx", "12 loại giống", "a number that belongs to the name"),
    ("Điều 1. Phạm vi 2\nx", "Phạm vi 2", "a number at the end of the name"),
    ("Điều 1.- Tên\nx", "Tên", "a dash before the name"),
]


@pytest.mark.parametrize(("text", "name", "why"), NAMES)
def test_names_without_marks(text: str, name: str, why: str) -> None:
    assert parse_provisions(text, "X")[0][0].heading == name, why


def test_a_text_printed_twice_is_an_error_and_one_tree() -> None:
    body = "Điều 1. Một\nLời.\nĐiều 2. Hai\nLời."
    provisions, problems = parse_provisions(f"{body}\n{body}", "X")
    assert [part.ref.fragment for part in provisions] == ["dieu_1", "dieu_2"]
    assert {problem.severity for problem in problems} == {Severity.ERROR}


def test_an_annex_of_a_plan_has_the_name_below_its_head() -> None:
    text = "I. CHUNG\nLời.\nTM. BAN CHẤP HÀNH\nPHỤ LỤC I\nLỊCH NUÔI ONG\nNgày một\nPHỤ LỤC II\nPHỤ LỤC III. HOA"
    _, *annexes = parse_provisions(text, "X")[0]
    assert [annex.heading for annex in annexes] == ["LỊCH NUÔI ONG", "", "HOA"]


def test_a_list_below_the_head_of_an_annex_is_its_name() -> None:
    text = (
        f"Điều 1. A\nx./.\nNơi nhận:\nPHỤ LỤC I\nDANH MỤC GIỐNG ONG\nĐƯỢC NUÔI\n{REGULATION}\n1. Ong mật\n"
        f"Phụ lục II\nDANH MỤC HOA\n{REGULATION}\n1. Hoa nhãn\nDANH MỤC CHỢ\n{REGULATION}\n1. Chợ phiên"
    )
    _, first, second, third = parse_provisions(text, "X")[0]
    assert (first.ref.fragment, first.heading) == ("phu_luc_I", "DANH MỤC GIỐNG ONG ĐƯỢC NUÔI")
    assert first.span.slice(text).endswith("1. Ong mật")
    assert (second.ref.fragment, second.heading) == ("phu_luc_II", "DANH MỤC HOA")
    assert (third.ref.fragment, third.label) == ("phu_luc_3", "DANH MỤC"), (
        "a list of its own, after an annex with words"
    )


def test_what_follows_the_signature_is_kept_where_it_belongs() -> None:
    text = "Điều 1. A\nx./.\nNơi nhận:\n- Như trên;\nPHỤ LỤC\nDANH SÁCH\n1. Một\n2. Hai"
    article, annex = parse_provisions(text, "X")[0]
    assert article.span.slice(text).endswith("x./.")
    assert annex.span.slice(text).endswith("2. Hai")


def test_the_last_words_of_a_plan_are_none_of_its_last_section() -> None:
    text = "I. CHUNG\n1. Ong\nNuôi khỏe.\nTrên đây là Kế hoạch của Hội./.\nNơi nhận:\n- Các tổ."
    (root,) = parse_provisions(text, "X")[0]
    assert root.span.slice(text).endswith("Nuôi khỏe.")


def test_the_office_that_signs_a_consolidated_text_is_none_of_its_last_provision() -> None:
    text = (
        "Điều 1. A\n1. x.\n2. Một lời.\nVĂN PHÒNG HỘI NUÔI ONG\nSố: 3/VBHN-VPHO\nXÁC THỰC VĂN BẢN HỢP NHẤT\nCHỦ NHIỆM\n"
        "1 Luật số 1:\nĐiều 2. Hiệu lực thi hành"
    )
    (root,) = parse_provisions(text, "X")[0]
    assert root.span.slice(text).endswith("Một lời.")
