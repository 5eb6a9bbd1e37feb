"""From the retriever's signals to a decision."""

from __future__ import annotations

import pytest

from api.seams import Support
from api.support import MeasuredSupport
from api.word_support import WordSupport
from corpus.passage import passages_of
from retriever.confidence import GOOD, WEAK, Signals, supported
from retriever.ranking import Why
from retriever.retriever import Ranked
from tests.api.twins import Found
from tests.invented_law import revision

HALF = next(s for p in range(1000) if WEAK <= supported(s := Signals(pairs=p / 1000)) < GOOD)
PASSAGE = passages_of(revision())[1]


@pytest.mark.parametrize(
    ("signals", "referred", "support"),
    [
        (Signals(pairs=0.9), False, Support.GOOD),
        (HALF, False, Support.WEAK),
        (Signals(pairs=0.0, unknown=0.5), False, Support.NONE),
        (Signals(pairs=0.0, unknown=0.5), True, Support.GOOD),
    ],
)
def test_three_steps(signals: Signals, referred: bool, support: Support) -> None:
    found = [Ranked(PASSAGE, 1.0, Why(referred=referred), (), signals)]
    assert MeasuredSupport().judge("câu hỏi", found) is support


def test_nothing_found_is_no_support() -> None:
    assert MeasuredSupport().judge("câu hỏi", []) is Support.NONE


def test_the_twin_counts_words() -> None:
    found = [Found(PASSAGE, 1.0)]
    assert WordSupport().judge("hai nhà không thỏa thuận mượn vườn", found) is Support.GOOD
    assert WordSupport().judge("thuế nhập khẩu tàu biển", found) is Support.NONE
