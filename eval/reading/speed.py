"""How reading a folder divides its time: `python -m eval.reading.speed $FOLDER [--limit 200]`.

Ratios of one run, for a machine that others use too: parsing to extraction (processor time of one process), a
second ingest to the first (wall time, no index), and how many cores the first one kept busy.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from api.intake import Intake
from api.ledger import Ledger
from corpus.library import open_library
from ingest.extract import join
from ingest.folder_source import FolderSource
from ingest.reading import checked, declared, extract_file
from ingest.refusal import Refusal
from ingest.source import READER, SourceDocument


@dataclass(frozen=True, slots=True)
class Shares:
    """Processor seconds of extraction and of all that follows it, over the documents that could be read."""

    documents: int
    extraction: float
    parsing: float

    @property
    def ratio(self) -> float:
        """Parsing to extraction."""
        return self.parsing / self.extraction if self.extraction else 0.0


def shares(documents: Sequence[SourceDocument]) -> Shares:
    """Read each document in this process and part the time."""
    count, extraction, parsing = 0, 0.0, 0.0
    for document in documents:
        try:
            begun = time.process_time()
            extract = join(extract_file(path) for path in document.paths)
            extracted = time.process_time()
            checked(extract, document.paths, declared(document.paths, extract))
        except Refusal:
            continue
        count += 1
        extraction += extracted - begun
        parsing += time.process_time() - extracted
    return Shares(count, extraction, parsing)


def ingested(documents: Sequence[SourceDocument], home: Path) -> tuple[float, float]:
    """Wall and processor seconds (readers included) of taking the documents into the corpus at `home`."""
    intake = Intake(open_library(home / "corpus.sqlite"), Ledger(home / "taken.sqlite", READER))
    before, begun = os.times(), time.perf_counter()
    for _ in intake.take(documents, lambda done, total, name: None):
        pass
    wall, after = time.perf_counter() - begun, os.times()
    return wall, sum(after[:4]) - sum(before[:4])


def main() -> int:
    """Print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=200, help="at most so many documents")
    args = parser.parse_args()
    documents = list(FolderSource([args.folder]).documents())[: args.limit]
    parted = shares(documents)
    with tempfile.TemporaryDirectory() as home:
        first, work = ingested(documents, Path(home))
        second, _ = ingested(documents, Path(home))
    sys.stdout.write(
        f"{parted.documents} of {len(documents)} documents read\n"
        f"parsing / extraction: {parted.ratio:.2f}\n"
        f"cores kept busy: {work / first:.2f} of {os.cpu_count()}\n"
        f"second ingest / first: {second / first:.4f}\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
