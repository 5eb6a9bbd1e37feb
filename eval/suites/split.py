"""Parts a set of suites into train, dev and test by provision: `python -m eval.suites.split DRAFTS… --out eval/suites`.

Each draft `NAME.jsonl` becomes `NAME/train.jsonl`, `NAME/dev.jsonl` and `NAME/test.jsonl`. Questions whose gold
shares an article, over all drafts together, lie in one part; so do the phrasings of one question (ids `family-001.lay`
and `family-001.phone`). Which part is told by a hash of the articles, so that a second run parts the same way.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from eval.suites.suite import Row, open_suite

PARTS = {"train": 50, "dev": 20, "test": 30}
"""Each part and its share of the articles, in percent."""


def parted(rows: Iterable[Row]) -> dict[str, str]:
    """Row id to its part."""
    joined = _Families()
    held = list(rows)
    for row in held:
        for name in _names(row):
            joined.join(_names(row)[0], name)
    families: dict[str, list[str]] = defaultdict(list)
    for row in held:
        for name in _names(row):
            families[joined.head(name)].append(name)
    part = {head: _part(min(names)) for head, names in families.items()}
    return {row.id: part[joined.head(_names(row)[0])] for row in held}


def _names(row: Row) -> list[str]:
    """What ties a row to others: its question, and the articles that answer it."""
    return [f"~{row.id.partition('.')[0]}", *(str(ref.dieu or ref) for ref in row.gold)]


def _part(name: str) -> str:
    place = int.from_bytes(hashlib.sha256(name.encode()).digest()[:4]) % 100
    for part, share in PARTS.items():
        place -= share
        if place < 0:
            return part
    raise AssertionError("the shares make a hundred")


class _Families:
    """Names that belong together (disjoint sets)."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def head(self, name: str) -> str:
        """The name that stands for all that belong with this one."""
        while (above := self._above.get(name, name)) != name:
            name = above
        return name

    def join(self, one: str, other: str) -> None:
        """Put two together; the smaller name stands for both."""
        low, high = sorted((self.head(one), self.head(other)))
        self._above[high] = low


def write_parts(suites: Mapping[str, Sequence[Row]], out: Path) -> dict[str, dict[str, int]]:
    """Write the parts of each suite and a list of hashes; suite to part to how many rows."""
    part = parted(row for rows in suites.values() for row in rows)
    counts: dict[str, dict[str, int]] = {}
    for name, rows in suites.items():
        (out / name).mkdir(parents=True, exist_ok=True)
        for wanted in PARTS:
            own = [row for row in rows if part[row.id] == wanted]
            lines = (json.dumps(row.record(), ensure_ascii=False) + "\n" for row in own)
            (out / name / f"{wanted}.jsonl").write_text("".join(lines), encoding="utf-8")
            counts.setdefault(name, {})[wanted] = len(own)
    freeze(out)
    return counts


def freeze(folder: Path) -> None:
    """Write the hash of every suite of the folder, in the form of `sha256sum`."""
    (folder / "SHA256SUMS").write_text("".join(f"{line}\n" for line in hashes(folder)), encoding="utf-8")


def hashes(folder: Path) -> list[str]:
    """The hash of every suite, by name."""
    paths = sorted(folder.rglob("*.jsonl"))
    return [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}" for path in paths]


def main(arguments: Sequence[str] | None = None) -> int:
    """Part the drafts."""
    parser = argparse.ArgumentParser(prog="python -m eval.suites.split", description=__doc__.partition("\n\n")[0])
    parser.add_argument("drafts", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args(arguments)
    counts = write_parts({path.stem: open_suite(path) for path in args.drafts}, args.out)
    for name, parts in counts.items():
        sys.stdout.write(f"{name}: " + ", ".join(f"{part} {count}" for part, count in parts.items()) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
