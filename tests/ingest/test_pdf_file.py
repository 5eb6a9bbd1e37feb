"""PDF files: rows into paragraphs, furniture and footnotes apart, scans and broken files refused."""

import pytest

from ingest.limits import Limits
from ingest.pdf_file import extract
from ingest.pdf_rows import ordinary_box
from ingest.refusal import Refusal
from tests.ingest.invented_files import LAW, Words, lines, pdf

FULL = "Người trồng chè phải giữ gìn đồi chè và đường đi lên đồi theo lời dặn của làng"
BODY = [
    ">Điều 1. Giữ đồi chè",
    f">{FULL} và",
    "Điều 7 của lệ làng, không được đốt cỏ trên đồi.",
    f">1. {FULL} cùng",
    "với các nhà bên cạnh.",
    ">2. Khoản ngắn.",
]


def text_of(*pages: list[Words]) -> str:
    return extract(pdf(*pages)).text


def test_wrapped_lines_become_paragraphs_and_a_wrapped_reference_stays_inside() -> None:
    assert text_of(lines(*BODY), lines(*BODY)).split("\n")[:4] == [
        "Điều 1. Giữ đồi chè",
        f"{FULL} và Điều 7 của lệ làng, không được đốt cỏ trên đồi.",
        f"1. {FULL} cùng với các nhà bên cạnh.",
        "2. Khoản ngắn.",
    ]


def test_a_paragraph_goes_on_over_the_page() -> None:
    first = [*lines(*BODY), *lines(f">3. {FULL} xuống", top=600)]
    assert f"3. {FULL} xuống tới bờ suối bên kia." in text_of(first, lines("tới bờ suối bên kia.", *BODY)).split("\n")


def test_running_heads_and_page_numbers_are_gone() -> None:
    def page(number: int) -> list[Words]:
        head = (167.0, 820.0, 12.0, f"CÔNG BÁO/Số 12 + 13/Ngày 11-9-2031 {number}")
        return [head, *lines(*BODY), (290.0, 40.0, 12.0, str(number))]

    text = text_of(*(page(number) for number in range(1, 6)))
    assert "CÔNG BÁO" not in text
    assert not any(line.strip().isdigit() for line in text.split("\n"))


def test_what_lies_off_the_paper_is_not_read() -> None:
    """Left over from another issue of the gazette: nobody sees it."""
    page = [*lines(*BODY), (765.0, 492.0, 6.0, "CÔNG BÁO cũ"), (765.0, 310.0, 14.0, "44")]
    assert text_of(page) == text_of(lines(*BODY))


@pytest.mark.parametrize("turn", [1, -1])
def test_a_page_on_its_side_is_read_as_if_it_were_turned(turn: int) -> None:
    """Its letters come from several fonts, in stretches that end inside of words; its number is furniture."""
    row, next_row = "Hộ nghèo và hộ cận nghèo được chia luống", "theo số người của từng hộ trong làng"
    torn = [(80.0, 500.0, 14.0, row[:1]), (87.0, 500.0, 14.0, row[1:12]), (164.0, 500.0, 14.0, row[12:])]
    turned = [(770.0, 560.0, 14.0, "34"), *torn, (80.0, 480.0, 14.0, next_row), (600.0, 480.0, 14.0, "5 luống")]
    text = extract(pdf(turned, turned, turn=turn)).text
    assert text.split("\n") == [row, f"{next_row}\t5 luống"] * 2


def test_pages_begin_where_their_words_begin() -> None:
    result = extract(pdf(lines(*BODY), lines(">Điều 2. Trang hai", *BODY[1:])))
    assert [result.text[start : start + 8] for start in result.pages] == ["Điều 1. ", "Điều 2. "]


def test_footnotes_go_to_the_end_and_their_marks_go() -> None:
    body = [
        *lines(*BODY),
        (87.0, 660.0, 14.0, "3. Khoản có chú thích"),
        (220.0, 667.0, 8.0, "5"),
        (224.0, 660.0, 14.0, "."),
    ]
    notes = [(87.0, 120.0, 7.0, "5"), (95.0, 115.0, 11.0, "Khoản này được sửa đổi theo Điều 3. Điều 9 quy định khác.")]
    result = extract(pdf([*body, *notes], lines(*BODY)))
    assert "3. Khoản có chú thích." in result.text[: result.body_end].split("\n")
    assert result.notes.strip().startswith("5 Khoản này được sửa đổi")


def test_a_raised_number_of_a_unit_stays() -> None:
    body = [
        *lines(*BODY),
        (87.0, 660.0, 14.0, "3. Đồi rộng 20 m"),
        (188.0, 667.0, 8.0, "2"),
        (200.0, 660.0, 14.0, "trở lên."),
    ]
    assert "m2" in text_of(body)


def test_capitals_end_where_small_letters_begin() -> None:
    page = [
        (269.0, 780.0, 14.0, "Chương II"),
        (120.0, 760.0, 14.0, "QUYỀN CỦA NGƯỜI TRỒNG CHÈ VÀ NGƯỜI GIỮ ĐỒI"),
        *lines(">Điều 2. Quyền", *BODY[1:], top=740),
    ]
    assert text_of(page, lines(*BODY)).split("\n")[:3] == [
        "Chương II",
        "QUYỀN CỦA NGƯỜI TRỒNG CHÈ VÀ NGƯỜI GIỮ ĐỒI",
        "Điều 2. Quyền",
    ]


def test_a_glyph_without_a_letter_is_a_problem_with_its_place() -> None:
    result = extract(pdf(lines(">Điều 1. Đồi ch\ue123", *BODY[1:])))
    assert "\ue123" in result.text or result.problems


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pdf(lines("x"), lines("y"), picture=True), "bản chụp"),
        (pdf(lines(*BODY))[:600], "cắt cụt"),
        (b"%PDF-1.7\nrubbish", "hỏng"),
    ],
)
def test_refusals(data: bytes, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        extract(data)


def test_too_many_pages() -> None:
    with pytest.raises(Refusal, match="quá mức 2 trang"):
        extract(pdf(*[lines(*BODY)] * 3), Limits(pages=2))


def test_a_whole_law_comes_through() -> None:
    page = lines(*(">" + line for line in LAW.split("\n")[:22]), gap=24)
    assert text_of(page).split("\n") == LAW.split("\n")[:22]


def test_a_page_across_does_not_break_the_lines_of_the_others() -> None:
    across = lines(*["Tên của từng nhà trồng chè và số luống mà mỗi nhà được giao trong mùa"] * 30, left=300)
    text = text_of(lines(*[f">{FULL} và", "của mọi nhà trong làng."] * 8), across, across)
    assert text.split("\n")[0] == f"{FULL} và của mọi nhà trong làng."


def test_paragraphs_without_indents_are_told_by_the_space_above() -> None:
    rows, y = [], 780.0
    for words in (f"Điều 1. {FULL[:-9]}", FULL, "và theo lời dặn của già làng.", "Làng họp.", "Già làng nói.") * 5:
        rows.append((64.0, y, 14.0, words))
        y -= 18 if words == FULL else 26  # the space between paragraphs is the one that comes most
    assert text_of(rows).split("\n")[:2] == [f"Điều 1. {FULL[:-9]}", f"{FULL} và theo lời dặn của già làng."]


def test_the_first_clause_never_goes_on_with_the_name_of_its_article() -> None:
    name = f"Điều 1. {FULL[:-9]}"
    page = lines(name, "1. Nhà nào cũng phải rào vườn chè của mình;", *[FULL, "của làng."] * 8)
    assert text_of(page).split("\n")[:2] == [name, "1. Nhà nào cũng phải rào vườn chè của mình;"]


@pytest.mark.parametrize(("head", "reason"), [("Mẫu số 02/ĐC", "a form"), ("PHỤ LỤC II", "an annex")])
def test_an_annex_begins_at_the_head_of_its_page(head: str, reason: str) -> None:
    full = [f">{FULL} và", "của mọi nhà trong làng."] * 8
    text = text_of(lines(*full, f">{FULL} và", f"{FULL} hằng năm"), lines(head, "Tên của nhà", *full))
    assert head in text.split("\n"), reason


@pytest.mark.parametrize(
    ("above", "below", "reason"),
    [
        ("KT. GIÀ LÀNG", "PHÓ CHỦ TỊCH", "who signs for whom"),
        ("Mẫu số 04/ĐC", "Mẫu đơn này dùng cho mọi nhà trong làng.", "the label of a form and its words"),
    ],
)
def test_what_stands_at_the_right_edge_is_not_taken_for_a_full_row(above: str, below: str, reason: str) -> None:
    full = lines(*[f">{FULL} và", "của mọi nhà trong làng."] * 8)
    page = [*full, (510.0, 400.0, 14.0, above), (470.0, 382.0, 14.0, below)]
    assert above in text_of(page).split("\n"), reason


def test_the_mark_of_a_note_behind_a_number_alone_goes() -> None:
    body = [
        *lines(*BODY),
        (87.0, 660.0, 14.0, "3."),
        (97.0, 667.0, 8.0, "5"),
        (120.0, 660.0, 14.0, "(được bãi bỏ)"),
    ]
    notes = [(87.0, 120.0, 7.0, "5"), (95.0, 115.0, 11.0, "Khoản này được bãi bỏ theo Điều 3 của lệ làng mới.")]
    result = extract(pdf([*body, *notes], lines(*BODY)))
    assert "3. (được bãi bỏ)" in result.text[: result.body_end].replace("\t", " ").split("\n")


class Letters:
    """Letters of one line, each with its own height."""

    def __init__(self, *heights: float) -> None:
        self._heights = heights

    def get_charbox(self, place: int, loose: bool = False) -> tuple[float, ...]:
        return (0, 0, 1, self._heights[place])


@pytest.mark.parametrize(
    ("heights", "height", "reason"),
    [
        ((10.9, 13.4, 13.4) * 4, 10.9, "letters with two marks stand out of their line"),
        ((4.0, *[10.9] * 11), 10.9, "one letter of another font"),
        ((12.8, 12.8, 8.2), 12.8, "a number, its full stop and the mark of a note"),
    ],
)
def test_the_height_of_a_row_is_that_of_its_ordinary_letters(
    heights: tuple[float, ...], height: float, reason: str
) -> None:
    box = ordinary_box(Letters(*heights), list(range(len(heights))))
    assert box[3] == height, reason
