"""Word files (.docx): paragraphs, tables as rows, automatic list numbers, tracked insertions, footnotes."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from ingest.docx_fonts import Fonts, Run, in_unicode
from ingest.docx_numbering import Numbering
from ingest.encodings import all_to_unicode
from ingest.extract import Extract, Paragraph, assemble
from ingest.limits import DEFAULT, Limits
from ingest.refusal import Refusal

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SKIPPED = {W + "del", W + "moveFrom", W + "instrText", W + "delText", _MC + "Fallback", W + "pPr", W + "rPr"}
_GLYPHS = {W + "tab": " ", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}


def extract(data: bytes, limits: Limits = DEFAULT) -> Extract:
    """The text of a Word file; raise `Refusal` when it is broken, encrypted, too big or empty."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        names = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise Refusal("Tệp Word hỏng hoặc chưa tải xong (không mở được tệp nén). Hãy tải lại tệp.") from error
    if "word/document.xml" not in names:
        raise Refusal("Tệp nén này không phải văn bản Word (.docx). Hãy lưu lại dưới dạng .docx rồi nạp lại.")
    body = _part(archive, "word/document.xml", limits)
    styles = _part(archive, "word/styles.xml", limits) if "word/styles.xml" in names else None
    numbering = Numbering.read(
        _part(archive, "word/numbering.xml", limits) if "word/numbering.xml" in names else None, styles
    )
    fonts = Fonts.read(styles)
    notes = _notes(_part(archive, "word/footnotes.xml", limits), fonts) if "word/footnotes.xml" in names else []
    texts = list(_blocks(body, numbering, fonts))
    everything = all_to_unicode([*texts, *notes])
    result = assemble(map(Paragraph, everything[: len(texts)]), everything[len(texts) :])
    limits.check_characters(len(result.text))
    return result


def _part(archive: zipfile.ZipFile, name: str, limits: Limits) -> etree._Element:
    """One XML part, its declared and its real size bounded, no entity of it resolved."""
    try:
        limits.check_expanded(archive.getinfo(name).file_size)
        with archive.open(name) as stream:
            data = stream.read(limits.expanded_bytes + 1)
        limits.check_expanded(len(data))
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        return etree.fromstring(data, parser)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error, ValueError) as error:
        raise Refusal(f"Tệp Word hỏng hoặc bị khóa (không đọc được phần {name}). Hãy tải lại tệp.") from error
    except etree.XMLSyntaxError as error:
        raise Refusal(f"Tệp Word hỏng (phần {name} sai cấu trúc). Hãy mở bằng Word và lưu lại.") from error


def _blocks(root: etree._Element, numbering: Numbering, fonts: Fonts) -> Iterator[str]:
    """Paragraphs and table rows below an element, in order, however deep the wrappers."""
    stack = [iter(root)]
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
        elif node.tag == W + "p":
            yield _paragraph(node, numbering, fonts)
        elif node.tag == W + "tbl":
            yield from _rows(node, numbering, fonts)
        elif node.tag not in _SKIPPED:
            stack.append(iter(node))


def _rows(table: etree._Element, numbering: Numbering, fonts: Fonts) -> Iterator[str]:
    for row in table.iterchildren(W + "tr"):
        cells = [
            [_paragraph(part, numbering, fonts) for part in cell.iter(W + "p")]
            for cell in row.iterchildren(W + "tc", W + "sdt")
        ]
        if len(cells) == 1:
            yield from cells[0]
        else:
            yield "\t".join(" ".join(" ".join(cell).split()) for cell in cells)


def _paragraph(node: etree._Element, numbering: Numbering, fonts: Fonts) -> str:
    pieces: list[Run] = []
    stack = [iter(node)]
    while stack:
        part = next(stack[-1], None)
        if part is None:
            stack.pop()
        elif part.tag == W + "t":
            pieces.append((fonts.of(part), part.text or ""))
        elif part.tag in _GLYPHS:
            pieces.append(("", _GLYPHS[part.tag]))
        elif part.tag == W + "p":  # a text box inside the paragraph: its words on lines of their own
            pieces.append(("", "\n" + _paragraph(part, numbering, fonts) + "\n"))
        elif part.tag not in _SKIPPED and isinstance(part.tag, str):
            stack.append(iter(part))
    text = in_unicode(pieces)
    return numbering.label(node) + text if text.strip() else ""


def _notes(root: etree._Element, fonts: Fonts) -> list[str]:
    plain = Numbering()
    found = []
    for note in root.iterchildren(W + "footnote"):
        words = " ".join(_paragraph(part, plain, fonts) for part in note.iter(W + "p")).strip()
        if words and note.get(W + "type") is None:
            found.append(f"{note.get(W + 'id', '')} {words}")
    return found
