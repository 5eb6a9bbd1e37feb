"""Run files in TREC's layout: query, Q0, document, rank, score, tag."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TextIO

import numpy as np

from eval.retrieval.json_lines import BadBenchmark, text_of

Run = Mapping[str, Sequence[tuple[str, float]]]
"""Query id to (document, score), best first."""

_TAG = "hoiluat"
_STEP = 1e-6


def read_run(path: Path) -> dict[str, list[tuple[str, float]]]:
    """The rankings of a file in trec_eval's order: by score; equal scores by document id, the last first.

    Neither the column of ranks nor the order of the lines counts. Raise `BadBenchmark` for what is no run.
    """
    found: dict[str, dict[str, float]] = {}
    for number, line in text_of(path):
        query, document, score = _cells(path, number, line)
        if document in found.setdefault(query, {}):
            raise BadBenchmark(f"{path}, dòng {number}: tài liệu {document} có hai lần trong câu {query}.")
        found[query][document] = score
    if not found:
        raise BadBenchmark(f"{path}: không có dòng kết quả nào.")
    return {
        query: sorted(hits.items(), key=lambda hit: (hit[1], hit[0]), reverse=True) for query, hits in found.items()
    }


def write_run(run: Run, file: TextIO) -> None:
    """Write a run. Scores fall from line to line, in single precision too: every program reads the order meant."""
    for query, hits in run.items():
        above = math.inf
        for place, (document, score) in enumerate(hits, 1):
            if len(f"{query} {document}".split()) != 2:
                raise BadBenchmark(f"Mã {query!r}, {document!r}: dạng TREC không cho mã trống hoặc có khoảng trắng.")
            above = round(min(score, _below(above)), 6)
            file.write(f"{query} Q0 {document} {place} {above:.6f} {_TAG}\n")


def saved(path: Path, write: Callable[[TextIO], None]) -> None:
    """Write a file in one step: a run broken off leaves none that looks whole."""
    draft = path.with_name(path.name + ".partial")
    with draft.open("w", encoding="utf-8") as file:
        write(file)
    draft.replace(path)


def _cells(path: Path, number: int, line: str) -> tuple[str, str, float]:
    cells = unicodedata.normalize("NFC", line).split()
    if len(cells) != 6:
        raise BadBenchmark(
            f"{path}, dòng {number}: có {len(cells)} cột, cần sáu: mã câu, Q0, mã tài liệu, hạng, điểm, tên "
            "(mã không có khoảng trắng)."
        )
    try:
        score = float(cells[4])
    except ValueError:
        score = math.nan
    if not math.isfinite(score):
        raise BadBenchmark(f"{path}, dòng {number}: điểm {cells[4]!r} không phải là một số.")
    return cells[0], cells[2], score


def _below(score: float) -> float:
    """A little less: a millionth, or what single precision still tells apart."""
    return score - max(_STEP, 2 * float(np.spacing(np.float32(abs(score))))) if math.isfinite(score) else score
