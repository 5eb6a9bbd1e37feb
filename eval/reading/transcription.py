"""How exactly letters are read: `python -m eval.reading.transcription $LAWS [--under hard/scan] [--json]`.

Scans, old encodings, old Word files: every row of `$LAWS/manifest.jsonl` with `truth_text`, the file of what stands on
the paper. Accuracy is 1 - edit distance / length of the truth, after NFC and with runs of white space (and of the
strokes `|` of a table) as one space. A refused file counts as 0. Where the row says that the truth covers the first
page, only that page is compared.

Two more figures tell why a file is not right. *Shared*: the accuracy over the stretch that both texts have
(`overlap.py`), for a truth typed from another edition with another heading; its letters are told beside it, so that
one sees how much was left out. *Words*: the share of the truth's words that were read at all, in whatever order: where
it is high and the accuracy low, the letters are right and the columns stand in another order.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus.document import Revision
from eval.reading.letters import accuracy, flat
from eval.reading.manifest import Row, files_of, rows
from eval.reading.overlap import shared_stretch, words_found
from ingest.reading import read
from ingest.refusal import Refusal

_FIRST_PAGE = "first_page_only"


@dataclass(frozen=True, slots=True)
class Transcript:
    """How one file was read."""

    path: str
    format: str
    difficulty: tuple[str, ...]
    accuracy: float
    refused: str = ""
    letters: int = 0
    """How many the truth has: what `accuracy` is a share of."""
    shared: float = 0.0
    shared_letters: int = 0
    """The accuracy over the stretch that both texts have, and how many letters of the truth that is."""
    words: float = 0.0
    """The share of the truth's words that were read, in whatever order."""


@dataclass(slots=True)
class Measurement:
    """What came of a run over a manifest."""

    transcripts: list[Transcript] = field(default_factory=list)
    seconds: float = 0.0

    def groups(self) -> dict[str, list[Transcript]]:
        """The transcripts by format, by difficulty, and all."""
        found: defaultdict[str, list[Transcript]] = defaultdict(list)
        for transcript in self.transcripts:
            for name in (transcript.format, *transcript.difficulty, "all"):
                found[name].append(transcript)
        return dict(found)

    def as_json(self) -> dict[str, Any]:
        """The figures as JSON."""
        files = [
            {
                "path": t.path,
                "accuracy": round(t.accuracy, 5),
                "letters": t.letters,
                "shared": round(t.shared, 5),
                "shared_letters": t.shared_letters,
                "words": round(t.words, 5),
                **({"refused": t.refused} if t.refused else {}),
            }
            for t in self.transcripts
        ]
        groups = {name: round(mean(group), 5) for name, group in self.groups().items()}
        return {"files": files, "groups": groups, "seconds": round(self.seconds, 2)}


def measure(laws: Path, under: str = "") -> Measurement:
    """Read every row that has a truth and whose path begins with `under`, and compare."""
    result = Measurement()
    for row in rows(laws, under):
        if row.get("truth_text"):
            started = time.perf_counter()
            result.transcripts.append(_transcript(laws, row))
            result.seconds += time.perf_counter() - started
    return result


def mean(group: list[Transcript], figure: str = "accuracy") -> float:
    """The mean of a figure over files (`accuracy`, `shared`, `words`); 1 of none."""
    return sum(getattr(t, figure) for t in group) / len(group) if group else 1.0


def _transcript(laws: Path, row: Row) -> Transcript:
    about = (row["path"], row["format"], tuple(row["difficulty"]))
    try:
        revision = read(files_of(laws, row))
    except Refusal as refusal:
        return Transcript(*about, 0.0, refusal.reason, len(flat(_truth(laws, row))))
    return compared(about, _covered(revision, row), _truth(laws, row))


def compared(about: tuple[str, str, tuple[str, ...]], read_text: str, truth: str) -> Transcript:
    """What a text that was read is against its truth; `about`: path, format, difficulty."""
    found, wanted = flat(read_text), flat(truth)
    ours, theirs = shared_stretch(found, wanted)
    return Transcript(
        *about,
        accuracy(found, wanted),
        letters=len(wanted),
        shared=accuracy(ours, theirs),
        shared_letters=len(theirs),
        words=words_found(found, wanted),
    )


def _truth(laws: Path, row: Row) -> str:
    truth: str = row["truth_text"]
    return (laws / truth).read_text(encoding="utf-8")


def _covered(revision: Revision, row: Row) -> str:
    """The text that the truth covers."""
    is_cut = _FIRST_PAGE in row["difficulty"] and len(revision.pages) > 1
    return revision.text[: revision.pages[1]] if is_cut else revision.text


def report(result: Measurement) -> Iterator[str]:
    """Every file, then the groups, then what was refused."""
    yield "| file | accuracy | of letters | shared | of letters | words |"
    yield "|---|---|---|---|---|---|"
    for t in result.transcripts:
        figures = f"{t.shared:.2%} | {t.shared_letters} | {t.words:.2%}"
        yield f"| {t.path} | {'refused' if t.refused else f'{t.accuracy:.2%}'} | {t.letters} | {figures} |"
    yield "\n| group | files | refused | mean accuracy | mean shared | mean words |"
    yield "|---|---|---|---|---|---|"
    for name, group in result.groups().items():
        means = " | ".join(f"{mean(group, figure):.2%}" for figure in ("accuracy", "shared", "words"))
        yield f"| {name} | {len(group)} | {sum(bool(t.refused) for t in group)} | {means} |"
    yield f"\n{len(result.transcripts)} documents, {result.seconds:.1f} s"
    for transcript in result.transcripts:
        if transcript.refused:
            yield f"refused {transcript.path}: {transcript.refused}"


def main() -> int:
    """Print the figures; exit 1 when there is nothing to measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("laws", type=Path)
    parser.add_argument("--under", default="", help="only rows whose path begins so: hard/scan")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    result = measure(args.laws, args.under)
    lines = [json.dumps(result.as_json(), ensure_ascii=False)] if args.json else report(result)
    sys.stdout.writelines(line + "\n" for line in lines)
    return 0 if result.transcripts else 1


if __name__ == "__main__":
    sys.exit(main())
