"""A measurement for people: its tables, and what was disputed, refused, left out or missed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from eval.reading.measurement import CHECKS, Measurement, Tally


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
