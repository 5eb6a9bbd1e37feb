"""Tesseract: its table of words as rows, and the program itself on an invented scan."""

from pathlib import Path

import pytest

from corpus.document import Origin
from ingest import tesseract_reader
from ingest.pdf_file import extract
from ingest.reading import read
from ingest.recognizer import NotRecognized, PageImage
from ingest.tesseract_reader import TesseractReader, reading_of
from tests.ingest.invented_files import LAW, lines
from tests.ingest.invented_scan import FONT, scan

IMAGE = PageImage(1000, 1000, 0.5, b"")
HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
needs_tesseract = pytest.mark.skipif(
    tesseract_reader.installed() is None or not FONT.is_file(),
    reason=f"needs Tesseract with Vietnamese and DejaVu: {tesseract_reader.INSTALL} fonts-dejavu-core",
)


def word(line: int, left: int, text: str, confidence: float = 90.0, width: int = 60) -> str:
    return f"5\t1\t1\t1\t{line}\t1\t{left}\t{100 * line}\t{width}\t20\t{confidence}\t{text}\n"


def test_words_of_a_line_become_a_row_in_points_from_below() -> None:
    (row,) = reading_of(HEAD + word(1, 100, "Điều") + word(1, 170, "1."), IMAGE).rows
    assert (row.text, row.x0, row.x1, row.y) == ("Điều 1.", 50, 115, 440)


def test_a_wide_gap_parts_cells() -> None:
    (row,) = reading_of(HEAD + word(1, 100, "CHÍNH") + word(1, 500, "CỘNG"), IMAGE).rows
    assert row.text == "CHÍNH\tCỘNG"


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        (
            word(1, 100, "“") + word(1, 200, "Điều"),
            ["Điều"],
        ),  # dust: a quotation mark alone would quote all that follows
        (word(1, 100, "“Điều") + word(1, 170, "1.”"), ["“Điều 1.”"]),  # a real quotation
        (word(1, 100, "_1.") + word(1, 170, "Chè"), ["1. Chè"]),  # dust before a clause's number
        (word(1, 100, "-13.") + word(1, 170, "Chè"), ["13. Chè"]),  # the same, read as a dash
        (word(1, 100, "-") + word(1, 130, "Chè"), ["- Chè"]),  # a list's dash
        (word(1, 100, "——") + word(2, 100, "Chè"), ["Chè"]),  # the rule below the heading
        (word(1, 100, "đÖ€", 12) + word(2, 100, "Chè"), ["Chè"]),  # a signature
        (word(1, 100, "QUYÉT") + word(1, 170, "ĐỊNH"), ["QUYẾT ĐỊNH"]),  # spelling leaves no other reading
    ],
)
def test_dust_is_left_out(words: str, texts: list[str]) -> None:
    assert [row.text for row in reading_of(HEAD + words, IMAGE).rows] == texts


def test_confidence_is_weighed_by_letters() -> None:
    reading = reading_of(HEAD + word(1, 100, "chè", 100) + word(1, 170, "x", 40), IMAGE)
    assert reading.confidence == pytest.approx(0.85)


def test_an_empty_page_is_no_failure() -> None:
    assert reading_of(HEAD, IMAGE).rows == ()


@pytest.mark.parametrize(
    ("script", "seconds"),
    [("exit 1", 10.0), ("sleep 20", 0.2)],
    ids=["it fails", "it does not end"],
)
def test_a_program_that_fails_or_does_not_end(tmp_path: Path, script: str, seconds: float) -> None:
    program = tmp_path / "tesseract"
    program.write_text(f"#!/bin/sh\nexec {script}\n" if script.startswith("sleep") else f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    with pytest.raises(NotRecognized):
        TesseractReader(str(program), seconds).read_page(PageImage(1, 1, 1.0, b"\0"))


def test_without_the_program_nothing_is_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert tesseract_reader.installed() is None


@needs_tesseract
def test_an_invented_scan_is_read(tmp_path: Path) -> None:
    file = tmp_path / "98-2031-qh77.pdf"
    file.write_bytes(scan(lines(*LAW.split("\n"), size=9, gap=30)))
    revision = read([file])
    assert [part.ref.path[-1].number for part in revision.provisions] == ["1", "2", "3"]
    assert revision.document.number == "98/2031/QH77"
    assert revision.document.origin is Origin.UNOFFICIAL


@needs_tesseract
def test_nearly_every_letter_of_an_invented_scan_is_right() -> None:
    from eval.reading.letters import accuracy

    read_text = extract(scan(lines(*LAW.split("\n"), size=9, gap=30)), recognizer=tesseract_reader.installed()).text
    assert accuracy(read_text, LAW) > 0.97
