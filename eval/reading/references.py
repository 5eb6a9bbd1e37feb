"""How rightly references in law are resolved: `python -m eval.reading.references $LAWS LABELS [--details]`.

`LABELS` is a JSON-lines file of stretches of stored text (`stretch`) and of the references in them, read by hand:
`path` below `$LAWS`, `file_sha256`, `text_sha256`, `start`, `end` and `ref` (null where the text leaves it open).
Every reference of a stretch is labelled, so that both what is found wrongly and what is missed can be counted.
Labels whose file or stored text is another one today are told as out of date, file by file, never compared.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpus.document import Revision
from corpus.span import Span
from eval.reading.labels import Labelled, Stale, labelled_files, parts_of
from eval.reading.manifest import Row
from ingest.mentions import Mention, find_mentions


@dataclass(frozen=True, slots=True)
class Miss:
    """A reference that is not as the label says: found wrongly, or not found."""

    path: str
    words: str
    found: str
    label: str


@dataclass(slots=True)
class Measurement:
    """Counts over the labels that could be used."""

    labels: int = 0
    used: int = 0
    stretches: int = 0
    documents: int = 0
    resolved: int = 0
    """References of the labelled stretches for which a provision or document was given."""
    right: int = 0
    same_span: int = 0
    known: int = 0
    """Labels that have a reference."""
    open_labels: int = 0
    open_right: int = 0
    misses: list[Miss] = field(default_factory=list)
    stale: list[Stale] = field(default_factory=list)
    """Files whose labels could not be used, each with the reason."""
    reading: float = 0.0
    finding: float = 0.0

    @property
    def precision(self) -> float:
        """Of the references given, how many are those of the labels."""
        return self.right / self.resolved if self.resolved else 0.0

    @property
    def recall(self) -> float:
        """Of the labels with a reference, how many were found with it."""
        return self.right / self.known if self.known else 0.0


def measure(laws: Path, labels: Path) -> Measurement:
    """Compare what is found with all labels."""
    files, parts = labelled_files(labels), parts_of(laws)
    result = Measurement(labels=sum(len(file.references) for file in files))
    for file in files:
        _measure_file(result, laws, parts, file)
    return result


def _measure_file(result: Measurement, laws: Path, parts: dict[str, list[Path]], file: Labelled) -> None:
    started = time.perf_counter()
    revision = file.revision(laws, parts)
    result.reading += time.perf_counter() - started
    if isinstance(revision, Stale):
        result.stale.append(revision)
        return
    started = time.perf_counter()
    mentions = find_mentions(revision)
    result.finding += time.perf_counter() - started
    result.documents += 1
    result.used += len(file.references)
    for place, labels in file.stretches:
        result.stretches += 1
        _compare(result, revision, labels, [m for m in mentions if place.contains(m.span)], file.path)


def _compare(result: Measurement, revision: Revision, labels: list[Row], found: list[Mention], path: str) -> None:
    left = list(labels)
    for mention in found:
        label = _label_for(mention, left)
        if label is not None:
            left.remove(label)
        if mention.ref is None:
            result.open_right += label is not None and label["ref"] is None
            _miss(result, revision, mention.span, mention, label, path)
            continue
        result.resolved += 1
        is_right = label is not None and label["ref"] == str(mention.ref)
        result.right += is_right
        result.same_span += is_right and label is not None and mention.span == Span(label["start"], label["end"])
        if not is_right:
            _miss(result, revision, mention.span, mention, label, path)
    result.known += sum(row["ref"] is not None for row in labels)
    result.open_labels += sum(row["ref"] is None for row in labels)
    for label in left:
        _miss(result, revision, Span(label["start"], label["end"]), None, label, path)


def _label_for(mention: Mention, labels: list[Row]) -> Row | None:
    """The label at the same words; of several the one with the same reference."""
    near = [row for row in labels if row["start"] < mention.span.end and mention.span.start < row["end"]]
    return next((row for row in near if row["ref"] == str(mention.ref)), near[0] if near else None)


def _miss(
    result: Measurement, revision: Revision, span: Span, mention: Mention | None, label: Row | None, path: str
) -> None:
    found = "nothing" if mention is None else str(mention.ref) if mention.ref else f"open ({mention.why})"
    told = "no reference" if label is None else str(label["ref"] or "open")
    if not (told == "open" and found.startswith("open")):
        result.misses.append(Miss(path, span.slice(revision.text)[:80], found, told))


def report(result: Measurement, details: bool) -> Iterator[str]:
    """The figures and, on request, every difference."""
    yield (
        f"{result.used} of {result.labels} labels used ({result.labels - result.used} out of date), "
        f"{result.stretches} stretches of {result.documents} documents"
    )
    if result.stale:
        yield "the figures below are of the labels used alone; put the others at their words in today's text:"
        yield from map(str, result.stale)
    yield f"precision {result.right}/{result.resolved} = {result.precision:.3f}"
    yield f"recall {result.right}/{result.known} = {result.recall:.3f}"
    yield f"of the right ones {result.same_span} have the very span of the label"
    yield f"left open by the text: {result.open_labels}, of them found and left open: {result.open_right}"
    if result.reading:
        yield f"finding takes {result.finding / result.reading:.2f} of the time of reading the files"
    for miss in result.misses if details else ():
        yield f"{miss.path}: “{miss.words}”: {miss.found} instead of {miss.label}"


def main() -> int:
    """Print the figures; exit 1 when precision is below .97."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("laws", type=Path)
    parser.add_argument("labels", type=Path)
    parser.add_argument("--details", action="store_true", help="list every difference")
    args = parser.parse_args()
    result = measure(args.laws, args.labels)
    sys.stdout.writelines(line + "\n" for line in report(result, args.details))
    return 0 if result.precision >= 0.97 else 1


if __name__ == "__main__":
    sys.exit(main())
