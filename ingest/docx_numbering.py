"""The numbers that Word computes instead of storing: `1.`, `a)`, `Điều 5.` of automatic lists."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from lxml import etree

from ingest.numerals import to_letters, to_roman

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%(\d)")


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int


@dataclass(slots=True)
class Numbering:
    """Counts the automatic lists of one document; ask `label` once for each paragraph, in order."""

    levels: dict[tuple[str, int], _Level] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    counters: defaultdict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    @classmethod
    def read(cls, numbering: etree._Element | None, styles: etree._Element | None) -> Numbering:
        """From `numbering.xml` and `styles.xml`, either of which may be missing."""
        made = cls()
        if numbering is not None:
            made._read_lists(numbering)
        if styles is not None:
            for style in styles.iterchildren(W + "style"):
                if (place := _place(style.find(f"{W}pPr/{W}numPr"))) is not None:
                    made.styles[style.get(W + "styleId", "")] = place
        return made

    def _read_lists(self, root: etree._Element) -> None:
        for abstract in root.iterchildren(W + "abstractNum"):
            for level in abstract.iterchildren(W + "lvl"):
                key = (abstract.get(W + "abstractNumId", ""), _number(level.get(W + "ilvl"), 0))
                self.levels[key] = _Level(
                    _value(level, "numFmt") or "decimal",
                    _value(level, "lvlText") or "",
                    _number(_value(level, "start"), 1),
                )
        for number in root.iterchildren(W + "num"):
            self.lists[number.get(W + "numId", "")] = _value(number, "abstractNumId") or ""

    def label(self, paragraph: etree._Element) -> str:
        """The number before a paragraph, with a space after it; empty where it has none."""
        place = self._place(paragraph)
        if place is None:
            return ""
        abstract = self.lists.get(place[0], "")
        level = self.levels.get((abstract, place[1]))
        if level is None or level.form == "none":
            return ""
        if level.form == "bullet":
            return "- "
        counts = self.counters[abstract]
        counts[place[1]] = counts.get(place[1], level.start - 1) + 1
        for deeper in [n for n in counts if n > place[1]]:
            del counts[deeper]
        return _PLACE.sub(lambda match: self._printed(abstract, int(match[1]) - 1), level.text) + " "

    def _place(self, paragraph: etree._Element) -> tuple[str, int] | None:
        properties = paragraph.find(W + "pPr")
        if properties is None:
            return None
        own = _place(properties.find(W + "numPr"))
        if own is not None:
            return own if own[0] != "0" else None
        return self.styles.get(_value(properties, "pStyle") or "")

    def _printed(self, abstract: str, depth: int) -> str:
        level = self.levels.get((abstract, depth))
        form = level.form if level else "decimal"
        count = self.counters[abstract].get(depth, level.start if level else 1)
        if form in ("upperRoman", "lowerRoman"):
            roman = to_roman(count)
            return roman if form == "upperRoman" else roman.lower()
        if form in ("upperLetter", "lowerLetter"):
            letters = to_letters(count)
            return letters.upper() if form == "upperLetter" else letters
        return f"{count:02d}" if form == "decimalZero" else str(count)


def _place(numpr: etree._Element | None) -> tuple[str, int] | None:
    if numpr is None or (number := _value(numpr, "numId")) is None:
        return None
    return number, _number(_value(numpr, "ilvl"), 0)


def _value(node: etree._Element, name: str) -> str | None:
    found = node.find(W + name)
    return None if found is None else found.get(W + "val")


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.lstrip("-").isdecimal() else default
