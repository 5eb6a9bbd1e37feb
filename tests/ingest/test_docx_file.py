"""Word files: what their text is, and what is refused."""

import io
import zipfile

import pytest

from ingest.docx_file import extract
from ingest.limits import Limits
from ingest.refusal import Refusal
from tests.ingest.invented_files import MC, W, docx, listed, numbering, paragraph, table
from tests.ingest.old_encodings import to_tcvn3


def test_paragraphs_and_line_breaks() -> None:
    body = paragraph("Điều 1. Trồng chè") + "<w:p><w:r><w:t>một</w:t><w:br/><w:t>hai</w:t></w:r></w:p><w:p/>"
    assert extract(docx(body)).text == "Điều 1. Trồng chè\nmột\nhai"


def test_a_table_row_is_one_line_with_tabs_and_a_single_cell_is_a_paragraph() -> None:
    body = table(["Giống", "1. Chè  xanh"], ["Diện tích", "12"]) + table(["Điều 2. Trong khung"])
    assert extract(docx(body)).text == "Giống\t1. Chè xanh\nDiện tích\t12\nĐiều 2. Trong khung"


def in_font(font: str, *words: str) -> str:
    """A paragraph whose runs are all set in one font."""
    runs = "".join(
        f'<w:r><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
        for text in words
    )
    return f"<w:p>{runs}</w:p>"


FONTS = [
    (in_font(".VnTime", to_tcvn3("đồi chè")), "đồi chè", "TCVN3, too short to be told by its words"),
    (in_font(".VnTimeH", to_tcvn3("đồi chè")), "ĐỒI CHÈ", "a font that draws small letters as capitals"),
    (in_font("VNI-Times", "Ño", "ài cheø"), "Đồi chè", "VNI, a letter in one run and its mark in the next"),
    (in_font(".VnTime", "đồi chè, là"), "đồi chè, là", "Unicode pasted into an old font"),
    (in_font("Arial", "là và hòa"), "là và hòa", "no old font"),
]


@pytest.mark.parametrize(("body", "text", "why"), FONTS)
def test_runs_in_old_fonts_among_unicode(body: str, text: str, why: str) -> None:
    assert extract(docx(paragraph("Điều 1. Trồng chè") + body)).text == f"Điều 1. Trồng chè\n{text}", why


def test_an_old_font_may_come_from_a_style_that_stands_on_another() -> None:
    styles = (
        f'<w:styles {W}><w:style w:styleId="Old"><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr></w:style>'
        '<w:style w:styleId="New"><w:basedOn w:val="Old"/></w:style></w:styles>'
    )
    body = paragraph(to_tcvn3("đồi chè"), '<w:pPr><w:pStyle w:val="New"/></w:pPr>')
    assert extract(docx(body, styles=styles)).text == "đồi chè"


def test_automatic_numbers_are_counted() -> None:
    levels = numbering(("decimal", "%1."), ("lowerLetter", "%2)"), ("upperRoman", "%3-%1"))
    body = "".join([listed("Một"), listed("A", 1), listed("B", 1), listed("Hai"), listed("C", 1), listed("D", 2)])
    assert extract(docx(body, numbering=levels)).text == "1. Một\na) A\nb) B\n2. Hai\na) C\nI-2 D"


def test_numbers_that_come_from_a_style() -> None:
    levels = numbering(("decimal", "Điều %1."))
    numbered = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    style = f'<w:styles {W}><w:style w:styleId="S">{numbered}</w:style></w:styles>'
    body = paragraph("Tên", '<w:pPr><w:pStyle w:val="S"/></w:pPr>') * 2
    assert extract(docx(body, numbering=levels, styles=style)).text == "Điều 1. Tên\nĐiều 2. Tên"


def test_tracked_insertions_stay_and_deletions_go() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    body = f"<w:p><w:ins>{run.format('mới')}</w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del></w:p>"
    assert extract(docx(body)).text == "mới"


def test_an_alternative_drawing_is_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>trong khung</w:t></w:r></w:p></w:txbxContent>"
    choice = (
        f"<mc:AlternateContent {MC}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    assert extract(docx(f"<w:p><w:r>{choice}</w:r></w:p>")).text == "trong khung"


def test_footnotes_stand_after_the_body() -> None:
    notes = f'<w:footnotes {W}><w:footnote w:id="2">{paragraph("Điều này được sửa đổi")}</w:footnote></w:footnotes>'
    result = extract(docx(["Điều 1. Chè"], footnotes=notes))
    assert result.text[: result.body_end] == "Điều 1. Chè"
    assert result.notes.strip() == "2 Điều này được sửa đổi"


def test_an_archive_that_expands_too_far_is_refused_by_its_declared_size() -> None:
    with pytest.raises(Refusal, match="bung ra hơn"):
        extract(docx(["a" * 200_000]), Limits(expanded_bytes=100_000))


def test_an_archive_that_lies_about_its_size_is_refused_too() -> None:
    data = bytearray(docx(["a" * 200_000]))
    entry = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
    data[entry + 24 : entry + 28] = (1_000).to_bytes(4, "little")
    with pytest.raises(Refusal):
        extract(bytes(data), Limits(expanded_bytes=100_000))


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE d [<!ENTITY a "ong ong ong"><!ENTITY b "&a;&a;&a;">]>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(
            "word/document.xml", f"{bomb}<w:document {W}><w:p><w:r><w:t>chè &b;</w:t></w:r></w:p></w:document>"
        )
    assert "ong" not in extract(stream.getvalue()).text


def test_what_is_no_word_file() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("trang.txt", "chè")
    with pytest.raises(Refusal, match="không phải văn bản Word"):
        extract(stream.getvalue())
    with pytest.raises(Refusal, match="hỏng hoặc chưa tải xong"):
        extract(docx(["a" * 5_000])[:300])
    with pytest.raises(Refusal, match="sai cấu trúc"):
        extract(docx("<w:p>"))


def test_a_deep_archive_is_read_or_refused_never_overflows() -> None:
    deep = "<w:sdt>" * 5_000 + paragraph("chè") + "</w:sdt>" * 5_000
    with pytest.raises(Refusal):
        extract(docx(deep))
