"""Benchmarks as BEIR folders (Thakur et al. 2021, arXiv:2104.08663): queries and their judgements."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from eval.retrieval.json_lines import BadBenchmark, rows_of
from eval.retrieval.judgements import Judgements, judgements_in, read_judgements


@dataclass(frozen=True, slots=True)
class Query:
    """A question, and what its benchmark says of it."""

    id: str
    text: str
    metadata: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Benchmark:
    """The queries of one file and the judgements of the folder."""

    folder: Path
    queries: tuple[Query, ...]
    judgements: Judgements

    @property
    def judged(self) -> list[Query]:
        """The queries that have judgements: those that are measured."""
        return [query for query in self.queries if query.id in self.judgements]


def open_benchmark(folder: Path, queries: Path | None = None, qrels: Path | None = None) -> Benchmark:
    """Read a benchmark. Without a file of queries they are the judged ids alone, which can be measured and not asked.

    Raise `BadBenchmark` for what is none.
    """
    if not folder.is_dir():
        raise BadBenchmark(
            f"Không có thư mục {folder}. Cần một thư mục BEIR: corpus.jsonl, queries.jsonl, qrels/*.tsv."
        )
    judgements = read_judgements(qrels) if qrels else judgements_in(folder / "qrels")
    file = queries or _query_file(folder)
    asked = read_queries(file) if file else tuple(Query(query, "") for query in judgements)
    found = Benchmark(folder, asked, judgements)
    if not found.judged:
        raise BadBenchmark(f"Không câu nào của {file} có đánh giá trong qrels: hãy xem mã câu hỏi hai bên.")
    return found


def read_queries(path: Path) -> tuple[Query, ...]:
    """The queries of a file; an id that comes twice is refused, since it would count twice."""
    found: dict[str, Query] = {}
    for row in rows_of(path, "text"):
        name, metadata = unicodedata.normalize("NFC", str(row["_id"])), row.get("metadata")
        if name in found:
            raise BadBenchmark(f"{path}: mã {name!r} có hai lần.")
        found[name] = Query(name, str(row["text"]), metadata if isinstance(metadata, dict) else {})
    if not found:
        raise BadBenchmark(f"{path}: không có câu hỏi nào.")
    return tuple(found.values())


def askable(queries: Iterable[Query]) -> tuple[Query, ...]:
    """The queries; raise `BadBenchmark` where one has no words to ask."""
    asked = tuple(queries)
    if empty := [query.id for query in asked if not query.text.strip()]:
        raise BadBenchmark(f"Không có lời của {len(empty)} câu ({', '.join(empty[:3])}): cần queries.jsonl để hỏi.")
    return asked


def _query_file(folder: Path) -> Path | None:
    paths = (folder / f"queries.jsonl{end}" for end in ("", ".gz"))
    return next((path for path in paths if path.is_file()), None)
