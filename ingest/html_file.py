"""Saved web pages: the law's own container where the portal marks it (vbpl.vn), else what holds the articles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from corpus.problem import Problem, Severity
from ingest.encodings import all_to_unicode
from ingest.extract import Extract, Paragraph, assemble
from ingest.html_place import body_of, law_in, refuse_attributes
from ingest.limits import DEFAULT, Limits
from ingest.number import find_numbers, first_number
from ingest.refusal import Refusal
from ingest.text_file import decode

_DROPPED = frozenset({
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "video",
    "audio", "nav", "header", "footer", "aside", "button", "select", "form", "input", "textarea", "head",
})  # fmt: skip
_BLOCKS = frozenset({
    "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "section", "article",
    "main", "center", "dl", "dt", "dd", "hr", "body", "table", "tbody", "thead", "tfoot", "tr", "td", "th",
    "caption", "address",
})  # fmt: skip
_EFFECTIVE = re.compile(r"Ngày có hiệu lực\s*:?\s*(\d{1,2}/\d{1,2}/\d{4})")
_ISSUED = re.compile(r"Ngày ban hành\s*:?\s*(\d{1,2}/\d{1,2}/\d{4})")
_NOTE_LINK = re.compile(r"#_?(?:ftn|edn|fn|note)", re.IGNORECASE)
_NOTE_BLOCK = re.compile(r"_?(?:ftn|edn|fn)\d+", re.IGNORECASE)
_REMARK = re.compile(
    r"[(\[](?:Điều|Khoản|Điểm|Mục|Chương|Phụ lục|Cụm từ|Nội dung)?[^()\[\]]{0,60}"
    r"(?:được sửa đổi|được bổ sung|được thay thế|bị bãi bỏ|bị thay thế|hết hiệu lực)"
    r"[^()\[\]]{0,120}?\b(?:bởi|theo)\b[^()\[\]]{0,80}\bsố\s*\d[^()\[\]]{0,160}[)\]]\.?"
    r"|Điều khoản (?:được|bị) (?:sửa đổi|bổ sung|thay thế|bãi bỏ)[^.]{0,20}:.{0,300}",
    re.IGNORECASE,
)
"""A line of the portal's about the law, between the lines of the law."""
_REMARKED = "Ghi chú của cổng thông tin, không phải lời văn; đã bỏ ra: {}"
_DEPTH = 250


def extract(data: bytes, limits: Limits = DEFAULT) -> Extract:
    """The text of a saved page; raise `Refusal` for one too deep or holding another law than it is named after."""
    limits.check_expanded(len(data))
    page = _parse(data)
    title = _title(page)
    hints = _hints(page, title)
    root = law_in(page)
    notes = [" ".join(block.itertext()) for block in _note_blocks(root)]
    # Converted again: a page may write the letters of an old font as `&ograve;`.
    lines = [line for text in all_to_unicode(texts_of(root)) for line in text.split("\n")]
    remarks = [line for line in lines if _REMARK.fullmatch(line.strip())]
    problems = [Problem(Severity.WARNING, _REMARKED.format(line.strip()[:200])) for line in remarks]
    own = (Paragraph(line) for line in lines if not _REMARK.fullmatch(line.strip()))
    result = assemble(own, notes, hints, problems)
    limits.check_characters(len(result.text))
    refuse_attributes(result.text)
    _refuse_other_law(title, result.text)
    return result


def _parse(data: bytes) -> html.HtmlElement:
    text = decode(_utf8_declared(data))
    parser = html.HTMLParser(huge_tree=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        page = html.document_fromstring(text.replace("\x00", ""), parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Refusal("Trang web trống hoặc hỏng, không đọc được. Hãy lưu lại trang rồi nạp lại.") from error
    if any("depth" in entry.message.lower() for entry in parser.error_log) or _is_deep(page):
        raise Refusal(
            f"Trang web lồng quá {_DEPTH} lớp thẻ, không giống trang văn bản thật. "
            "Hãy sao chép phần nội dung vào tệp Word."
        )
    return page


def _utf8_declared(data: bytes) -> bytes:
    """The bytes as UTF-8 when the page declares another encoding that is known."""
    match = re.search(rb"charset\s*=\s*[\"']?\s*([\w-]+)", data[:4096], re.IGNORECASE)
    name = match[1].decode("ascii", "replace").lower() if match else "utf-8"
    if name in ("windows-1258", "cp1258", "utf-16", "utf-16le"):
        try:
            return data.decode(name).encode()
        except (UnicodeDecodeError, LookupError):
            return data
    return data


def _is_deep(page: html.HtmlElement) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(page, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEPTH:
            return True
    return False


def _title(page: html.HtmlElement) -> str:
    for node in (*page.iter("h1"), *page.iter("title")):
        words = " ".join("".join(node.itertext()).split())
        if words:
            return words
    return ""


def _hints(page: html.HtmlElement, title: str) -> dict[str, str]:
    words = " ".join(" ".join(text.split()) for text in body_of(page).itertext() if text.strip())[:20_000]
    hints = {"title": title} if title else {}
    if match := _EFFECTIVE.search(words):
        hints["in_force_from"] = match[1]
    if match := _ISSUED.search(words):
        hints["issued_on"] = match[1]
    links = page.xpath('//link[@rel="canonical"]/@href | //meta[@property="og:url"]/@content')
    if isinstance(links, list) and links and str(links[0]).startswith("http"):
        hints["source_url"] = str(links[0])
    return hints


def texts_of(root: html.HtmlElement) -> Iterator[str]:
    """The paragraphs below an element in order; white space of the source is one space, `<br>` a new line."""
    words: list[str] = []

    def flush() -> Iterator[str]:
        text = "\n".join(" ".join(line.split()) for line in "".join(words).split("\v"))
        words.clear()
        if text.strip():
            yield text

    for event, node in _walk(root):
        if event == "text":
            words.append(str(node))
        elif event == "break":
            words.append("\v")
        elif event == "block":
            yield from flush()
        elif event == "table" and isinstance(node, html.HtmlElement):
            yield from flush()
            yield from _rows(node)
    yield from flush()


def _walk(root: html.HtmlElement) -> Iterator[tuple[str, object]]:
    """Text, breaks, block borders and tables, without recursion."""
    stack: list[tuple[html.HtmlElement, bool]] = [(root, False)]
    kept = 0
    while stack:
        node, leaving = stack.pop()
        if node.tag == "pre":
            kept += -1 if leaving else 1
        border = _border(node)
        if border:
            yield border, None
        if leaving or _is_dropped(node):
            yield "text", _spaced(node.tail, kept) if node is not root else ""
            continue
        stack.append((node, True))
        if node.tag == "table" and _is_grid(node):
            yield "table", node
            continue
        yield "text", _spaced(node.text, kept)
        stack.extend((child, False) for child in reversed(node))


def _spaced(text: str | None, kept: int) -> str:
    """Text as it is shown: inside of `<pre>` its line ends stay."""
    return (text or "").replace("\n", "\v") if kept else text or ""


def _border(node: html.HtmlElement) -> str:
    """What an element's edge means for the words around it."""
    return "break" if node.tag == "br" else "block" if node.tag in _BLOCKS else ""


def _is_dropped(node: html.HtmlElement) -> bool:
    return not isinstance(node.tag, str) or node.tag in _DROPPED or _is_note(node) or _is_hidden(node)


def _is_grid(table: html.HtmlElement) -> bool:
    return (
        any(len(row.xpath("./td|./th")) > 1 for row in table.iter("tr"))
        and next(table.iterdescendants("table"), None) is None
    )


def _rows(table: html.HtmlElement) -> Iterator[str]:
    for row in table.iter("tr"):
        cells = [" ".join(texts_of(cell)).split() for cell in row.iterchildren("td", "th")]
        yield "\t".join(" ".join(cell) for cell in cells)


def _is_note(node: html.HtmlElement) -> bool:
    """Whether an element is a footnote's mark or a footnote."""
    if node.tag == "a" and _NOTE_LINK.search(node.get("href") or ""):
        return True
    return node.tag in ("div", "p", "li") and bool(_NOTE_BLOCK.fullmatch(node.get("id") or ""))


def _note_blocks(root: html.HtmlElement) -> list[html.HtmlElement]:
    return [node for node in root.iter("div", "p", "li") if _NOTE_BLOCK.fullmatch(node.get("id") or "")]


def _is_hidden(node: html.HtmlElement) -> bool:
    return "display:none" in (node.get("style") or "").replace(" ", "").lower() or node.get("hidden") is not None


def _refuse_other_law(title: str, text: str) -> None:
    """Refuse a page that is named after one law and carries another (a portal's mix-up)."""
    named = [number for number, _, _ in find_numbers(title)]
    own = next(
        (
            number
            for line in text[:3_000].split("\n")
            if (number := first_number(line)) and not line.startswith("Căn cứ")
        ),
        None,
    )
    if named and own and own not in named and named[-1] not in text[:4_000]:
        raise Refusal(
            f"Trang mang tên “{title[:120]}” nhưng nội dung lại là văn bản số {own}; trang nguồn bị lẫn. "
            "Hãy tải lại văn bản đúng từ nguồn chính thức."
        )
