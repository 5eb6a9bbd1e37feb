"""Two runs over the same rows, question by question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from eval.answers.verdict import Verdict
from eval.comparison import Comparison, Pairs, compared
from eval.runs.folder import NotARun, RunFolder
from eval.statistics import ALL
from eval.suites.suite import Row
from retriever.spelling import AS_WRITTEN

Verdicts = Mapping[str, Mapping[str, Verdict]]
"""Row id to measure to verdict."""


def compare(first: RunFolder, second: RunFolder) -> Comparison:
    """Compare two judged runs; raise `NotARun` where they have no row in common."""
    shared = shared_rows(first, second)
    if not shared:
        raise NotARun(
            f"{first.path} và {second.path} không có câu hỏi nào chung, nên không so sánh được. "
            "Hãy chạy lại cả hai trên cùng một bộ câu hỏi."
        )
    apart = len({row.id for run in (first, second) for row in run.rows()}) - len(shared)
    measures = compared(pairs_of(first, second, shared), {row.id: row.tags for row in shared})
    return Comparison(first.path.name, second.path.name, len(shared), apart, measures)


def shared_rows(first: RunFolder, second: RunFolder) -> list[Row]:
    """The rows that both runs asked. Runs in two spellings have other words by design: there the rest must be equal."""
    spellings = {run.config().get("spelling", AS_WRITTEN) for run in (first, second)}

    def key(row: Row) -> Row:
        return replace(row, question="") if len(spellings) > 1 else row

    rows = {row.id: key(row) for row in first.rows()}
    return [row for row in second.rows() if rows.get(row.id) == key(row)]


def pairs_of(first: RunFolder, second: RunFolder, rows: Sequence[Row]) -> dict[str, Pairs]:
    """Measure to what both runs scored of these rows."""
    before, after = first.verdicts(), second.verdicts()
    units = _units(first) | _units(second)
    return {name: _pairs(name, unit, rows, before, after) for name, unit in units.items()}


def _pairs(name: str, unit: str, rows: Sequence[Row], before: Verdicts, after: Verdicts) -> Pairs:
    ones, others = _scored(name, rows, before), _scored(name, rows, after)
    both = [row.id for row in rows if row.id in ones and row.id in others]
    return Pairs(
        {row: (ones[row][0], others[row][0]) for row in both},
        unit,
        {row: (ones[row][1], others[row][1]) for row in both},
        len(ones) - len(both),
        len(others) - len(both),
    )


def _scored(name: str, rows: Sequence[Row], verdicts: Verdicts) -> dict[str, tuple[float, str]]:
    """Row id to value and reason, of the rows that the measure scored."""
    found = {row.id: verdicts[row.id].get(name) for row in rows}
    return {row: (one.value, one.why) for row, one in found.items() if one is not None and one.value is not None}


def _units(run: RunFolder) -> dict[str, str]:
    return {name: str(summary["unit"]) for name, summary in run.scores()["slices"][ALL].items()}
