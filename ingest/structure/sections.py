"""Documents without articles (kế hoạch, thông báo, chỉ thị): `I.` / `1.` / `4.1.` / `a)`.

A dotted number names its own place: `4.2` below `4` below `II` is `muc_II__muc_4.2`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import zip_longest

from corpus.level import Level
from corpus.problem import Problem
from corpus.provision import Provision
from corpus.reference import ProvisionRef
from ingest.numerals import from_roman
from ingest.structure.ending import is_closing, is_final, is_footer
from ingest.structure.growth import Growth, Node
from ingest.structure.labels import Claim, annex_of, is_upper
from ingest.structure.lines import Line

_ROMAN = re.compile(r"([IVX]{1,6})\s?[.\-)]\s*(?=\S)")
_DOTTED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})\s?(?:[.)](?!\d)|(?<=\d\.\d)\s)\s*(?=\S)")
_LETTER = re.compile(r"([a-zđ])\s?\)\s*(?=\S)")


def read_sections(lines: list[Line], document_id: str) -> tuple[tuple[Provision, ...], tuple[Problem, ...]]:
    """The tree of a document by its own numbering; empty when it has none."""
    reader = _Sections(ProvisionRef(document_id))
    for line, below in zip_longest(lines, lines[1:]):
        reader.take(line, below.text if below else "")
    return tuple(root.freeze() for root in reader.growth.roots), ()


@dataclass(slots=True)
class _Sections:
    document: ProvisionRef
    growth: Growth = field(default_factory=Growth)
    ended: bool = False
    annexes: int = 0

    def take(self, line: Line, below: str) -> None:
        if self.growth.roots and not self.ended and _ends(line.text):
            self._end()
            return
        annex = None if line.is_row else annex_of(line.text)
        if annex is not None and (self.ended or (annex.strong and self.growth.roots)):
            self._annex(line, annex, below)
            return
        if self.ended or line.is_row or not self._section(line):
            self.growth.extend(line.end)
        if not self.ended and self.growth.roots and is_final(line.text):
            self._end()

    def _annex(self, line: Line, annex: Claim, below: str) -> None:
        self.annexes += 1
        number = annex.number or str(self.annexes)
        ref = self.document.child(Level.PHU_LUC, number)
        self.ended = True
        if ref in self.growth.taken:
            self.growth.extend(line.end)
        else:
            name = below if is_upper(below) and annex_of(below) is None else ""
            self._add(ref, 0, line, annex.label_end, line.text[annex.rest_at :] or name)

    def _end(self) -> None:
        self.growth.close()
        self.ended = True

    def _section(self, line: Line) -> bool:
        text = line.text
        if (match := _ROMAN.match(text)) and (value := from_roman(match[1])):
            return self._place(Level.MUC, match[1], value, 1, line, match)
        if match := _DOTTED.match(text):
            number = match[1]
            return self._place(Level.MUC, number, int(number.split(".")[-1]), 2 + number.count("."), line, match)
        if self.growth.open and (match := _LETTER.match(text)):
            return self._place(Level.DIEM, match[1], 0, 9, line, match)
        return False

    def _place(self, level: Level, number: str, value: int, rank: float, line: Line, match: re.Match[str]) -> bool:
        above = [node for node in self.growth.open if node.rank < rank]
        siblings = above[-1].children if above else self.growth.roots
        last = next((node.value for node in reversed(siblings) if node.rank == rank), 0)
        if level is Level.MUC and value != last + 1:
            return False
        named = [node for node in above if not number.startswith(node.ref.path[-1].number + ".")]
        ref = (named[-1].ref if named else self.document).child(level, number)
        if ref in self.growth.taken:
            return False
        rest = line.text[match.end() :]
        has_name = level is Level.MUC and len(rest) < 250 and (is_upper(rest) or rest[-1] not in ".;:,")
        self._add(ref, rank, line, len(match[0].rstrip()), rest if has_name else "", value)
        return True

    def _add(self, ref: ProvisionRef, rank: float, line: Line, label_end: int, heading: str, value: int = 0) -> None:
        self.growth.add(Node(ref, rank, line.text[:label_end], heading, line.start, line.end, line.end, value))
        self.growth.extend(line.end)


def _ends(line: str) -> bool:
    """Whether a line is no more of the sections: the last sentence to the readers, a signature in any cell."""
    return is_closing(line) or any(is_footer(cell) for cell in line.split("\t"))
