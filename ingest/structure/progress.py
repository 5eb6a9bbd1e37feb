"""How far the reading of a law has come: the tree so far, the last article, and what was not understood."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.problem import Problem, Severity
from corpus.reference import ProvisionRef
from ingest.structure.ending import VERIFIED
from ingest.structure.growth import Growth
from ingest.structure.labels import Claim
from ingest.structure.lines import Line


@dataclass(slots=True)
class Progress:
    """The state of one reading, which everything that may begin a provision looks at and moves on."""

    lines: list[Line]
    document: ProvisionRef
    marked: frozenset[int] = frozenset()
    """The places at which the file itself marks an article."""
    places: dict[int, list[int]] = field(default_factory=dict)
    """For each number of an article, the lines that claim to begin it."""
    growth: Growth = field(default_factory=Growth)
    problems: list[Problem] = field(default_factory=list)
    scope: ProvisionRef = field(init=False)
    """What the articles belong to: the act itself, or a text attached to it."""
    last: tuple[int, str] | None = None
    """Number of the last article of this scope."""
    has_article: bool = False
    heading_until: int = 0
    """The first line after the names and the table of contents read so far."""
    ended: bool = False
    is_consolidated: bool = field(init=False)
    """Whether this is a consolidated text: marks of notes may stand behind numbers."""

    def __post_init__(self) -> None:
        self.scope = self.document
        self.is_consolidated = any(line.text.startswith(VERIFIED) for line in self.lines)

    @property
    def last_number(self) -> str:
        """The last article's number as it is said in a message."""
        return f"{self.last[0]}{self.last[1]}" if self.last else "0"

    def follows(self, claim: Claim) -> bool:
        """Whether an article of this number may come now: the next one, or one inserted after the last."""
        if self.last is None:
            return claim.value == 1
        value, suffix = self.last
        return (claim.value == value + 1) or (claim.value == value and claim.suffix > suffix)

    def end(self) -> None:
        """The law has ended: nothing is open any more."""
        self.growth.close()
        self.ended = True

    def repeats(self, ref: ProvisionRef, line: Line, label: str) -> bool:
        """Whether the tree has this provision already, which is told."""
        if ref not in self.growth.taken:
            return False
        self.stays_text(line, f"“{label}” xuất hiện lần thứ hai")
        return True

    def stays_text(self, line: Line, reason: str) -> None:
        """Tell why a line that looks like a provision begins none."""
        self.trouble(line, reason + "; giữ làm lời văn.")

    def trouble(self, line: Line, reason: str) -> None:
        """Tell what was not understood at a line."""
        self.problems.append(Problem(Severity.WARNING, reason, line.span))
