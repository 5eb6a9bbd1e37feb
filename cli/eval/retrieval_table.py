"""Scores of a ranking as a table on the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from eval.retrieval.scoring import Measured, queries_of
from eval.statistics import ALL, SMALL

_SHOWN = 5
_FACTS = {
    "run": "kết quả",
    "corpus": "corpus",
    "model": "mô hình",
    "channel": "kênh",
    "spelling": "kiểu viết",
    "ms_p50": "ms một câu",
    "ms_p95": "ms (95 % số câu)",
    "gold_with_duplicates": "điều đúng có bản trùng lời",
}


def fact_line(facts: Mapping[str, object]) -> str:
    """What was measured, and how it was made."""
    return ", ".join(f"{_FACTS[name]} {value}" for name, value in facts.items())


def score_lines(found: Measured, slices: bool) -> Iterator[str]:
    """Every measure over all queries, and over each slice when wanted."""
    for name, measures in found.slices().items():
        if name != ALL and not slices:
            continue
        queries = queries_of(measures)
        yield f"\n{'tất cả' if name == ALL else name} ({queries} câu{', ít câu' if queries < SMALL else ''})"
        for measure, score in measures.items():
            yield f"  {measure:10} {score.mean:.3f}   [{score.low:.3f}, {score.high:.3f}]"


def warnings(found: Measured) -> Iterator[str]:
    """What of the run and of the benchmark did not meet."""
    if found.unknown:
        yield f"{len(found.unknown)} câu không có đánh giá nên không được chấm: {_some(found.unknown)}"
    if found.without_results:
        missing = found.without_results
        yield f"{len(missing)} câu có đánh giá mà không có kết quả, tính 0 điểm: {_some(missing)}"
    if found.names_parts:
        yield "Kết quả nêu khoản, điểm của điều đúng, đang bị tính là sai: hãy thêm --by-article để tính theo điều."


def _some(ids: Sequence[str]) -> str:
    return ", ".join(ids[:_SHOWN]) + (", …" if len(ids) > _SHOWN else "")
