"""Files of invented law, built here: Word archives by hand, PDFs with a font that is all ToUnicode."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
LAW = """QUỐC HỘI
Luật số: 98/2031/QH77
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Hà Nội, ngày 03 tháng 3 năm 2031
LUẬT
TRỒNG CHÈ
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Quốc hội ban hành Luật Trồng chè.
Điều 1. Phạm vi điều chỉnh
Luật này quy định việc trồng chè trên đồi.
Điều 2. Quyền của người trồng chè
1. Người trồng chè được hái chè vào buổi sáng.
2. Người trồng chè được bán:
a) Chè xanh;
b) Chè khô.
Điều 3. Hiệu lực thi hành
1. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2031.
2. Luật Trồng chè số 12/2001/QH55 hết hiệu lực kể từ ngày Luật này có hiệu lực thi hành.
Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XX, kỳ họp thứ 1 thông qua ngày 03 tháng 3 năm 2031.
CHỦ TỊCH QUỐC HỘI"""


def paragraph(text: str, properties: str = "") -> str:
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def listed(text: str, level: int = 0, number: int = 1) -> str:
    """A paragraph of an automatic list."""
    return paragraph(text, f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>')


def table(*rows: Iterable[str]) -> str:
    cells = "".join("<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    return f"<w:tbl>{cells}</w:tbl>"


def docx(body: str | Iterable[str], **parts: str) -> bytes:
    """A Word file: XML of the body, or lines as paragraphs; more parts by name (`numbering`, `footnotes`, `styles`)."""
    xml = body if isinstance(body, str) else "".join(map(paragraph, body))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {W} {MC}><w:body>{xml}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return stream.getvalue()


def numbering(*levels: tuple[str, str]) -> str:
    """`numbering.xml` of one list: form and text of each level."""
    rows = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for place, (form, text) in enumerate(levels)
    )
    return (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{rows}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


Words = tuple[float, float, float, str]
"""Left edge, base line, size, text; points from the lower left corner."""


def pdf(*pages: Iterable[Words], picture: bool = False, turn: int = 0) -> bytes:
    """A PDF of pages of placed words; `picture` lays an image over every page, as scanners do.

    With `turn` the words run up (1) or down (-1) the paper: they are placed on it lying on its side.
    """
    objects: list[bytes] = [b"", b""]
    kids = []
    font = _font(objects)
    image = _add(
        objects,
        _stream(
            b"\xff" * 12, "/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceRGB /BitsPerComponent 8"
        ),
    )
    for page in pages:
        words = "\n".join(_words(*word, turn=turn) for word in page)
        shown = words + ("\nq 500 0 0 700 50 50 cm /I Do Q" if picture else "")
        content = _add(objects, _stream(shown.encode("ascii"), ""))
        kids.append(
            _add(
                objects,
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R "
                f"/Resources << /Font << /F {font} 0 R >> /XObject << /I {image} 0 R >> >> >>".encode(),
            )
        )
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>".encode()
    return _file(objects)


def lines(
    *texts: str, top: float = 780, left: float = 64, first: float = 87, size: float = 14, gap: float = 18
) -> list[Words]:
    """Rows down a page; one that begins with `>` is a first line and stands in."""
    rows = []
    for place, text in enumerate(texts):
        edge = first if text.startswith(">") else left
        rows.append((edge, top - gap * place, size, text.removeprefix(">")))
    return rows


def _words(x: float, y: float, size: float, text: str, turn: int = 0) -> str:
    codes = text.encode("utf-16-be").hex()
    placed = {0: f"1 0 0 1 {x} {y}", 1: f"0 1 -1 0 {595 - y} {x}", -1: f"0 -1 1 0 {y} {842 - x}"}[turn]
    return f"BT /F {size} Tf {placed} Tm <{codes}> Tj ET"


def _font(objects: list[bytes]) -> int:
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def "
        "1 begincodespacerange <0000> <FFFF> endcodespacerange 100 beginbfrange "
        + " ".join(f"<{high:02X}00> <{high:02X}FF> <{high:02X}00>" for high in (0, 1, 3, 0x1E, 0x20))
        + " endbfrange endcmap end end"
    ).replace("100 beginbfrange", "5 beginbfrange")
    unicode_map = _add(objects, _stream(cmap.encode("ascii"), ""))
    descriptor = _add(
        objects,
        b"<< /Type /FontDescriptor /FontName /Invented /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 "
        b"/Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>",
    )
    inner = _add(
        objects,
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Invented /CIDSystemInfo << /Registry (Adobe) "
        f"/Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R "
        f"/DW 450 /CIDToGIDMap /Identity >>".encode(),
    )
    return _add(
        objects,
        f"<< /Type /Font /Subtype /Type0 /BaseFont /Invented /Encoding /Identity-H /DescendantFonts [{inner} 0 R] "
        f"/ToUnicode {unicode_map} 0 R >>".encode(),
    )


def _stream(data: bytes, entries: str) -> bytes:
    packed = zlib.compress(data)
    return f"<< {entries} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode() + packed + b"\nendstream"


def _add(objects: list[bytes], content: bytes) -> int:
    objects.append(content)
    return len(objects)


def _file(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
