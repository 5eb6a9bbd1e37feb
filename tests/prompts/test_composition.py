"""The extractive answer: its order, its length, and that what it quotes is the stored text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Origin
from corpus.passage import passages_of
from prompts.composition import MOST_WORDS, Composition, Place, Prepared, compose, excerpt
from prompts.relevance import Relevance
from tests.invented_law import bees, revision

LAW = revision()
PASSAGES = passages_of(LAW) + passages_of(bees())
TEXTS = {r.sha256: r.text for r in (LAW, bees())}
QUESTIONS = [
    "mượn vườn khi hai nhà không thỏa thuận",
    "ho so muon vuon gom gi",
    "ong đốt người",
    "trả vườn khi nào",
    "xyz",
]


def check(made: Composition, shown: bool = True) -> None:
    markers = [int(n) for n in re.findall(r"\[(\d+)\]", made.text)]
    assert set(markers) == {q.marker for q in made.quotes}
    assert [q.marker for q in made.quotes] == list(range(1, len(made.quotes) + 1))
    for quote in made.quotes:
        assert quote.text == TEXTS[quote.passage.sha256][quote.span.start : quote.span.end]
        assert quote.text in made.text or not shown


@given(st.sampled_from(QUESTIONS), st.permutations(PASSAGES))
def test_every_quote_is_the_stored_text(question: str, passages: list) -> None:  # type: ignore[type-arg]
    made = compose(question, passages)
    check(made)
    assert made.quotes and "“" in made.text


@pytest.mark.parametrize("question", QUESTIONS)
def test_short_enough_to_read(question: str) -> None:
    for first in range(len(PASSAGES)):
        made = compose(question, PASSAGES[first:] + PASSAGES[:first])
        assert len(made.text.split()) < MOST_WORDS + 60


def test_the_best_passage_comes_first_then_the_basis() -> None:
    made = compose("hồ sơ mượn vườn gồm những gì", PASSAGES[4:6])
    assert made.text.startswith(
        "Hồ sơ mượn vườn – theo khoản 1 Điều 3 Luật Mượn vườn số 11/2020/QH99: “Hồ sơ mượn vườn gồm:"
    )
    assert made.text.index("Căn cứ:") < made.text.index("Khoản 2 Điều 3")


def test_a_long_clause_is_cut_at_its_points() -> None:
    judge = Relevance("sơ đồ vị trí", [PASSAGES[4].text])
    spans = excerpt(PASSAGES[4], judge, 40)
    words = [LAW.text[s.start : s.end] for s in spans]
    assert words[0].startswith("Hồ sơ mượn vườn gồm:") and any("d) Sơ đồ" in w for w in words[1:])


def test_a_digest_is_never_between_quotation_marks() -> None:
    digest = passages_of(revision(origin=Origin.DIGEST))
    made = compose("mượn vườn", digest[1:4])
    assert "“" not in made.text and "(bản tóm lược, không phải nguyên văn)" in made.text


def test_a_card_answers_first_with_its_provisions() -> None:
    made = compose(
        "mượn vườn",
        PASSAGES,
        Prepared(
            "Được [1]. Giấy tờ ở đây [2]. Lạc [9].", tuple((Place(p, p.ref),) for p in (PASSAGES[1], PASSAGES[5]))
        ),
    )
    check(made, shown=False)
    assert made.text.startswith("Được [1]. Giấy tờ ở đây [2]. Lạc")
    assert "[9]" not in made.text


def test_what_a_card_does_not_speak_of_is_quoted_after_its_basis() -> None:
    card = Prepared("Được [1].", ((Place(PASSAGES[1], PASSAGES[1].ref),),))
    made = compose("mượn vườn rồi trả vườn", PASSAGES, card, beside=[PASSAGES[6], PASSAGES[1]])
    check(made, shown=False)
    assert made.text.startswith("Được [1].")
    _, more = made.text.split("Về điều bạn hỏi thêm:")
    assert "[2]" in more
    assert more.count("\n- ") == 1, "what the card quotes already is not quoted again"
    assert "Về điều" not in compose("mượn vườn", PASSAGES, card).text


def test_a_bracket_of_the_law_is_not_a_marker() -> None:
    law = revision("Điều 1. Ong\nNuôi ong [6] trong vườn.\n")
    made = compose("nuôi ong", passages_of(law))
    assert "“Nuôi ong [6] trong vườn.” [1]" in made.text


def test_exceptions_come_last() -> None:
    made = compose("trả vườn hoa lợi khi nào", [PASSAGES[6], PASSAGES[2]])
    assert "trừ trường hợp" in made.text.split("\n\n")[-1]


def test_outdated_words_say_so_where_they_stand() -> None:
    made = compose("trả vườn", PASSAGES[6:7], outdated=frozenset({PASSAGES[6].ref}))
    assert "[lời cũ, đã được sửa đổi]: “" in made.text
    check(made)


def test_points_of_a_list_stand_on_their_own_lines() -> None:
    made = compose("sơ đồ vị trí", PASSAGES[4:5])
    assert "lời cũ" not in made.text
    for quote in made.quotes[1:]:
        if quote.text[1] == ")":
            assert f"\n… “{quote.text}" in made.text
