"""The signs by which danger is told: `danger_signs.csv`, in words of `danger_words.csv`, read once.

A sign is a row: the help it calls for, how grave it is, a pattern in the grammar of `prompts.phrase` with classes of
words in braces (`{KIN} … {HIT}`), and why. Parts joined by ` & ` must all stand in the question, anywhere.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

from prompts.wordings import CLASS, Wording


class Peril(StrEnum):
    """What kind of help a sign calls for."""

    VIOLENCE = "violence"
    FIRE = "fire"
    CHILD = "child"
    SELF_HARM = "self_harm"
    SEXUAL = "sexual"
    TRAFFICKING = "trafficking"


class Gravity(StrEnum):
    """`now`: an emergency by itself; `act`: one when it has just happened; `concern`: never one by itself."""

    NOW = "now"
    ACT = "act"
    CONCERN = "concern"


@dataclass(frozen=True, slots=True)
class Sign:
    """A row: where it is told (the first wording) and what else must be told with it."""

    peril: Peril
    gravity: Gravity
    wording: Wording
    beside: tuple[Wording, ...]

    def places(self, text: str, words: frozenset[str]) -> list[re.Match[str]]:
        """Where the sign stands in a text of these words, if all that must be told with it is there."""
        if not all(any(wording.matches(text, words)) for wording in self.beside):
            return []
        return list(self.wording.matches(text, words))


@cache
def signs(marked: bool) -> tuple[Sign, ...]:
    """All signs that ship with the product; `marked` for a writer who uses marks."""
    return tuple(_sign(row, marked) for row in _rows("danger_signs.csv"))


@cache
def said(name: str, marked: bool) -> tuple[Wording, ...]:
    """A class of words, a wording for each of its rows: `said("PAST", marked=True)`."""
    return tuple(Wording(_exact(row["words"]), marked) for row in _rows("danger_words.csv") if row["class"] == name)


def _sign(row: dict[str, str], marked: bool) -> Sign:
    first, *others = (Wording(_exact(part), marked) for part in row["pattern"].split(" & "))
    return Sign(Peril(row["peril"]), Gravity(row["kind"]), first, tuple(others))


def found_classes(text: str, words: frozenset[str], marked: bool) -> dict[str, list[re.Match[str]]]:
    """The classes of words that signs speak of, with every place where their words stand in a text."""
    places = {name: [hit for one in said(name, marked) for hit in one.matches(text, words)] for name in _spoken_of()}
    return {name: found for name, found in places.items() if found}


@cache
def _spoken_of() -> tuple[str, ...]:
    return tuple(sorted({name for row in _rows("danger_signs.csv") for name in CLASS.findall(row["pattern"])}))


def _exact(pattern: str) -> str:
    return _alone().sub(r"=\1", pattern)


@cache
def _alone() -> re.Pattern[str]:
    """A word of the class MARKED that is an alternative by itself, so that no neighbour tells what it means."""
    words = "|".join(row["words"] for row in _rows("danger_words.csv") if row["class"] == "MARKED")
    return re.compile(rf"(?<![^(|:])({words})(?=[)|]|$| …| ⋯)")


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    text = resources.files("prompts").joinpath(name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))
