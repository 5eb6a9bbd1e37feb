"""What a measure says of one reply: a value, what was compared, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Whether there is a value.

    `not_applicable`: the row asks nothing of this measure. `unscored`: it could not be told.
    """

    SCORED = "scored"
    NOT_APPLICABLE = "not_applicable"
    UNSCORED = "unscored"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One measure on one reply. `value` stands only with `State.SCORED`; its unit is the measure's."""

    measure: str
    state: State
    value: float | None
    compared: str
    why: str

    def __post_init__(self) -> None:
        if (self.state is State.SCORED) != (self.value is not None):
            raise ValueError(f"{self.measure}: a value stands with a scored verdict, and only there")


def scored(measure: str, value: float, compared: str, why: str = "") -> Verdict:
    """A verdict with its value."""
    return Verdict(measure, State.SCORED, float(value), compared, why)


def not_applicable(measure: str, why: str) -> Verdict:
    """The row asks nothing of this measure."""
    return Verdict(measure, State.NOT_APPLICABLE, None, "", why)


def unscored(measure: str, compared: str, why: str) -> Verdict:
    """It could not be told: counted by itself, never as 0 and never dropped."""
    return Verdict(measure, State.UNSCORED, None, compared, why)
