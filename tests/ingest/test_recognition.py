"""Pages that only a recognizer can read: which are sent, what becomes of them, what is said of it."""

from datetime import date
from pathlib import Path

import pytest

from corpus.document import Origin, Revision
from corpus.problem import Severity
from ingest.limits import Limits
from ingest.pdf_file import extract
from ingest.pdf_rows import Row
from ingest.reading import checked
from ingest.recognition import RECOGNIZED, straightened
from ingest.recognizer import Reading, Scripted
from ingest.refusal import Refusal
from ingest.sidecar import Sidecar, read_sidecar
from tests.ingest.invented_files import LAW, Words, lines, pdf
from tests.ingest.test_vietnamese import TCVN3

PAGE = lines(*(">" + line for line in LAW.split("\n")), gap=24)
STAMP: list[Words] = [
    (300.0, 800.0, 9.0, "Ký bởi: CỔNG CHÈ VÀ ĐỒI"),
    (300.0, 790.0, 9.0, "Thời gian ký: 03.03.2031 10:00:00"),
]
RUBBLE = [(64.0, 700.0 - 20 * place, 12.0, TCVN3[:80]) for place in range(5)]


def reading(text: str = LAW, confidence: float = 0.9) -> Reading:
    rows = [
        Row(line, 87.0, 87.0 + 5 * len(line), 780.0 - 24 * place, 14.0) for place, line in enumerate(text.split("\n"))
    ]
    return Reading(tuple(rows), confidence)


def revision_of(name: str, sidecar: Sidecar | None = None) -> Revision:
    found = extract(pdf([], picture=True), recognizer=Scripted(reading()))
    return checked(found, [Path(name)], sidecar or Sidecar())


@pytest.mark.parametrize("page", [[], STAMP], ids=["a picture", "a picture under a signature's stamp"])
def test_a_scan_is_read_page_by_page(page: list[Words]) -> None:
    twin = Scripted(reading(), reading("Phụ lục\nChè xanh"))
    result = extract(pdf(page, page, picture=True), recognizer=twin)
    assert result.text.split("\n") == [*LAW.split("\n"), "Phụ lục", "Chè xanh"]
    assert len(twin.seen) == len(result.pages) == 2
    assert all(len(image.pixels) == image.width * image.height for image in twin.seen)


def test_confidence_is_kept_at_the_text_of_its_page() -> None:
    result = extract(pdf([], [], picture=True), recognizer=Scripted(reading(), reading("Chè xanh và chè khô", 0.7)))
    good, poor = result.problems
    assert (good.severity, poor.severity) == (Severity.WARNING, Severity.ERROR)
    assert "90 %" in good.reason and "70 %" in poor.reason
    assert result.text[good.span.start : good.span.end].strip() == LAW
    assert result.text[poor.span.start : poor.span.end] == "Chè xanh và chè khô"


@pytest.mark.parametrize(
    ("readings", "reason"),
    [
        ([reading(confidence=0.41)] * 2, "41 %, cần ít nhất 60 %"),
        ([None, None], "Đã thử nhận dạng"),
        ([Reading((), 0.0)] * 2, "Đã thử nhận dạng"),
    ],
    ids=["too poor", "it fails", "no words"],
)
def test_refusals(readings: list[Reading | None], reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        extract(pdf([], [], picture=True), recognizer=Scripted(*readings))


def test_without_a_recognizer_the_refusal_says_how_to_get_one() -> None:
    with pytest.raises(Refusal, match="tesseract-ocr-vie"):
        extract(pdf([], [], picture=True))


def test_only_the_page_with_a_broken_font_is_recognized() -> None:
    twin = Scripted(reading("Điều 4. Chè khô"))
    result = extract(pdf(PAGE, RUBBLE), recognizer=twin)
    assert len(twin.seen) == 1
    assert result.text.split("\n") == [*LAW.split("\n"), "Điều 4. Chè khô"]


def test_a_broken_page_among_many_is_left_out_and_told() -> None:
    result = extract(pdf(*[PAGE] * 11, RUBBLE))
    assert "®" not in result.text
    assert [problem.reason[:23] for problem in result.problems] == ["Trang 12 hỏng phông chữ"]


def test_a_broken_document_is_refused() -> None:
    with pytest.raises(Refusal, match=r"hỏng phông .* ở 1 trên 2 trang"):
        extract(pdf(PAGE, RUBBLE))


def test_time_outs_do_not_go_on_for_ever() -> None:
    twin = Scripted(*[None] * 9)
    with pytest.raises(Refusal):
        extract(pdf(*[[]] * 9, picture=True), recognizer=twin)
    assert len(twin.seen) == 3


def test_too_many_pictures() -> None:
    with pytest.raises(Refusal, match=r"2 trang chụp .* quá mức 1"):
        extract(pdf([], [], picture=True), Limits(pictures=1), Scripted())


@pytest.mark.parametrize(
    ("name", "number", "severity"),
    [
        ("98-2031-qh77.pdf", "98/2031/QH77", None),
        ("88-2031-qh77.pdf", "88/2031/QH77", Severity.WARNING),
        ("che.pdf", "98/2031/QH77", Severity.ERROR),
    ],
    ids=["the name confirms it", "the name says another", "nothing confirms it"],
)
def test_a_number_read_from_a_picture_is_not_trusted(name: str, number: str, severity: Severity | None) -> None:
    revision = revision_of(name)
    told = [problem.severity for problem in revision.problems if problem.reason.startswith("Số hiệu")]
    assert (revision.document.number, told) == (number, [severity] if severity else [])


def test_what_was_filled_in_by_hand_is_left_out_and_told() -> None:
    head = "BAN CHÈ\nSố: 48 /QĐ-BCC\tOng Vàng, ngày22 tháng 5 năm 2031\nQUYẾT ĐỊNH\nVề việc hái chè\n"
    found = extract(pdf([], picture=True), recognizer=Scripted(reading(head + LAW[LAW.index("Điều 1") :])))
    revision = checked(found, [Path("che.pdf")], Sidecar())
    assert revision.document.number == ""
    assert revision.document.issued_on == date(2031, 3, 3)  # of the adoption that the text itself tells
    told = [problem.reason for problem in revision.problems]
    assert any("48/QĐ-BCC" in reason for reason in told) and any("issued_on" in reason for reason in told)


def test_a_declared_number_needs_no_more() -> None:
    revision = revision_of("che.pdf", read_sidecar("number: 98/2031/QH77\norigin: official\n", "che.pdf.yaml"))
    assert not [problem for problem in revision.problems if problem.reason.startswith("Số hiệu")]
    assert revision.document.origin is Origin.OFFICIAL


def test_a_recognized_text_gives_way_to_every_other() -> None:
    assert revision_of("98-2031-qh77.pdf").document.origin is Origin.UNOFFICIAL


def test_one_picture_among_many_pages_makes_no_copy() -> None:
    result = extract(pdf(*[PAGE] * 11, RUBBLE), recognizer=Scripted(reading("Điều 4. Chè khô")))
    assert RECOGNIZED not in result.hints
    assert "Điều 4. Chè khô" in result.text


def test_askew_margins_become_one() -> None:
    rows = [Row("chè", 60.0 + place, 520.0 + place, 700.0 - 20 * place, 14.0) for place in range(5)]
    rows.append(Row("Điều 1.", 90.0, 300.0, 500.0, 14.0))
    straight = list(straightened(rows))
    assert len({row.x0 for row in straight[:5]}) == len({row.x1 for row in straight[:5]}) == 1
    assert straight[5].x0 - straight[0].x0 > 20
    assert straight[5].x1 < straight[0].x1 - 100
