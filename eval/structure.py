"""How exactly files of law are read: `python -m eval.structure $LAWS [--under core] [--details] [--json]`.

`$LAWS` is a folder with `manifest.jsonl` (one document a line, with its gold counts and dates) and
`gold/articles/*.jsonl` (articles with their headings, clauses and points). Every row that has gold is in the
denominator; a refusal is a miss, but for files that nobody could read (locked, cut, garbage, empty, without words).

Some gold does not stand in the file, or the file contradicts it: `disputed.jsonl` beside this module names each by the
hash of the file, with the reason. Such rows stay in the table; a second table counts only answers that the file holds.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus.document import Revision
from corpus.folding import fold
from corpus.level import Level
from corpus.provision import Provision
from eval.article_order import GoldOrder, follow
from ingest.reading import read
from ingest.refusal import Refusal

Row = dict[str, Any]
Disputed = dict[tuple[str, str, str], str]
"""The reason for each disputed answer, by hash of the file, check, and article (empty for the whole document)."""
UNREADABLE = frozenset({"encrypted", "truncated", "corrupt", "empty", "decompression_bomb", "no_text"})
DISPUTED = Path(__file__).parent / "disputed.jsonl"
CHECKS = (
    "articles", "last", "order",
    "number", "type", "issued_on", "in_force_from",
    "headings", "clauses", "points", "spans",
)  # fmt: skip


@dataclass(slots=True)
class Tally:
    """Right and all, for each check."""

    right: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    all: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))

    def count(self, check: str, is_right: bool) -> None:
        """Count one case."""
        self.all[check] += 1
        self.right[check] += is_right


@dataclass(frozen=True, slots=True)
class Miss:
    """One case that is not as the gold says."""

    path: str
    check: str
    found: object
    gold: object
    article: str = ""
    dispute: str = ""
    """Why the gold is not what the file says; empty where the reader is wrong."""


@dataclass(slots=True)
class Measurement:
    """What came of a run over a manifest."""

    tallies: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    held: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    """The same over the answers that stand in the file."""
    disputed: Disputed = field(default_factory=dict)
    unreadable: int = 0
    misses: list[Miss] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    gaps: list[tuple[str, tuple[int, ...]]] = field(default_factory=list)
    """Numbers of articles that are left out in a file whose order is right."""
    seconds: float = 0.0
    files: int = 0

    def count(self, row: Row, check: str, found: object, gold: object, article: str = "") -> None:
        """Compare one value, for its format and for all."""
        is_right = found == gold
        dispute = "" if is_right else self.disputed.get((row["sha256"], check, article), "")
        for name in (row["format"], "all"):
            self.tallies[name].count(check, is_right)
            if not dispute:
                self.held[name].count(check, is_right)
        if not is_right:
            self.misses.append(Miss(row["path"], check, found, gold, article, dispute))

    def share(self, check: str, form: str = "all") -> float:
        """The share of right cases; 1 where there are none."""
        tally = self.tallies[form]
        return tally.right[check] / tally.all[check] if tally.all[check] else 1.0

    def as_json(self) -> dict[str, Any]:
        """The figures as JSON."""
        shares = {
            form: {
                check: {"right": tally.right[check], "all": tally.all[check]} for check in CHECKS if tally.all[check]
            }
            for form, tally in sorted(self.tallies.items())
        }
        return {
            "disputed": sum(bool(miss.dispute) for miss in self.misses),
            "unreadable": self.unreadable,
            "files": self.files,
            "seconds": round(self.seconds, 2),
            "formats": shares,
            "refused": [{"path": path, "reason": reason} for path, reason in self.refused],
        }


def measure(laws: Path, under: str = "") -> Measurement:
    """Read every row of the manifest whose path begins with `under`, and compare."""
    result = Measurement(disputed=disputed_gold(DISPUTED))
    gold = gold_articles(laws / "gold" / "articles")
    for line in (laws / "manifest.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["path"].startswith(under):
            _measure_row(result, laws, row, gold)
    return result


def disputed_gold(file: Path) -> Disputed:
    """The answers that do not stand in their file, with the reason; `articles` absent: the document."""
    table: Disputed = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for article in row.get("articles", [""]):
            table[row["sha256"], row["check"], article] = row["reason"]
    return table


def gold_articles(folder: Path) -> dict[str, list[Row]]:
    """The gold articles by number of the document (with `@year` where the file name tells one)."""
    table: dict[str, list[Row]] = {}
    for path in sorted(folder.glob("*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        table[path.stem] = rows
    return table


def _measure_row(result: Measurement, laws: Path, row: Row, gold: dict[str, list[Row]]) -> None:
    parts = row.get("parts") or [row["path"]]
    row = {**row, "sha256": hashlib.sha256((laws / parts[0]).read_bytes()).hexdigest()}
    started = time.perf_counter()
    try:
        revision: Revision | None = read([laws / part for part in parts])
    except Refusal as refusal:
        revision = None
        result.refused.append((row["path"], refusal.reason))
        if UNREADABLE.intersection(row["difficulty"]):
            result.unreadable += 1
            return
    result.seconds += time.perf_counter() - started
    result.files += len(parts)
    _compare_metadata(result, row, revision)
    if revision is not None:
        for part in revision.walk():
            spans_hold = (
                part.span.slice(revision.text).startswith(part.label)
                and part.span.start <= part.text_end <= part.span.end
            )
            result.count(row, "spans", spans_hold, True)
    listed = _listed(row, gold)
    _compare_order(result, row, revision, listed)
    _compare_articles(result, row, _by_number(revision), listed)


def _listed(row: Row, gold: dict[str, list[Row]]) -> list[Row]:
    """The gold articles of a row; none for a made-up file that keeps only a part of the law."""
    if (row.get("gold") or {}).get("n_articles") is None or "synthetic" in row["difficulty"]:
        return []
    number = (row.get("so_hieu") or "").replace("/", "_")
    return gold.get(number) or gold.get(f"{number}_{(row.get('issued_on') or '')[:4]}") or []


def _compare_order(result: Measurement, row: Row, revision: Revision | None, listed: list[Row]) -> None:
    expected = row.get("gold") or {}
    if expected.get("n_articles") is None:
        return
    numbers = list(_by_number(revision))
    gold = GoldOrder(expected["n_articles"], expected.get("last_article_number"), [one["dieu"] for one in listed])
    fault = gold.fault(numbers)
    result.count(row, "order", fault, "")
    if not fault and (absent := follow(numbers).absent):
        result.gaps.append((row["path"], absent))


def _compare_metadata(result: Measurement, row: Row, revision: Revision | None) -> None:
    expected = row.get("gold") or {}
    document = revision.document if revision else None
    articles = list(_by_number(revision))
    if expected.get("n_articles") is not None:
        result.count(row, "articles", len(articles), expected["n_articles"])
    if expected.get("last_article_number") is not None:
        result.count(row, "last", articles[-1] if articles else None, expected["last_article_number"])
    if row.get("so_hieu"):
        wanted = _comparable(row["so_hieu"])
        found = document and _comparable(document.number or (document.id if wanted else ""))
        result.count(row, "number", found, wanted)
    if row.get("loai"):
        result.count(row, "type", document and document.type, row["loai"])
    if row.get("issued_on"):
        result.count(row, "issued_on", document and str(document.issued_on), row["issued_on"])
    if row.get("effective_from"):
        days = {str(document.in_force_from), str(document.holds_from)} if document else set()
        day = row["effective_from"]
        result.count(row, "in_force_from", day if day in days else document and str(document.in_force_from), day)


def _compare_articles(result: Measurement, row: Row, articles: dict[str, Provision], gold: list[Row]) -> None:
    for expected in gold:
        article = articles.get(expected["dieu"])
        if expected.get("heading"):
            result.count(
                row, "headings", article and _words(article.heading), _words(expected["heading"]), expected["dieu"]
            )
        if "khoan" not in expected:
            continue
        found = _clauses(article) if article else []
        wanted = [(clause["so"], clause["diem"]) for clause in expected["khoan"]]
        number = expected["dieu"]
        result.count(row, "clauses", [clause for clause, _ in found], [clause for clause, _ in wanted], number)
        result.count(row, "points", found, wanted, number)


def _by_number(revision: Revision | None) -> dict[str, Provision]:
    """The document's own articles, without those of attached texts."""
    found = revision.walk() if revision else iter(())
    return {part.ref.path[-1].number: part for part in found if part.level is Level.DIEU and len(part.ref.path) == 1}


def _clauses(article: Provision) -> list[tuple[str | None, list[str]]]:
    direct = [part.ref.path[-1].number for part in article.children if part.level is Level.DIEM]
    rows: list[tuple[str | None, list[str]]] = [(None, direct)] if direct else []
    for clause in article.children:
        if clause.level is Level.KHOAN:
            rows.append((clause.ref.path[-1].number, [point.ref.path[-1].number for point in clause.children]))
    return rows


def _words(heading: str) -> str:
    """A heading for comparison: sources write `uỷ`/`ủy` and spaces differently."""
    return "".join(char for char in fold(heading) if char.isalnum())


def _comparable(number: str) -> str:
    """A number for comparison; empty for the gold's word that a document has none."""
    if fold(number) == fold("Không số"):
        return ""
    year = number.removeprefix("Hiến pháp ")
    return f"hp/{year}" if year != number else fold(number)


def table(tallies: Mapping[str, Tally]) -> Iterator[str]:
    """The figures as a Markdown table."""
    forms = [*sorted(form for form in tallies if form != "all"), "all"]
    yield "| check | " + " | ".join(forms) + " |"
    yield "|---|" + "---|" * len(forms)
    for check in CHECKS:
        cells = []
        for form in forms:
            tally = tallies[form]
            cells.append(f"{tally.right[check]}/{tally.all[check]}" if tally.all[check] else "–")
        yield f"| {check} | " + " | ".join(cells) + " |"


def report(result: Measurement, details: bool) -> Iterator[str]:
    """The table, what was refused and, on request, every miss."""
    yield "As the gold says:\n"
    yield from table(result.tallies)
    yield "\nOver the answers that stand in the file:\n"
    yield from table(result.held)
    yield (
        f"\n{result.files} files, {result.seconds:.1f} s, {len(result.refused)} documents refused, "
        f"{result.unreadable} of them such as nobody could read"
    )
    disputed = [miss for miss in result.misses if miss.dispute]
    yield f"gold disputed or absent from the file: {len(disputed)}"
    for (path, check, why), count in Counter((miss.path, miss.check, miss.dispute) for miss in disputed).items():
        yield f"disputed {path}: {check} ({count}): {why}"
    for path, reason in result.refused:
        yield f"refused {path}: {reason}"
    for path, absent in result.gaps:
        yield f"numbers left out, as the gold has them {path}: {', '.join(map(str, absent))}"
    for miss in (miss for miss in result.misses if details and not miss.dispute):
        check = f"{miss.check} {miss.article}".strip()
        yield f"{miss.path}: {check}: {str(miss.found)[:160]} instead of {str(miss.gold)[:160]}"


def main() -> int:
    """Print the figures; exit 1 when fewer than 90 % of the rows with gold agree in the count of articles."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("laws", type=Path)
    parser.add_argument("--under", default="", help="only rows whose path begins so: core, more, hard")
    parser.add_argument("--details", action="store_true", help="list every miss")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    result = measure(args.laws, args.under)
    lines = [json.dumps(result.as_json(), ensure_ascii=False)] if args.json else report(result, args.details)
    sys.stdout.writelines(line + "\n" for line in lines)
    return 0 if result.share("articles") >= 0.9 else 1


if __name__ == "__main__":
    sys.exit(main())
