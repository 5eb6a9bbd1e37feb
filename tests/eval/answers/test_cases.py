"""Known cases of answer measures: replies made by hand that are right or wrong, and what the measures must say.

`cases/<subject>.jsonl`, one case a line: `id`, `row`, `reply` (what is not said is as in `garden.py`), `expect`
(a value or a state for each measure that the case is about) and `why`: what is right or wrong about the reply.
"""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from eval.answers.catalogue import MEASURES
from eval.answers.reply import read_reply
from eval.answers.verdict import State, Verdict
from eval.suites.suite import read_row
from tests.eval.answers import garden

FOLDER = Path(__file__).parent / "cases"
BY_NAME = {measure.name: measure for measure in MEASURES}
ENOUGH = 60


@dataclass(frozen=True)
class Case:
    """One reply and what one measure must say of it."""

    subject: str
    measure: str
    expected: float | str
    record: dict[str, Any]

    def verdict(self) -> Verdict:
        """What the measure says."""
        row = read_row({"id": "row", "question": "?", "answerable": True} | self.record.get("row", {}))
        row = row if row.day else replace(row, as_of=garden.TODAY)
        given = self.record["reply"]
        reply = read_reply(garden.reply(given), given.get("latency_ms"))
        return BY_NAME[self.measure].judge(row, reply, garden.law())


def cases() -> list[Case]:
    found = []
    for path in sorted(FOLDER.glob("*.jsonl")):
        for line in filter(str.strip, path.read_text(encoding="utf-8").splitlines()):
            record = json.loads(line)
            found += [Case(path.stem, name, expected, record) for name, expected in record["expect"].items()]
    return found


CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.subject}-{case.record['id']}-{case.measure}")
def test_the_measure_says_what_is_known(case: Case) -> None:
    found = case.verdict()
    said = found.state.value if found.value is None else round(found.value, 3)
    assert said == case.expected, f"{case.record['why']}; the measure: {found.compared} | {found.why}"


@pytest.mark.parametrize("measure", [m.name for m in MEASURES if m.unit == "share"])
def test_every_measure_has_enough_cases_of_both_kinds(measure: str) -> None:
    own = [case for case in CASES if case.measure == measure]
    assert len({(case.subject, case.record["id"]) for case in own}) == len(own) >= ENOUGH, f"{len(own)} cases"
    assert sum(case.expected == 1.0 for case in own) >= ENOUGH / 6
    assert sum(isinstance(case.expected, float | int) and case.expected < 1 for case in own) >= ENOUGH / 6


def test_every_case_is_of_a_measure() -> None:
    assert {case.measure for case in CASES} <= set(BY_NAME)


def test_a_verdict_says_what_was_compared_or_why_not() -> None:
    for case in CASES:
        found = case.verdict()
        assert found.why if found.state is not State.SCORED else found.compared or found.why, case.record["id"]
