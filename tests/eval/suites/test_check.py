from datetime import date

import pytest

from corpus.reference import ProvisionRef
from eval.suites.check import doubts
from eval.suites.suite import Row
from tests.eval.answers import garden


def refs(*paths: str) -> tuple[ProvisionRef, ...]:
    return tuple(map(ProvisionRef.parse, paths))


@pytest.mark.parametrize(
    ("row", "expected", "reason"),
    [
        (Row("a", "?", True, refs("1/2024/QH90#dieu_1__khoan_1"), facts=("15 tuổi",)), [], "all of it stands"),
        (Row("a", "?", True, refs("1/2024/QH90#dieu_1"), facts=("15  Tuổi",)), [], "spaces and capitals aside"),
        (Row("a", "?", True, refs("1/2024/QH90#dieu_1__khoan_1"), facts=("16 tuổi",)), ["16 tuổi"], "another age"),
        (Row("a", "?", True, refs("1/2024/QH90#dieu_99")), ["not held"], "no such article"),
        (Row("a", "?", True, refs("9/2010/QH80#dieu_1")), ["expired"], "ended law"),
        (Row("a", "?", True, refs("9/2010/QH80#dieu_1"), as_of=date(2024, 1, 1)), [], "the law of that day"),
        (Row("a", "?", True, refs("1/2024/QH90#dieu_1"), event_date=date(2024, 1, 1)), ["not_yet"], "not yet law"),
        (
            Row("a", "?", True, refs("1/2024/QH90#dieu_3"), refs("1/2024/QH90#dieu_1"), facts=("15 tuổi",)),
            [],
            "the fact stands in the other right place",
        ),
        (Row("a", "?", True, gold_not=refs("2/1999/QH70#dieu_1")), ["gold_not"], "a temptation that is not there"),
        (Row("a", "?", False), [], "nothing to check"),
    ],
)
def test_what_the_law_does_not_bear_out_is_told(row: Row, expected: list[str], reason: str) -> None:
    found = [doubt.what for doubt in doubts([row], garden.law(), garden.TODAY)]
    assert len(found) == len(expected), reason
    assert all(word in what for word, what in zip(expected, found, strict=True)), (reason, found)
