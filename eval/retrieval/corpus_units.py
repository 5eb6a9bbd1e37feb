"""The corpus of a benchmark as the index takes it in."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

from eval.retrieval.json_lines import BadBenchmark, rows_of
from retriever.unit import Unit

_CLAUSE = re.compile(r"\n(?=\d{1,3}[a-zđ]?\. )")


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
            for row in rows_of(self.corpus):
                units = _units(str(row["_id"]), str(row.get("title") or ""), str(row.get("text") or ""))
                self._rows.setdefault(units[0].document, []).extend(units)
        return list(self._rows)

    def units(self, document: str) -> list[Unit]:
        """The units of a document."""
        return self._rows[document]


def corpus_file(folder: Path, name: str | None = None) -> Path:
    """The corpus of a folder; `name` chooses where it holds several. Raise `BadBenchmark` unless it is one."""
    stem = f"corpus.{name}" if name else "corpus"
    exact = [folder / f"{stem}.jsonl{end}" for end in ("", ".gz")]
    found = [path for path in exact if path.is_file()] or (sorted(folder.glob("corpus*.jsonl*")) if not name else [])
    if len(found) == 1:
        return found[0]
    said = ", ".join(path.name for path in sorted(folder.glob("corpus*.jsonl*"))) or "không có tệp nào"
    raise BadBenchmark(
        f"Trong {folder} cần đúng một corpus.jsonl hoặc corpus.jsonl.gz (thấy: {said}). Chọn bằng --corpus TÊN."
    )


def _units(name: str, title: str, text: str) -> list[Unit]:
    document = name.partition("#")[0]
    clauses = _CLAUSE.split(text)
    if len(clauses) == 1:
        return [Unit(name, name, document, title, text)]
    return [Unit(f"{name}__{place}", name, document, title, clause) for place, clause in enumerate(clauses, 1)]
