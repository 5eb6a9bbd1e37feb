"""A judged run made of values, for what works on runs."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from eval.answers.law import Law, WrittenLaw
from eval.answers.measure import Measure
from eval.answers.reply import Reply
from eval.answers.verdict import Verdict, not_applicable, scored, unscored
from eval.runs.folder import RunFolder
from eval.runs.session import ask, judge
from eval.runs.system import Scripted
from eval.suites.suite import Row

Values = Mapping[str, Mapping[str, float | None]]
"""Measure to row to value; None is unscored, a row that is missing is not applicable."""


def judged(path: Path, values: Values, rows: Sequence[Row], units: Mapping[str, str] | None = None) -> RunFolder:
    """A run in which every measure says of every row what `values` has."""
    folder = RunFolder.begin(path, {"system": path.name, "today": "2026-11-25"}, rows)
    ask(folder, Scripted({row.id: {"status": "answered"} for row in rows}))
    judge(
        folder,
        WrittenLaw(),
        [_measure(name, given, (units or {}).get(name, "share")) for name, given in values.items()],
    )
    return folder


def _measure(name: str, given: Mapping[str, float | None], unit: str) -> Measure:
    def verdict(row: Row, reply: Reply, law: Law) -> Verdict:
        if row.id not in given:
            return not_applicable(name, "")
        value = given[row.id]
        return unscored(name, "", "no") if value is None else scored(name, value, "", f"saw {value}")

    return Measure(name, f"{name}.", verdict, unit)
