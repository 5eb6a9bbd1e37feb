from collections.abc import Mapping, Sequence

import pytest

from eval.answers.verdict import Verdict, scored, unscored
from eval.runs.folder import Kept
from eval.runs.risk import RIGHT, risk_coverage
from eval.suites.suite import Row


def kept(row: str, status: str, confidence: float | None) -> Kept:
    return Kept(row, {"status": status, "confidence": confidence}, None, 1.0)


def curve(given: Sequence[tuple[str, bool, str, float | None, float | None]]) -> tuple[list[tuple[float, float]], int]:
    """(id, answerable, status, confidence, right) to the points of the curve and what could not be placed."""
    rows = [Row(row, "?", answerable) for row, answerable, *_ in given]
    replies = {row: kept(row, status, sure) for row, _, status, sure, _ in given}
    verdicts: Mapping[str, Mapping[str, Verdict]] = {
        row: {RIGHT: scored(RIGHT, right, "") if right is not None else unscored(RIGHT, "", "")}
        for row, *_, right in given
    }
    found = risk_coverage(rows, replies, verdicts)
    return [(point.coverage, point.risk) for point in found.points], found.unscored


@pytest.mark.parametrize(
    ("given", "points", "unscored_rows", "reason"),
    [
        ([("a", True, "answered", 9, 1), ("b", True, "answered", 5, 0)], [(0.5, 0.0), (1.0, 0.5)], 0, "surest first"),
        ([("a", True, "answered", 5, 0), ("b", True, "answered", 9, 1)], [(0.5, 0.0), (1.0, 0.5)], 0, "in any order"),
        ([("a", True, "answered", 9, 1), ("b", True, "abstained", 1, 0)], [(0.5, 0.0)], 0, "silence covers nothing"),
        ([("a", False, "answered", 9, 1)], [(1.0, 1.0)], 0, "what has no answer is answered wrongly"),
        ([("a", True, "answered", 5, 1), ("b", True, "answered", 5, 0)], [(1.0, 0.5)], 0, "equally sure go together"),
        ([("a", True, "answered", None, 1)], [], 1, "without confidence it has no place"),
        ([("a", True, "answered", 5, None)], [], 1, "rightness unknown"),
        ([], [], 0, "nothing asked"),
    ],
)
def test_the_curve(
    given: list[tuple[str, bool, str, float | None, float | None]],
    points: list[tuple[float, float]],
    unscored_rows: int,
    reason: str,
) -> None:
    assert curve(given) == (points, unscored_rows), reason
