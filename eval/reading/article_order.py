"""Whether a document's own articles stand in the order of the gold: the same numbers, one after the other.

Where the gold lists the articles, the two lists are the same. Where it knows only how many there are and which is the
last, both agree and each number follows the one before: no number twice, none out of turn, none left out. An inserted
`12a` stands between 12 and 13. Numbers that the file leaves out are right only where the gold counts fewer articles
than the last number says (repealed ones, misprints of the source); they are kept, to be listed apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

_LETTERS = "abcdđefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Sequel:
    """What is found by going through numbers in the order in which they stand."""

    faults: tuple[str, ...] = ()
    """Numbers that come twice or out of turn, with the one before."""
    absent: tuple[int, ...] = ()
    """Numbers that are passed over."""


@dataclass(frozen=True, slots=True)
class GoldOrder:
    """What the gold knows of a document's own articles."""

    count: int
    last: str | None = None
    listed: Sequence[str] = ()

    def fault(self, numbers: Sequence[str]) -> str:
        """What is wrong with these numbers in this order; empty when nothing is."""
        if self.listed:
            return _first_difference(numbers, self.listed)
        if len(numbers) != self.count:
            return f"{len(numbers)} articles instead of {self.count}"
        if self.last is not None and list(numbers[-1:]) != [self.last]:
            return f"last {numbers[-1] if numbers else None} instead of {self.last}"
        sequel = follow(numbers)
        if sequel.faults:
            return sequel.faults[0]
        if sequel.absent and not self._leaves_out(numbers[-1]):
            return f"without {sequel.absent[0]}"
        return ""

    def _leaves_out(self, last: str) -> bool:
        """Whether the gold itself has fewer articles than the last number says."""
        return self.count < _place(last)[0]


def follow(numbers: Sequence[str]) -> Sequel:
    """Go through the numbers of articles, from before the first."""
    faults: list[str] = []
    absent: list[int] = []
    before, named = (0, 0), "0"
    for number in numbers:
        here = _place(number)
        if here <= before:
            faults.append(f"{number} after {named}")
        else:
            absent += range(before[0] + 1, here[0])
            before, named = here, number
    return Sequel(tuple(faults), tuple(absent))


def _first_difference(numbers: Sequence[str], listed: Sequence[str]) -> str:
    for place, (found, wanted) in enumerate(zip_longest(numbers, listed), 1):
        if found != wanted:
            return f"{found} instead of {wanted} at place {place}"
    return ""


def _place(number: str) -> tuple[int, int]:
    """Digits, then the letter's turn in the Vietnamese alphabet; 0 without a letter."""
    digits = number.rstrip(_LETTERS)
    return int(digits), _LETTERS.find(number[len(digits) :][:1] or " ") + 1
