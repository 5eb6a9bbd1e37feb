"""Scores as a table on the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from eval.statistics import ALL


def table(scores: Mapping[str, Any], slices: bool = False) -> Iterator[str]:
    """The lines of the table: every measure over all rows, and over each slice when wanted."""
    yield f"{scores['rows']} câu, {scores['errors']} lỗi"
    for name, measures in scores["slices"].items():
        if name != ALL and not slices:
            continue
        yield "" if name == ALL else f"\n[{name}]"
        yield from (_line(measure, summary) for measure, summary in measures.items())
    curve = scores["risk_coverage"]
    if curve["area"] is not None:
        yield f"\nđường rủi ro theo độ phủ: diện tích {curve['area']:.3f} (càng nhỏ càng tốt)"


def _line(measure: str, summary: Mapping[str, Any]) -> str:
    rest = f"chấm {summary['scored']}, không áp dụng {summary['not_applicable']}, không chấm được {summary['unscored']}"
    if summary["mean"] is None:
        return f"{measure:22} {'–':>8}  {rest}"
    digits = 3 if summary["unit"] == "share" else 0
    mean, low, high = (f"{summary[name]:.{digits}f}" for name in ("mean", "low", "high"))
    unit = "" if summary["unit"] == "share" else f" {summary['unit']}"
    return f"{measure:22} {mean:>8} [{low}, {high}]{unit}  {rest}{'  (ít câu)' if summary['small'] else ''}"
