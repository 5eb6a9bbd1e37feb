"""PDF files: rows into paragraphs, furniture and footnotes apart, scans and broken files refused."""

import pytest

from ingest.limits import Limits
from ingest.pdf_file import extract
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
