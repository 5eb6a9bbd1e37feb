"""Judgements (qrels): which documents answer a query, in BEIR's layout or TREC's."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from pathlib import Path

from eval.retrieval.json_lines import BadBenchmark, text_of

Judgements = Mapping[str, Mapping[str, int]]
"""Query id to document to gain; a gain above 0 is gold."""


def read_judgements(path: Path) -> dict[str, dict[str, int]]:
    """One file. BEIR: three columns between tabs, a heading or none; TREC: four between blanks, the second idle."""
    found: dict[str, dict[str, int]] = {}
    for number, line in text_of(path):
        cells = _cells(unicodedata.normalize("NFC", line.rstrip("\r\n")))
        if cells is not None:
            query, document, gain = cells
            found.setdefault(query, {})[document] = gain
        elif number > 1:
            raise BadBenchmark(
                f"{path}, dòng {number}: cần ba cột query-id, corpus-id, score cách nhau bằng tab (BEIR), "
                "hoặc bốn cột mã câu, 0, mã tài liệu, điểm (TREC); điểm là số nguyên."
            )
    if not found:
        raise BadBenchmark(f"{path}: không có đánh giá nào.")
    return found


def judgements_in(folder: Path) -> dict[str, dict[str, int]]:
    """All `qrels/*.tsv` of a benchmark together; where there are none, its files in TREC's layout."""
    beir = sorted(folder.glob("*.tsv"))
    files = beir or sorted(path for end in ("*.trec", "*.qrels", "*.txt", "*.qrel") for path in folder.glob(end))
    if not files:
        raise BadBenchmark(f"Không có tệp đánh giá {folder}/*.tsv (BEIR) hay {folder}/*.trec (TREC).")
    found: dict[str, dict[str, int]] = {}
    for path in files:
        for query, gains in read_judgements(path).items():
            found.setdefault(query, {}).update(gains)
    return found


def _cells(line: str) -> tuple[str, str, int] | None:
    columns = line.split("\t")
    if len(columns) != 3:
        columns = [cell for place, cell in enumerate(line.split()) if place != 1] if len(line.split()) == 4 else []
    if len(columns) != 3 or not columns[2].strip().removeprefix("-").isdecimal():
        return None
    return columns[0].strip(), columns[1].strip(), int(columns[2])
