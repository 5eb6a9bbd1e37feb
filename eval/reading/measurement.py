"""The count of a run: what was right of what was compared, by check and format, and every miss."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from eval.reading.gold import Disputed
from eval.reading.manifest import Row

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
