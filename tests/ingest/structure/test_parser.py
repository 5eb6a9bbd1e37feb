"""Reading structure: golden files of invented law, and a table of single lines with the reason for each."""

from pathlib import Path

import pytest

from corpus.level import Level
from corpus.provision import Provision
from ingest.structure import parse_provisions
from tests.ingest.structure.outline import outline

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.txt"))


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_golden(path: Path) -> None:
    text = path.read_text(encoding="utf-8").rstrip("\n")
    provisions, problems = parse_provisions(text, "99/2031/QH77")
    assert outline(text, provisions, problems) == path.with_suffix(".outline").read_text(encoding="utf-8")


def articles(text: str) -> list[str]:
    provisions, _ = parse_provisions(text, "X")
    return [part.ref.path[-1].number for root in provisions for part in root.walk() if part.level is Level.DIEU]


HEADS = [
    ("Điều 2. Tên", True, "the usual head"),
    ("Điều 2: Tên", True, "a colon"),
    ("Điều 2 Tên điều", True, "no period (domain 1.5)"),
    ("ĐIỀU 2. TÊN", True, "capitals"),
    ("Điều 2ẳ Tên điều", True, "a full stop that text recognition took for a letter"),
    ("Điều 2ế, Điều 3 nói", False, "so in a list of references"),
    ("Điêu 2. Tên", True, "a lost tone mark"),
    ("Điều 2", True, "a number alone, the name on the next line or none"),
    ("Điều 2a. Tên", False, "an inserted article needs its base before it: 2a after 1 jumps over 2"),
    ("Điều 2 của Luật này thì thôi", False, "a wrapped reference"),
    ("Điều 2, Điều 3 và Điều 4", False, "a list of references"),
    ("Điều 2 và khoản 3", False, "a wrapped reference"),
    ("Điều 2 Luật Nuôi ong", False, "a reference to another law"),
    ("“Điều 2. Tên", False, "quoted"),
    ("Ô\tĐiều 2. Tên", False, "a table row"),
]


@pytest.mark.parametrize(("line", "begins", "why"), HEADS)
def test_what_begins_an_article(line: str, begins: bool, why: str) -> None:
    found = articles(f"Điều 1. Một\nLời văn.\n{line}\nLời văn nữa.\nĐiều 3. Ba\nLời.")
    assert ("2" in found) is begins, why


CLAUSES = [
    ("1. Một\n2. Hai\n3. Ba", ["1", "2", "3"], "in order"),
    ("1- Một\n2- Hai", ["1", "2"], "old style"),
    ("1. Một\n2Ề Hai\n3ế Ba", ["1", "2", "3"], "full stops that text recognition took for letters"),
    ("1.Một\n2.Hai", ["1", "2"], "no space after the period"),
    ("1. Một\n3.451 tổ ong\n2. Hai", ["1", "2"], "a number with thousands is no clause"),
    ("1. Một\n1.2.2 Loại\n2. Hai", ["1", "2"], "a catalogue number is no clause"),
    ("1. Một\n1a. Chèn\n2. Hai", ["1", "1a", "2"], "an inserted clause"),
    ("2. Hai\n3. Ba", [], "a list that does not begin at 1 is text"),
    ("1. Một\n2. Hai\n1. Lại một", ["1", "2"], "a list that begins again is text of the clause"),
    ("1. Một\n3. Ba\n4. Bốn", ["1", "3", "4"], "a clause lost in the source, told as a problem"),
    ("1. Một\n9. Chín\n2. Hai", ["1", "2"], "a number that the next clause contradicts"),
    ("01. Một\n02. Hai", ["1", "2"], "leading zeros"),
]


@pytest.mark.parametrize(("body", "numbers", "why"), CLAUSES)
def test_clauses(body: str, numbers: list[str], why: str) -> None:
    (article,) = parse_provisions(f"Điều 1. Một\n{body}", "X")[0]
    assert [part.ref.path[-1].number for part in article.children] == numbers, why


POINTS = [
    ("a) A\nb) B\nc) C\nd) D\nđ) Đ\ne) E\ng) G", "a b c d đ e g", "đ stands after d, there is no f"),
    ("a) A\nb) B\nc) C\nd) D\nd) Đ\ne) E", "a b c d đ e", "a second d is đ"),
    ("a) A\na1) A1\nb) B", "a a1 b", "an inserted point"),
    ("a) A:\na1) một;\na2) hai\nb) B", "a b", "a list below a point that ends with a colon"),
    ("a) A\nb) B\na) Lại a", "a b", "a second list is text"),
    ("b) B\nc) C", "", "a list that does not begin at a is text"),
    ("a. A\nb. B", "a b", "old style"),
]


@pytest.mark.parametrize(("body", "letters", "why"), POINTS)
def test_points(body: str, letters: str, why: str) -> None:
    (article,) = parse_provisions(f"Điều 1. Một\n1. Gồm:\n{body}", "X")[0]
    assert [part.ref.path[-1].number for part in article.children[0].children] == letters.split(), why


NAMES = [
    ("Điều 1. Phạm vi\nLời văn.", "Phạm vi", "name on the line"),
    ("Điều 1.\nPhạm vi điều chỉnh\nLời văn.", "Phạm vi điều chỉnh", "name on the next line"),
    ("Điều 1\nNước ta là một nước.", "", "an old article without a name"),
    ("Điều 1. Luật này có hiệu lực từ ngày công bố.", "", "the words begin at once"),
    ("Điều 1. Các từ sau được hiểu như sau:\n1. Ong.", "", "a colon announces words, not a name"),
    ("Điều 1. Tên có dấu chấm cuối.\n1. Khoản.", "Tên có dấu chấm cuối", "a name with a period, clauses follow"),
]


@pytest.mark.parametrize(("text", "heading", "why"), NAMES)
def test_names_of_articles(text: str, heading: str, why: str) -> None:
    assert parse_provisions(text, "X")[0][0].heading == heading, why


def chapters(text: str) -> list[tuple[str, str]]:
    provisions, _ = parse_provisions(text, "X")
    return [(part.ref.fragment, part.heading) for root in provisions for part in root.walk() if part.level.is_context]


def test_glued_chapter_heads_and_chapters_that_begin_again_in_each_part() -> None:
    text = (
        "Phần thứ nhất\nCHUNG\nCHƯƠNG INHỮNG QUY ĐỊNH CHUNG\nMục 1ỨNG CỬ\nĐiều 1. Một\nLời.\nMục 2ĐẤU GIÁ\n"
        "Điều 2. Hai\nXem\nMục 3A\nPhần thứ hai\nRIÊNG\nChương I\nQUY ĐỊNH RIÊNG\nĐiều 3. Ba\nLời."
    )
    assert chapters(text) == [
        ("phan_1", "CHUNG"),
        ("phan_1__chuong_I", "NHỮNG QUY ĐỊNH CHUNG"),
        ("phan_1__chuong_I__muc_1", "ỨNG CỬ"),
        ("phan_1__chuong_I__muc_2", "ĐẤU GIÁ"),
        ("phan_2", "RIÊNG"),
        ("phan_2__chuong_I", "QUY ĐỊNH RIÊNG"),
    ]


def test_a_gap_in_the_articles_is_told() -> None:
    _, problems = parse_provisions("Điều 1. Một\nLời.\nĐiều 51. Năm mốt\nLời.", "X")
    assert [problem.reason for problem in problems] == ["Số điều nhảy từ 1 đến 51; có thể thiếu điều."]


def test_a_body_printed_twice_gives_each_article_once() -> None:
    body = "Điều 1. Một\nLời.\nĐiều 2. Hai\nLời."
    provisions, problems = parse_provisions(f"{body}\n{body}", "X")
    assert [str(part.ref) for part in provisions] == ["X#dieu_1", "X#dieu_2"]
    assert len(problems) == 2


def test_footnotes_after_the_end_of_the_body_are_no_provisions() -> None:
    body = "Điều 1. Một\nLời."
    provisions, _ = parse_provisions(f"{body}\nĐiều 2. Trong chú thích", "X", len(body))
    assert [part.span.end for part in provisions] == [len(body)]


def find(provisions: tuple[Provision, ...], ref: str) -> Provision:
    return next(part for root in provisions for part in root.walk() if str(part.ref) == ref)


def test_a_provision_ends_where_its_last_child_ends_and_own_words_before_the_first() -> None:
    text = "Điều 1. Một\nGồm:\n1. Khoản:\na) Điểm\ncòn nữa\nĐiều 2. Hai\nLời."
    provisions, _ = parse_provisions(text, "X")
    assert find(provisions, "X#dieu_1").own.slice(text) == "Điều 1. Một\nGồm:"
    assert find(provisions, "X#dieu_1").span.slice(text) == text[: text.index("\nĐiều 2")]
    assert find(provisions, "X#dieu_1__khoan_1__diem_a").span.slice(text) == "a) Điểm\ncòn nữa"
