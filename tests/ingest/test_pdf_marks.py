"""Marks drawn apart from their letters: a table of drawn characters with the words that they mean."""

import unicodedata

import pytest

from ingest.pdf_marks import Drawn, joined

DOT = "\u0323"
ACUTE = "\u0301"


def drawn(text: str, marks: dict[int, int], made: tuple[int, ...] = ()) -> list[Drawn]:
    """Characters ten points wide; a mark (by place) stands over another character; what was made has no width."""
    edges, edge = [], 0
    for place, char in enumerate(text):
        edges.append(edge)
        edge += 0 if place in made or unicodedata.combining(char) else 10
    return [_drawn(char, edges[marks.get(place, place)], place in made) for place, char in enumerate(text)]


def _drawn(char: str, edge: int, made: bool) -> Drawn:
    return Drawn(char, edge, edge, made) if made else Drawn(char, edge + 1, edge + 9, made)


CASES = [
    (drawn(f"dung c {DOT} ông", {7: 1}, (6, 8)), "dụng công", "two letters behind, with spaces that were made"),
    (drawn(f"vu {DOT}công", {3: 1}), "vụ công", "a space of the file"),
    (
        [*drawn("vu", {}), Drawn(" ", 20, 20, True), Drawn(DOT, 11, 19), Drawn("c", 25, 33)],
        "vụ c",
        "made where words part",
    ),
    (drawn(f"du{DOT}ng", {2: 1}), "dụng", "in its place already"),
    (drawn(f"{ACUTE}Ưng", {0: 1}), "Ứng", "before its letter"),
    (drawn(f"ba {DOT}cây", {3: 2}), f"ba {DOT}cây", "over no letter: nothing is guessed"),
    (drawn("không dấu rời", {}), "không dấu rời", "no mark apart"),
]


@pytest.mark.parametrize(("characters", "words", "why"), CASES, ids=[case[-1] for case in CASES])
def test_marks_go_to_their_letters(characters: list[Drawn], words: str, why: str) -> None:
    assert unicodedata.normalize("NFC", joined(characters)) == unicodedata.normalize("NFC", words), why
