"""What changed between two texts, on small laws made from a few lines."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.comparison import compare, pieces
from corpus.document import LegalDocument, Revision
from corpus.provision import Provision, nest
from corpus.reference import ProvisionRef
from corpus.span import Span

LONG = "Người giữ vườn tưới rau mỗi ngày, trừ ngày mưa to."
OTHER = "Người trồng trả lại luống đã mượn trong ba mươi ngày."


def law(*lines: str) -> Revision:
    """`Chương I`, `Điều 1. …` and `1. …` a line; anything else is what stands before."""
    text = "\n".join(lines)
    starts = [text.index(line) for line in lines]
    rows: list[tuple[str, int, str]] = []
    chapter = dieu = ""
    for start, line in zip(starts, lines, strict=True):
        if found := re.match(r"Chương (\w+)", line):
            chapter, dieu = f"chuong_{found[1]}", ""
            rows.append((chapter, start, found[0]))
        elif found := re.match(r"Điều (\d+)", line):
            dieu = f"dieu_{found[1]}"
            rows.append((dieu, start, found[0]))
        elif found := re.match(r"(\d+)\.", line):
            rows.append((f"{dieu}__khoan_{found[1]}", start, found[0]))
    ends = [*(start for _, start, _ in rows[1:]), len(text)]
    flat = []
    for n, (path, start, label) in enumerate(rows):
        deeper = [m for m in range(n + 1, len(rows)) if not _below(rows[m][0], path)]
        end = rows[deeper[0]][1] if deeper else len(text)
        flat.append(Provision(ProvisionRef.parse(f"1/1#{path}"), label, "", Span(start, end), min(ends[n], end)))
    return Revision(LegalDocument("1/1", "1/1", "Luật", "Vườn"), text, nest(flat))


def _below(path: str, above: str) -> bool:
    if above.startswith("chuong"):
        return not path.startswith("chuong")
    return path.startswith(f"{above}__")


def told(old: Revision, new: Revision) -> list[tuple[str, str | None, str | None]]:
    return [
        (c.kind.value, c.old.ref.fragment if c.old else None, c.new.ref.fragment if c.new else None)
        for c in compare(old, new)
    ]


BEFORE = ("Căn cứ", "Điều 1. A", "1. x", "2. y", f"Điều 2. {LONG}")


@pytest.mark.parametrize(
    ("after", "expected", "why"),
    [
        (BEFORE, [], "the same text has no differences"),
        (("Căn  cứ", *BEFORE[1:]), [], "how many blanks stand between words is no difference"),
        (("Cân cứ", *BEFORE[1:]), [("changed", "", "")], "what stands before the first article is compared too"),
        ((*BEFORE[:3], "2. z", BEFORE[4]), [("changed", "dieu_1__khoan_2", "dieu_1__khoan_2")], "one clause alone"),
        ((*BEFORE[:4], "3. z", BEFORE[4]), [("added", None, "dieu_1__khoan_3")], "a new clause"),
        ((*BEFORE, "Điều 3. B", "1. u"), [("added", None, "dieu_3")], "a new article is one change, not one a clause"),
        ((BEFORE[0], BEFORE[4]), [("gone", "dieu_1", None)], "so is one that is gone"),
        (
            (*BEFORE[:4], f"Điều 2. {OTHER}", f"Điều 3. {LONG}"),
            [("added", None, "dieu_2"), ("moved", "dieu_2", "dieu_3")],
            "an article put in between moves the next one, whose words are known again",
        ),
        (
            (*BEFORE[:4], "Chương I", BEFORE[4]),
            [("added", None, "chuong_I"), ("moved", "dieu_2", "dieu_2")],
            "a new chapter takes an article in",
        ),
    ],
)
def test_changes_are_told_by_provision(
    after: tuple[str, ...], expected: list[tuple[str, str | None, str | None]], why: str
) -> None:
    assert told(law(*BEFORE), law(*after)) == expected, why


def test_on_which_vowel_a_tone_stands_is_no_change() -> None:
    assert not compare(law("Điều 1. thoả thuận"), law("Điều 1. thỏa thuận"))
    assert compare(law("Điều 1. thoả thuận"), law("Điều 1. thoa thuận"))


def test_changed_words_are_marked() -> None:
    assert [(piece.mark, piece.words) for piece in pieces("tưới rau mỗi ngày", "tưới hoa mỗi ngày")] == [
        (" ", "tưới"), ("-", "rau"), ("+", "hoa"), (" ", "mỗi ngày"),
    ]  # fmt: skip


WORDS = st.lists(st.sampled_from(["rau", "hoa", "hòa", "gà"]), max_size=9).map(" ".join)


@given(WORDS, WORDS)
def test_the_pieces_give_both_texts_back(old: str, new: str) -> None:
    made = pieces(old, new)
    for mark, text in (("-", old), ("+", new)):
        assert " ".join(piece.words for piece in made if piece.mark in (" ", mark)) == text


@given(
    st.lists(st.sampled_from([LONG, OTHER, "x", "y"]), max_size=5), st.lists(st.sampled_from([LONG, "x"]), max_size=5)
)
def test_each_article_has_at_most_one_change(old: list[str], new: list[str]) -> None:
    changes = compare(*(law("Căn cứ", *(f"Điều {n}. {w}" for n, w in enumerate(one, 1))) for one in (old, new)))
    for side in ([c.old for c in changes], [c.new for c in changes]):
        refs = [place.ref for place in side if place]
        assert len(refs) == len(set(refs))
