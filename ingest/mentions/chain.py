"""Pieces that belong together: `khoản 1 và điểm a khoản 2 Điều 5, Điều 6 của Luật này` is one chain."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from corpus.level import Level
from ingest.mentions.act import Act, place_of
from ingest.mentions.place import Piece
from ingest.structure.growth import RANK


class Joint(Enum):
    """What stands between two pieces."""

    NONE = "none"
    TIGHT = "tight"
    COMMA = "comma"
    LIST = "list"
    RANGE = "range"
    INSIDE = "inside"
    """`Điều 13 (điểm d khoản 3, điểm b khoản 4)`: what stands in the brackets is part of what stands before."""


_GLUE = re.compile(
    r"\)?\s*(?:\([^()\n]{0,120}\)\s*)?"
    r"(?P<join>,?\s*(?:và|hoặc|hay|cũng như)(?!\w)|[,;]|(?:cho\s+)?đến(?:\s+hết)?(?!\w)"
    r"|vào\s+(?:ngay\s+)?(?:sau|trước)(?!\w))?"
    r"\s*(?:(?:quy định\s+|tên\s+)?(?:tại|của|thuộc|tên)\s+)?(?:(?:các|từ|cả|một số)\s+)*"
)
_OPENS = re.compile(r"\s*\((?:tại |các |quy định tại )*")
_LONGEST = 180


@dataclass(slots=True)
class Chain:
    """Pieces in order, the joint before each, and the act after each (its place in `acts`) where one follows."""

    pieces: list[Piece] = field(default_factory=list)
    joints: list[Joint] = field(default_factory=list)
    openers: list[int | None] = field(default_factory=list)
    """For each piece the one before the bracket in which it stands."""
    acts: dict[int, Act] = field(default_factory=dict)
    """The act that stands directly after the piece of this index."""

    def add(self, piece: Piece, joint: Joint, text: str) -> None:
        """Put a piece at the end."""
        opener = self.openers[-1] if self.openers else None
        if joint is Joint.INSIDE:
            opener = len(self.pieces) - 1
        elif opener is not None and ")" in text[self.pieces[-1].end : piece.start]:
            opener = None
        self.pieces.append(piece)
        self.joints.append(joint)
        self.openers.append(opener)

    def parent(self, index: int) -> int | None:
        """The piece that a piece is part of: the next larger one to the right, else the one right before it."""
        piece = self.pieces[index]
        wanted = _ABOVE.get(piece.level, ())
        for other in range(index + 1, min(len(self.pieces), index + _REACH)):
            if other - 1 in self.acts or self.openers[other] != self.openers[index]:
                break
            if self.pieces[other].level in wanted:
                if self.joints[other] in (Joint.TIGHT, Joint.COMMA):
                    return other
                break
        opener = self.openers[index]
        if opener is not None and self.pieces[opener].level in wanted:
            return opener
        return self._before(index, wanted)

    def _before(self, index: int, wanted: tuple[Level, ...]) -> int | None:
        """`Điều 5 khoản 2`: the larger piece comes first; the members of a list share it."""
        for other in range(index, max(0, index - _REACH), -1):
            if self.joints[other] in (Joint.NONE, Joint.RANGE) or other - 1 in self.acts:
                return None
            before = self.pieces[other - 1]
            if before.level in wanted:
                return other - 1 if self.joints[other] in (Joint.TIGHT, Joint.COMMA) else None
            if before.level is not self.pieces[index].level:
                return None
        return None

    def act(self, index: int) -> Act | None:
        """The act that a piece belongs to: the next one in the chain."""
        after = bisect_left(list(self.acts), index)
        return list(self.acts.values())[after] if after < len(self.acts) else None


_ABOVE: dict[Level, tuple[Level, ...]] = {
    Level.DIEM: (Level.KHOAN, Level.DIEU),
    Level.KHOAN: (Level.DIEU,),
    Level.TIEU_MUC: (Level.MUC,),
    Level.MUC: (Level.CHUONG,),
    Level.CHUONG: (Level.PHAN,),
}
_REACH = 60
"""How far along a chain is looked, so that the time stays linear."""


def chains_of(text: str, pieces: list[Piece], acts: list[Act], stops: set[int]) -> Iterator[Chain | Act]:
    """The chains and, where no place goes with them, the acts; in order. No chain goes over a place in `stops`."""
    chain = Chain()
    before: Piece | Act | None = None
    tokens: list[Piece | Act] = [*pieces, *acts]
    for token in sorted(tokens, key=_place):
        joint = Joint.NONE if before is None else _joint(text, before, token)
        if isinstance(token, Act) and token.is_weak and not (isinstance(before, Piece) and joint is Joint.TIGHT):
            continue
        if isinstance(token, Act) and isinstance(before, Piece) and joint in (Joint.TIGHT, Joint.COMMA):
            chain.acts[len(chain.pieces) - 1] = token
        elif isinstance(token, Act):
            yield from _whole(chain)
            chain = Chain()
            yield token
        elif token.start in stops:  # a label is no reference
            yield from _whole(chain)
            chain, before = Chain(), None
            continue
        else:
            if not chain.pieces or joint is Joint.NONE or (isinstance(before, Act) and joint is not Joint.LIST):
                yield from _whole(chain)
                chain, joint = Chain(), Joint.NONE
            chain.add(token, joint, text)
        before = token
    yield from _whole(chain)


def _whole(chain: Chain) -> Iterator[Chain]:
    if chain.pieces:
        yield chain


def _place(token: Piece | Act) -> int:
    return place_of(token) if isinstance(token, Act) else token.start


def _joint(text: str, before: Piece | Act, token: Piece | Act) -> Joint:
    if isinstance(token, Piece) and token.joined:
        return Joint.RANGE if re.search(r"đến|[-–]", token.joined) else Joint.LIST
    start = _place(token)
    if isinstance(before, Piece) and isinstance(token, Piece) and _OPENS.fullmatch(text, before.end, start):
        return Joint.INSIDE if RANK[token.level] > RANK[before.level] else Joint.NONE
    if not before.end <= start <= before.end + _LONGEST:
        return Joint.NONE
    between = text[before.end : start]
    glue = _GLUE.fullmatch(between)
    if glue is None:
        return Joint.NONE
    return _kind(glue["join"], between, before, token)


def _kind(join: str | None, between: str, before: Piece | Act, token: Piece | Act) -> Joint:
    if join is None:
        same = isinstance(before, Piece) and isinstance(token, Piece) and before.level is token.level
        return Joint.NONE if same or "\t" in between else Joint.TIGHT
    if "\n" in between:
        return Joint.NONE
    if "đến" in join:
        return Joint.RANGE if isinstance(before, Piece) and isinstance(token, Piece) else Joint.NONE
    if join == ",":
        climbs = isinstance(before, Piece) and (isinstance(token, Act) or RANK[token.level] < RANK[before.level])
        falls = isinstance(before, Piece) and isinstance(token, Piece) and RANK[token.level] > RANK[before.level]
        return Joint.COMMA if climbs or falls else Joint.LIST
    return Joint.LIST
