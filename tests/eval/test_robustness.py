"""The drop of each measure in each spelling."""

import pytest

from eval.comparison import Outcome, Pairs
from eval.robustness import as_record, drops

IDS = [f"q{place:02}" for place in range(40)]


def pairs(lost: int, unit: str = "share") -> Pairs:
    return Pairs({name: (1.0, float(place >= lost)) for place, name in enumerate(IDS)}, unit)


def test_each_spelling_is_set_beside_what_was_written() -> None:
    found = drops({"no_diacritics": {"hit": pairs(0)}, "teencode": {"hit": pairs(12), "time": pairs(40, "ms")}})
    assert [(one.spelling, one.change.measure, one.change.outcome) for one in found] == [
        ("no_diacritics", "hit", Outcome.SAME),
        ("teencode", "hit", Outcome.WORSE),
        ("teencode", "time", Outcome.UNKNOWN),
    ]
    assert found[1].written.mean == 1.0
    assert found[1].score.mean == pytest.approx(0.7)
    assert found[1].change.difference.mean == pytest.approx(-0.3)
    assert [change.id for change in found[1].change.losses] == IDS[:12]
    assert as_record(found)["drops"][1]["change"]["outcome"] == "worse"


def test_the_more_is_looked_at_the_more_it_takes() -> None:
    alone = drops({"typos": {"hit": pairs(6)}})  # six of six the same way: p = 2/64
    assert alone[0].change.outcome is Outcome.WORSE
    among = drops({"typos": {"hit": pairs(6)}, "half": {name: pairs(6) for name in ("a", "b")}})
    assert {one.change.outcome for one in among} == {Outcome.NOISE}


def test_the_scores_are_of_questions_scored_in_both() -> None:
    [only] = drops({"half": {"hit": Pairs({"a": (1.0, 0.0)}, only_first=3)}})
    assert (only.written.queries, only.score.queries, only.change.only_first) == (1, 1, 3)
