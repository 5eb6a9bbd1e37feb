"""Does a suite's gold stand in the law: `python -m eval.suites.check SUITE…`, against the corpus of `HOILUAT_HOME`.

Every place of `gold`, `gold_alt` and `correction` must be held and be law on the day of the row (a row without a day is
about today); every place of `gold_not` must be held; each of `facts` must stand in the words of a right place.
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus.day import today
from corpus.reference import ProvisionRef
from eval.answers.law import Law
from eval.suites.suite import Row, open_suite

_LAW = frozenset({"in_force", "partly_expired", "unknown"})


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something about a row that the law does not bear out."""

    row: str
    what: str


def doubts(rows: Iterable[Row], law: Law, now: date) -> Iterator[Doubt]:
    """Everything that does not stand, in the order of the rows."""
    for row in rows:
        day = row.day or now
        for ref in row.accepted + row.correction:
            yield from _of_place(row, ref, law, day)
        for ref in row.gold_not:
            if law.provision(ref, day) is None:
                yield Doubt(row.id, f"gold_not {ref} is not held")
        yield from _of_facts(row, law, day)


def _of_place(row: Row, ref: ProvisionRef, law: Law, day: date) -> Iterator[Doubt]:
    held = law.provision(ref, day)
    if held is None:
        yield Doubt(row.id, f"{ref} is not held")
    elif held.status not in _LAW:
        yield Doubt(row.id, f"{ref} is {held.status} on {day}")


def _of_facts(row: Row, law: Law, day: date) -> Iterator[Doubt]:
    right = row.accepted + row.correction
    held = [law.provision(ref, day) for ref in right]
    words = _plain("\n".join(one.text for one in held if one))
    for fact in row.facts:
        if _plain(fact) not in words:
            yield Doubt(row.id, f"“{fact}” does not stand in {', '.join(map(str, right))}")


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).casefold()


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the suites and print every doubt; 1 where there is one."""
    from api.house import open_house
    from eval.answers.corpus_law import CorpusLaw

    parser = argparse.ArgumentParser(prog="python -m eval.suites.check", description=__doc__.partition("\n\n")[0])
    parser.add_argument("suites", nargs="+", type=Path)
    args = parser.parse_args(arguments)
    law = CorpusLaw(open_house().corpus)
    rows = [row for path in args.suites for row in open_suite(path)]
    found = list(doubts(rows, law, today()))
    for doubt in found:
        sys.stdout.write(f"{doubt.row}: {doubt.what}\n")
    sys.stdout.write(f"{len(rows)} rows, {len({doubt.row for doubt in found})} with doubts\n")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
