"""In which font a run of a Word file is set, so that words in old Vietnamese fonts can be told from the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree

from ingest.encodings import set_in
from ingest.legacy_fonts import font_encoding, is_capital_font

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Run = tuple[str, str]
"""Font and words."""


@dataclass(slots=True)
class Fonts:
    """The fonts that the styles of one document give."""

    styles: dict[str, str] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    default: str = ""

    @classmethod
    def read(cls, styles: etree._Element | None) -> Fonts:
        """From `styles.xml`, which may be missing."""
        made = cls()
        if styles is None:
            return made
        made.default = _font(styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")) or ""
        for style in styles.iterchildren(W + "style"):
            name = style.get(W + "styleId", "")
            if font := _font(style.find(W + "rPr")):
                made.styles[name] = font
            if (parent := style.find(W + "basedOn")) is not None:
                made.parents[name] = parent.get(W + "val", "")
            if style.get(W + "default") == "1" and style.get(W + "type") == "paragraph" and font:
                made.default = font
        return made

    def of(self, words: etree._Element) -> str:
        """The font of a piece of text (`w:t`): of its run, its run's style, its paragraph's style, the default."""
        run = next(words.iterancestors(W + "r"), None)
        properties = None if run is None else run.find(W + "rPr")
        if font := _font(properties):
            return font
        paragraph = next(words.iterancestors(W + "p"), None)
        places = (properties, "rStyle"), (None if paragraph is None else paragraph.find(W + "pPr"), "pStyle")
        for node, name in places:
            style = None if node is None else node.find(W + name)
            if style is not None and (font := self._of_style(style.get(W + "val", ""))):
                return font
        return self.default

    def _of_style(self, name: str) -> str:
        for _ in range(20):  # styles that stand on each other in a circle must not hang the reader
            if name in self.styles:
                return self.styles[name]
            name = self.parents.get(name, "")
        return ""


def in_unicode(runs: Iterable[Run]) -> str:
    """The words of a paragraph, those in old fonts converted; runs in one font together (VNI: letter, then mark)."""
    return "".join(
        _converted(font, "".join(words for _, words in group)) for font, group in groupby(runs, lambda run: run[0])
    )


def _converted(font: str, words: str) -> str:
    encoding = font_encoding(font)
    if encoding is None:
        return words
    found = set_in(words, encoding)
    return found.upper() if is_capital_font(font) else found


def _font(properties: etree._Element | None) -> str | None:
    fonts = None if properties is None else properties.find(W + "rFonts")
    if fonts is None:
        return None
    return fonts.get(W + "hAnsi") or fonts.get(W + "ascii")
