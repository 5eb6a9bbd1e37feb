"""Intervals and differences over questions: bootstrap, paired randomization, Holm's correction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

ALL = "all"
"""The slice that holds every question."""
SMALL = 10
"""A slice of fewer scored questions than this is shown, and marked as too small to read anything from."""
ALPHA = 0.05
_DRAWS = 2000
_FLIPS = 10_000
_SEED = 13


@dataclass(frozen=True, slots=True)
class Score:
    """A mean with its 95 % bootstrap interval over `queries` queries (Efron 1979)."""

    mean: float
    low: float
    high: float
    queries: int


@dataclass(frozen=True, slots=True)
class Difference:
    """The mean of paired differences (second less first), its 95 % bootstrap interval, and `p` of a two-sided test."""

    mean: float
    low: float
    high: float
    p: float
    queries: int


def summed_up(values: Sequence[float]) -> Score:
    """The mean and its interval; 0 of none is 0 with 0 queries."""
    if not values:
        return Score(0.0, 0.0, 0.0, 0)
    table: npt.NDArray[np.float64] = np.asarray(values, np.float64)
    low, high = _interval(table)
    return Score(float(table.mean()), low, high, len(table))


def difference(first: Sequence[float], second: Sequence[float]) -> Difference:
    """The paired difference of two systems over the same questions, in the same order.

    `p` is that of the paired randomization test (Fisher 1935; Smucker, Allan and Carterette 2007, CIKM): the share of
    random exchanges of the two systems question by question that part them at least as far, (hits + 1) / (draws + 1).
    """
    if len(first) != len(second):
        raise ValueError(f"{len(first)} values against {len(second)}: a paired test needs the same questions")
    apart: npt.NDArray[np.float64] = np.asarray(second, np.float64) - np.asarray(first, np.float64)
    if not len(apart):
        return Difference(0.0, 0.0, 0.0, 1.0, 0)
    low, high = _interval(apart)
    return Difference(float(apart.mean()), low, high, _p_value(apart), len(apart))


def holm(p_values: Mapping[str, float], alpha: float = ALPHA) -> dict[str, bool]:
    """Which of several tests stand at `alpha` together (Holm 1979)."""
    ordered = sorted(p_values.items(), key=lambda item: item[1])
    standing, found = True, {}
    for place, (name, p) in enumerate(ordered):
        standing = standing and p <= alpha / (len(ordered) - place)
        found[name] = standing
    return found


def _interval(values: npt.NDArray[np.float64]) -> tuple[float, float]:
    drawn = np.random.default_rng(_SEED).choice(values, (_DRAWS, len(values))).mean(axis=1)
    low, high = (float(edge) for edge in np.quantile(drawn, (0.025, 0.975)))
    return low, high


def _p_value(apart: npt.NDArray[np.float64]) -> float:
    """Questions without a difference change nothing and are left out of the draws."""
    moved = apart[apart != 0]
    if not len(moved):
        return 1.0
    random = np.random.default_rng(_SEED)
    observed, hits = abs(moved.sum()) - 1e-12, 0
    for start in range(0, _FLIPS, 1000):
        signs = random.integers(0, 2, (min(1000, _FLIPS - start), len(moved))) * 2 - 1
        hits += int((np.abs(signs @ moved) >= observed).sum())
    return (hits + 1) / (_FLIPS + 1)
