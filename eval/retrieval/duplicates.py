"""Articles of the same text: one that is listed beside a gold article counts as that gold article."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from eval.retrieval.json_lines import BadBenchmark, text_of
from eval.retrieval.judgements import Judgements
from eval.retrieval.run_file import Run

Duplicates = Mapping[str, frozenset[str]]
"""A document to those that say the same."""

NAME = "duplicates.tsv"


def read_duplicates(path: Path) -> Duplicates:
    """The pairs of a file: two documents a line between tabs; further columns are remarks, a heading pairs nothing."""
    found: dict[str, set[str]] = {}
    for number, line in text_of(path):
        cells = [cell.strip() for cell in unicodedata.normalize("NFC", line).split("\t")]
        if len(cells) < 2 or not cells[0] or not cells[1]:
            raise BadBenchmark(f"{path}, dòng {number}: cần hai mã tài liệu cách nhau bằng tab.")
        found.setdefault(cells[0], set()).add(cells[1])
        found.setdefault(cells[1], set()).add(cells[0])
    return {document: frozenset(others - {document}) for document, others in found.items()}


def duplicates_of(folder: Path, file: Path | None = None) -> Duplicates:
    """Those of a file, else of the `duplicates.tsv` of a folder, else none."""
    file = file or (folder / NAME if (folder / NAME).is_file() else None)
    return read_duplicates(file) if file else {}


def gold_with(duplicates: Duplicates, judgements: Judgements) -> int:
    """How many gold documents have duplicates: whether they can make a difference at all."""
    gold = {document for gains in judgements.values() for document, gain in gains.items() if gain > 0}
    return len(gold & duplicates.keys())


def folded(run: Run, judgements: Judgements, duplicates: Duplicates) -> Run:
    """The run with every duplicate of a gold document in that document's name.

    Only the first hit of a gold document counts, by whatever name; later ones are skipped and take no place.
    """
    if not duplicates:
        return run
    return {query: list(_folded(hits, judgements.get(query, {}), duplicates)) for query, hits in run.items()}


def _folded(
    hits: Sequence[tuple[str, float]], gains: Mapping[str, int], duplicates: Duplicates
) -> Iterator[tuple[str, float]]:
    gold = sorted((document for document, gain in gains.items() if gain > 0), key=lambda one: (-gains[one], one))
    taken: set[str] = set()
    for document, score in hits:
        beside = duplicates.get(document, frozenset())
        names = [document] * (document in gold) + [one for one in gold if one in beside]
        free = [name for name in names if name not in taken]
        if names and not free:
            continue
        name = free[0] if free else document
        taken.add(name)
        yield name, score
