"""From a run to its scores: fold duplicates, measure each query, sum up over all queries and over each slice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TextIO

from eval.retrieval.articles import names_parts
from eval.retrieval.beir import Benchmark
from eval.retrieval.duplicates import Duplicates, folded
from eval.retrieval.json_lines import BadBenchmark
from eval.retrieval.measures import Values, per_query
from eval.retrieval.run_file import Run
from eval.retrieval.slices import tags_of
from eval.statistics import ALL, SMALL, Score, summed_up

Slices = Mapping[str, Mapping[str, Score]]
"""Slice to measure to score; the slice `all` holds every judged query."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A run measured over the judged queries of a benchmark."""

    values: Values
    tags: Mapping[str, Sequence[str]]
    unknown: tuple[str, ...]
    """Queries of the run that are not among the judged ones: they are not measured."""
    without_results: tuple[str, ...]
    """Judged queries that the run does not answer: they count as 0."""
    names_parts: bool
    """Whether the run names clauses of gold articles, which count as wrong unless it is taken by article."""

    def slices(self) -> Slices:
        """The scores, all queries first."""
        groups: dict[str, list[str]] = defaultdict(list)
        for query, tags in self.tags.items():
            for tag in (ALL, *tags):
                groups[tag].append(query)
        return {
            tag: {name: summed_up([given[query] for query in groups[tag]]) for name, given in self.values.items()}
            for tag in sorted(groups, key=lambda tag: (tag != ALL, tag))
        }


def measured(benchmark: Benchmark, run: Run, duplicates: Duplicates) -> Measured:
    """Measure a run; raise `BadBenchmark` where none of its queries is judged."""
    judged = benchmark.judged
    ids = [query.id for query in judged]
    known = set(ids)
    if known.isdisjoint(run):
        raise BadBenchmark(
            f"Không câu nào của kết quả có đánh giá: kết quả có {next(iter(run), 'không câu nào')}, "
            f"đánh giá có {ids[0]}. Hãy xem mã câu hỏi hai bên."
        )
    return Measured(
        per_query(folded(run, benchmark.judgements, duplicates), benchmark.judgements, ids),
        tags_of(judged, benchmark.judgements),
        tuple(query for query in run if query not in known),
        tuple(query for query in ids if not run.get(query)),
        names_parts(run, benchmark.judgements),
    )


def as_record(slices: Slices) -> dict[str, Any]:
    """The scores as plain JSON values; `small` marks slices that nothing should be read from."""
    return {
        tag: {
            name: {"mean": round(score.mean, 4), "low": round(score.low, 4), "high": round(score.high, 4)}
            for name, score in measures.items()
        }
        | {"queries": queries_of(measures), "small": queries_of(measures) < SMALL}
        for tag, measures in slices.items()
    }


def queries_of(measures: Mapping[str, Score]) -> int:
    """How many queries the scores of a slice are of."""
    return next(iter(measures.values())).queries


def write_values(values: Values, file: TextIO) -> None:
    """Write every query's measures in columns between tabs, under a heading."""
    file.write("\t".join(["query-id", *values]) + "\n")
    for query in next(iter(values.values())):
        file.write("\t".join([query, *(f"{given[query]:.6f}" for given in values.values())]) + "\n")
