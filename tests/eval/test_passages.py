"""The measure of first passages: ranks, spellings, consolidated twins."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from corpus.reference import ProvisionRef
from eval.passages import measure, success
from eval.suites.suite import Row

GOLD = ProvisionRef.parse("7/2031/QH99#dieu_2")
ROW = Row("a", "Ai tưới rau?", True, (GOLD,))


@pytest.mark.parametrize(
    ("found", "rank", "reason"),
    [
        (["7/2031/QH99#dieu_2__khoan_1"], 1, "a clause of the article"),
        (["7/2031/QH99#dieu_1", "7/2031/QH99#dieu_2"], 2, "second"),
        (["9/VBHN-VPQH#dieu_2__khoan_1"], 1, "the consolidated twin"),
        (["7/2031/QH99#dieu_20"], None, "another article that begins alike"),
        (["8/2031/QH99#dieu_2"], None, "another law"),
        ([], None, "nothing found"),
    ],
)
def test_the_rank_is_that_of_the_first_right_place(found: list[str], rank: int | None, reason: str) -> None:
    def search(_: str) -> Sequence[ProvisionRef]:
        return [ProvisionRef.parse(ref) for ref in found]

    hits = measure([ROW], search, {"9/VBHN-VPQH": "7/2031/QH99"})
    assert {hit.rank for hit in hits} == {rank}, reason


def test_spellings_are_reported_apart() -> None:
    hits = measure([ROW], lambda question: [GOLD] if "ư" in question else [], {})
    assert (success(hits, "diacritics"), success(hits, "no_diacritics")) == (1.0, 0.0)
