"""Risk and coverage: how often an answer is wrong, when only the surest are given (El-Yaniv and Wiener 2010)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.answers.verdict import Verdict
from eval.runs.folder import Kept
from eval.suites.suite import Row

RIGHT = "provision_hit"
"""The measure that says whether an answer to an answerable question is right."""


@dataclass(frozen=True, slots=True)
class Point:
    """Answering all that are at least as sure as `confidence`: the share answered, and how many of these are wrong."""

    confidence: float
    coverage: float
    risk: float


@dataclass(frozen=True, slots=True)
class RiskCoverage:
    """The curve, surest first. `area` is the mean risk over its points (AURC, less is better)."""

    points: tuple[Point, ...]
    area: float | None
    asked: int
    unscored: int
    """Answered rows that cannot be placed: no confidence, or rightness not scored."""


def risk_coverage(
    rows: Sequence[Row], replies: Mapping[str, Kept], verdicts: Mapping[str, Mapping[str, Verdict]]
) -> RiskCoverage:
    """The curve of the answers given; rows of equal confidence go together.

    To answer what cannot be answered is wrong.
    """
    given: list[tuple[float, bool]] = []
    unscored = 0
    for row in rows:
        kept = replies.get(row.id)
        reply = kept.reply if kept else None
        if reply is None or reply.status != "answered":
            continue
        right = _is_right(row, verdicts.get(row.id, {}))
        if right is None or reply.confidence is None:
            unscored += 1
        else:
            given.append((reply.confidence, right))
    points = _points(sorted(given, key=lambda one: -one[0]), len(rows))
    area = sum(point.risk for point in points) / len(points) if points else None
    return RiskCoverage(tuple(points), area, len(rows), unscored)


def _points(given: Sequence[tuple[float, bool]], asked: int) -> list[Point]:
    found, wrong = [], 0
    for place, (confidence, right) in enumerate(given, 1):
        wrong += not right
        if place == len(given) or given[place][0] != confidence:
            found.append(Point(confidence, place / asked, wrong / place))
    return found


def _is_right(row: Row, verdicts: Mapping[str, Verdict]) -> bool | None:
    if "answered" not in row.statuses:
        return False
    verdict = verdicts.get(RIGHT)
    return None if verdict is None or verdict.value is None else verdict.value > 0
