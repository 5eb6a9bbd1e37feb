"""Benchmarks as BEIR folders (Thakur et al. 2021, arXiv:2104.08663): corpus, queries and judgements."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from retriever.unit import Unit

_CLAUSE = re.compile(r"\n(?=\d{1,3}[a-zđ]?\. )")


class BadBenchmark(Exception):
    """A folder that is no benchmark; the message (Vietnamese) names the file and what it should be."""


@dataclass(frozen=True, slots=True)
class Query:
    """A question; `group` is its source, where the benchmark says one."""

    id: str
    text: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Benchmark:
    """Judgements map a query id to the gains of documents."""

    folder: Path
    corpus: Path
    queries: tuple[Query, ...]
    judgements: dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class BeirUnits:
    """A benchmark's corpus as the index takes it in: each numbered clause of a text is a unit of its article."""

    corpus: Path
    _rows: dict[str, list[Unit]] = field(default_factory=dict)

    def version(self) -> str:
        """The hash of the corpus file."""
        with self.corpus.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def documents(self) -> list[str]:
        """What stands before `#` in the ids of the corpus."""
        if not self._rows:
            for row in _lines(self.corpus):
                units = _units(str(row["_id"]), str(row.get("title") or ""), str(row.get("text") or ""))
                self._rows.setdefault(units[0].document, []).extend(units)
        return list(self._rows)

    def units(self, document: str) -> list[Unit]:
        """The units of a document."""
        return self._rows[document]


def open_benchmark(folder: Path, queries: Path | None = None, corpus: str | None = None) -> Benchmark:
    """Read a benchmark; `corpus` chooses where a folder holds several. Raise `BadBenchmark` for what is none."""
    if not folder.is_dir():
        raise BadBenchmark(
            f"Không có thư mục {folder}. Cần một thư mục BEIR: corpus.jsonl, queries.jsonl, qrels/*.tsv."
        )
    asked = queries or folder / "queries.jsonl"
    return Benchmark(
        folder,
        _corpus(folder, corpus),
        tuple(Query(str(row["_id"]), str(row["text"]), _group(row)) for row in _lines(asked)),
        _judgements(folder / "qrels"),
    )


def _corpus(folder: Path, name: str | None) -> Path:
    stems = [f"corpus.{name}"] if name else ["corpus"]
    exact = [folder / f"{stem}.jsonl{end}" for stem in stems for end in ("", ".gz")]
    found = [path for path in exact if path.is_file()] or (sorted(folder.glob("corpus*.jsonl*")) if not name else [])
    if len(found) == 1:
        return found[0]
    said = ", ".join(path.name for path in sorted(folder.glob("corpus*.jsonl*"))) or "không có tệp nào"
    raise BadBenchmark(
        f"Trong {folder} cần đúng một corpus.jsonl hoặc corpus.jsonl.gz (thấy: {said}). Chọn bằng --corpus TÊN."
    )


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    if not path.is_file():
        raise BadBenchmark(f"Không có tệp {path}.")
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                yield _row(path, number, line)


def _row(path: Path, number: int, line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
        _ = row["_id"]
    except (ValueError, KeyError, TypeError) as error:
        raise BadBenchmark(f"{path}, dòng {number}: cần một đối tượng JSON có _id ({error}).") from error
    found: dict[str, Any] = row
    return found


def _judgements(folder: Path) -> dict[str, dict[str, int]]:
    files = sorted(folder.glob("*.tsv"))
    if not files:
        raise BadBenchmark(f"Không có tệp đánh giá {folder}/*.tsv.")
    found: dict[str, dict[str, int]] = {}
    for path in files:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            cells = line.split("\t")
            if len(cells) == 3 and cells[2].lstrip("-").isdigit():
                found.setdefault(cells[0], {})[cells[1]] = int(cells[2])
            elif number > 1 and line.strip():
                raise BadBenchmark(f"{path}, dòng {number}: cần ba cột query-id, corpus-id, score cách nhau bằng tab.")
    return found


def _group(row: dict[str, Any]) -> str:
    metadata = row.get("metadata")
    return str(metadata.get("source") or "") if isinstance(metadata, dict) else ""


def _units(name: str, title: str, text: str) -> list[Unit]:
    document = name.partition("#")[0]
    clauses = _CLAUSE.split(text)
    if len(clauses) == 1:
        return [Unit(name, name, document, title, text)]
    return [Unit(f"{name}__{place}", name, document, title, clause) for place, clause in enumerate(clauses, 1)]
