"""A subject's page (`demuc/<uuid>.html`), cut into articles where each begins: no unclosed tag reaches the next one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape

from lxml import html

from ingest.codification.note import Source, read_note
from ingest.html_file import texts_of

_MARK = re.compile(r"""<p\b[^>]*\bclass\s*=\s*["']?\s*(?P<class>pDieu|pChuong)\b[^>]*>""", re.IGNORECASE)
_NOTE = re.compile(
    r"""<p\b[^>]*\bclass\s*=\s*["']?\s*pGhiChu\b[^>]*>(.*?)(?:</p>|<p\b|\Z)""", re.IGNORECASE | re.DOTALL
)
_ANCHOR = re.compile(r"""<a\b[^>]*\b(?:name|id)\s*=\s*["']?(\w+)""", re.IGNORECASE)
_HEADING = re.compile(r"Điều\s+(?P<code>\d+(?:\.\w+)+)\.?\s*(?P<name>.*)", re.IGNORECASE | re.DOTALL)
_APART = ("pDieu", "pGhiChu", "pChiDan", "pChuong")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article stands in a page, by characters, and what its note says of it."""

    start: int
    end: int
    mapc: str
    code: str
    """The codification's own number: `15.1.NĐ.3`."""
    source: Source

    @property
    def family(self) -> str:
        """What the codes of one document's articles share inside a subject: `15.1.NĐ.3`, or `15.1.LQ`."""
        return self.code.rpartition(".")[0]

    @property
    def numbered(self) -> Source:
        """The source, its article taken from the code where the note does not tell it."""
        last = self.code.rpartition(".")[2].lower()
        return self.source if self.source.article or not last[:1].isdigit() else replace(self.source, article=last)


@dataclass(frozen=True, slots=True)
class Article:
    """An article as the page gives it, its heading without the codification's number."""

    name: str
    paragraphs: tuple[str, ...]
    url: str | None
    files: tuple[str, ...]
    """What hangs on the article as a file; its words are not in the page."""


def places_in(page: str) -> Iterator[Place]:
    """Every article of a page, in order."""
    marks = list(_MARK.finditer(page))
    for mark, after in zip(marks, [*marks[1:], None], strict=True):
        if mark["class"].lower() != "pdieu":
            continue
        end = after.start() if after else len(page)
        piece = page[mark.start() : end]
        note, anchor = _NOTE.search(piece), _ANCHOR.search(piece[:400])
        heading = _HEADING.search(_plain(piece[: note.start() if note else 1_000]))
        source = read_note(_plain(note[1])) if note else Source()
        yield Place(mark.start(), end, anchor[1] if anchor else "", heading["code"] if heading else "", source)


def read_article(piece: str) -> Article:
    """One article from its piece of the page."""
    root = html.fragment_fromstring(piece, create_parent="div")
    heading = _first(root, "pDieu")
    match = _HEADING.search(heading)
    links = [node.get("href") for node in _of(root, "pGhiChu") for node in node.iter("a") if node.get("href")]
    for kind in _APART:
        for node in _of(root, kind):
            node.drop_tree()
    files = [node for node in root.iter("a") if node.get("href") and _is_alone(node)]
    names = tuple(" ".join(node.text_content().split()) or str(node.get("href")) for node in files)
    for node in files:
        node.drop_tree()
    return Article(
        " ".join((match["name"] if match else heading).split()),
        tuple(texts_of(root)),
        links[0] if links else None,
        names,
    )


def _of(root: html.HtmlElement, kind: str) -> list[html.HtmlElement]:
    return [node for node in root.iter("p", "div", "span") if kind in (node.get("class") or "").split()]


def _first(root: html.HtmlElement, kind: str) -> str:
    return next((" ".join(node.text_content().split()) for node in _of(root, kind)), "")


def _is_alone(node: html.HtmlElement) -> bool:
    """Whether a link stands between the paragraphs, as the links to attached files do."""
    parent = node.getparent()
    return parent is not None and parent.tag == "div" and parent.getparent() is None


def _plain(words: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", words)).split())
