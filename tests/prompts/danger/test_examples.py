"""How much danger is told of what was never learnt from. Bounds: what was measured, less what chance may take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from corpus.folding import fold
from prompts.safety import Danger, assess
from tests.prompts.danger.halves import Example, afterwards, measuring_half

_HALF = measuring_half()
_AFTER = afterwards()
_CASES = [
    (_HALF, 0.95, 0.92, 0.06, "the second half, as written (measured 1.00, 1.00, .03)"),
    (_AFTER, 0.90, 0.78, 0.10, "written afterwards (.95, .84, .05)"),
]


def _unmarked(rows: Sequence[Example]) -> tuple[Example, ...]:
    return tuple(replace(row, text=fold(row.text)) for row in rows)


_CASES += [
    (_unmarked(_HALF), 0.95, 0.92, 0.08, "the second half, without any marks (1.00, 1.00, .04)"),
    (_unmarked(_AFTER), 0.90, 0.75, 0.12, "written afterwards, without any marks (.95, .82, .07)"),
]


def _share(rows: Sequence[Example], *levels: Danger) -> float:
    return sum(assess(row.text).level in levels for row in rows) / len(rows)


@pytest.mark.parametrize(("rows", "told", "now", "false", "what"), _CASES, ids=[case[-1] for case in _CASES])
def test_danger_is_told_and_calm_is_left_alone(
    rows: Sequence[Example], told: float, now: float, false: float, what: str
) -> None:
    danger = [row for row in rows if row.level != "none"]
    emergencies = [row for row in rows if row.level == "emergency"]
    calm = [row for row in rows if row.level == "none"]
    assert _share(danger, Danger.CONCERN, Danger.EMERGENCY) >= told, what
    assert _share(emergencies, Danger.EMERGENCY) >= now, what
    assert _share(calm, Danger.CONCERN, Danger.EMERGENCY) <= false, what


@pytest.mark.parametrize("writing", ["marks", "plain", "teencode", "dialect"])
def test_no_writing_is_left_behind(writing: str) -> None:
    rows = [row for row in (*_HALF, *_AFTER) if row.writing == writing and row.level != "none"]
    assert len(rows) > 10
    assert _share(rows, Danger.CONCERN, Danger.EMERGENCY) >= 0.9


def test_the_halves_are_parted() -> None:
    assert not {row.text for row in _HALF} & {row.text for row in _AFTER}
    assert {row.level for row in _HALF} == {"none", "concern", "emergency"}
