"""Where in a saved page the law stands: not in menus, lists of other laws, comments, tables of contents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

from ingest.refusal import Refusal

_CONTAINERS = (
    '//*[contains(concat(" ", normalize-space(@class), " "), " preview-content ")]',
    '//*[@id="toanvancontent"]',
    '//*[starts-with(@class, "prov-article")]/..',
    '//*[contains(concat(" ", normalize-space(@class), " "), " content1 ")]',
    '//*[@id="divContentDoc" or @id="fulltext" or @id="noidung" or @id="content-body"]',
)
_ARTICLE = re.compile(r"\s*Điều\s+\d{1,4}[a-zđ]?\s*[.:]?", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:^|[-_\s])(?:comments?|binh-?luan|related|lien-?quan|menu|sidebar|breadcrumbs?|toolbar|share|social|toc|muc-?luc"
    r"|quang-?cao|advert\w*)(?:$|[-_\s])",
    re.IGNORECASE,
)
"""Classes and ids of what portals put around a law."""
_LISTS = ("ul", "ol", "div", "td", "table", "section")
_ATTRIBUTES = re.compile(
    r"(?:Số hiệu|Số/Ký hiệu|Số ký hiệu|Loại văn bản|Cơ quan ban hành|Nơi ban hành|Người ký|Ngày ban hành|Ngày công báo"
    r"|Ngày có hiệu lực|Ngày hiệu lực|Ngày áp dụng|Ngày hết hiệu lực|Tình trạng hiệu lực|Tình trạng|Trích yếu|Lĩnh vực"
    r"|Số công báo|Phạm vi)(?=\s*[:\t\n])"
)
_SHORT = 1_500
_FEW = 4


def body_of(page: html.HtmlElement) -> html.HtmlElement:
    """The page's body, or all of it."""
    return page if page.body is None else page.body


def law_in(page: html.HtmlElement) -> html.HtmlElement:
    """The element that holds the law: the portal's own where it is known, else what is around the articles."""
    for path in _CONTAINERS:
        found = page.xpath(path)
        if isinstance(found, list) and found and isinstance(found[0], html.HtmlElement):
            return max(
                (node for node in found if isinstance(node, html.HtmlElement)),
                key=lambda node: len(node.text_content()),
            )
    body = body_of(page)
    _prune(body)
    articles = list(_articles(body))
    return _common(articles) if len(articles) > 1 else body


def refuse_attributes(text: str) -> None:
    """Refuse a page that was saved from the wrong tab: what is said about a law, without the law."""
    if len(text) > _SHORT or re.search(r"^Điều\s+\d", text, re.MULTILINE):
        return
    if len(set(_ATTRIBUTES.findall(text + "\n"))) >= _FEW:
        raise Refusal(
            "Trang này chỉ có thuộc tính của văn bản (số hiệu, ngày ban hành, tình trạng…), không có nội dung. "
            "Hãy mở thẻ “Toàn văn” hoặc “Nội dung” của văn bản rồi lưu lại trang."
        )


def _prune(body: html.HtmlElement) -> None:
    """Take out what is named as standing beside a law, and lists of links; never the greater half of a page."""
    whole = len(body.text_content())
    for node in list(body.iterdescendants()):
        if not isinstance(node.tag, str) or node.getparent() is None:
            continue
        named = f"{node.get('class') or ''} {node.get('id') or ''}"
        if (_ASIDE.search(named) or _is_links(node)) and 2 * len(node.text_content()) < whole:
            node.drop_tree()


def _is_links(node: html.HtmlElement) -> bool:
    """Whether an element is a list of links and little else."""
    if node.tag not in _LISTS:
        return False
    links = [len(link.text_content().strip()) for link in node.iter("a") if link.get("href")]
    return len(links) > 1 and sum(links) > 0.8 * len(" ".join(node.text_content().split()))


def _articles(body: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The elements in which a line begins an article, once for each such line."""
    for node in body.iter("p", "div", "h1", "h2", "h3", "h4", "li", "td", "pre", "span"):
        if node.tag != "span" and _begins_article(node):
            yield node
        yield from (node for rest in node.iterchildren("br") if _ARTICLE.match(rest.tail or _words_after(rest)))


def _words_after(rest: html.HtmlElement) -> str:
    after = rest.getnext()
    return "" if after is None else after.text_content()[:120]


def _begins_article(node: html.HtmlElement) -> bool:
    words = (node.text or "") + "".join("".join(child.itertext())[:80] for child in node[:2])
    return bool(_ARTICLE.match(words[:120])) and len(node.text_content()) < 20_000


def _common(nodes: list[html.HtmlElement]) -> html.HtmlElement:
    """The smallest element around all these, or one wider when that adds only a head of the document."""
    chain = list(reversed([nodes[0], *nodes[0].iterancestors()]))
    others = {id(node) for node in nodes}
    best = chain[0]
    for node in chain:
        inside = sum(1 for part in node.iter() if id(part) in others)
        if inside < len(others):
            break
        best = node
    parent = best.getparent()
    if parent is not None and parent.tag != "html" and len(parent.text_content()) < len(best.text_content()) + 4_000:
        return parent
    return best
