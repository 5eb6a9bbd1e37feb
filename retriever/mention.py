"""Exact references in a question: `khoản 1 điều 8 luật hôn nhân`, `dieu 56 52/2014/QH13`."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from corpus.folding import fold
from corpus.level import Level
from corpus.reference import ProvisionRef, Step

_NUMBER = r"\d{1,4}[a-zđ]?"
_PLACE = re.compile(
    r"(?<!\w)(?:diem\s+(?P<diem>[a-zđ])[\s,]+)?"
    rf"(?:khoan\s+(?P<khoan>{_NUMBER})[\s,]+)?"
    rf"dieu\s+(?P<dieu>{_NUMBER})(?!\w)"
    rf"(?:[\s,]+khoan\s+(?P<after>{_NUMBER})(?!\w))?"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place without its law: the steps from the article down."""

    steps: tuple[Step, ...]

    def within(self, document: str) -> ProvisionRef:
        """The place in a document."""
        return ProvisionRef(document, self.steps)


def mentions_in(text: str) -> tuple[Mention, ...]:
    """The articles, clauses and points that a text names, in order."""
    written = unicodedata.normalize("NFC", text.lower())
    # Letter by letter, so that places stay; a point đ is read from what was written.
    folded = "".join(letter if letter == "đ" else fold(letter)[:1] or letter for letter in written)
    folded = folded.replace("đieu", "dieu").replace("điem", "diem")
    found = [_mention(match) for match in _PLACE.finditer(folded)]
    return tuple(dict.fromkeys(found))


def _mention(match: re.Match[str]) -> Mention:
    steps = [Step(Level.DIEU, match["dieu"])]
    clause = match["khoan"] or match["after"]
    if clause:
        steps.append(Step(Level.KHOAN, clause))
    if clause and match["diem"]:
        steps.append(Step(Level.DIEM, match["diem"]))
    return Mention(tuple(steps))
