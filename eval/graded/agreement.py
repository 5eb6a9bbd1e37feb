"""How far a judge agrees with labels given by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

_DRAWS = 2000
_SEED = 13
_Table = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Over `pairs` labelled examples that the judge scored; `unscored` more it did not.

    `kappa` is Cohen's with quadratic weights (Cohen 1968): 1 agrees in all, 0 as chance would. It is None where it is
    not defined: no pairs, or both gave one and the same score throughout. `low`, `high`: its 95 % bootstrap interval.
    """

    pairs: int
    unscored: int
    exact: float | None
    within_one: float | None
    kappa: float | None
    low: float | None
    high: float | None

    @property
    def is_chance(self) -> bool:
        """Whether the judge cannot be told from one that does not look; its scores then say nothing."""
        return self.low is None or self.low <= 0


def agreement(labels: Sequence[int], scores: Sequence[int | None]) -> Agreement:
    """Labels beside the judge's scores, in the same order; None is unscored."""
    if len(labels) != len(scores):
        raise ValueError(f"{len(labels)} labels against {len(scores)} scores: agreement needs pairs")
    pairs = [(label, score) for label, score in zip(labels, scores, strict=True) if score is not None]
    unscored = len(labels) - len(pairs)
    if not pairs:
        return Agreement(0, unscored, None, None, None, None, None)
    table: _Table = np.asarray(pairs, np.float64)
    apart = np.abs(table[:, 0] - table[:, 1])
    low, high = _interval(table)
    shares = float((apart == 0).mean()), float((apart <= 1).mean())
    return Agreement(len(pairs), unscored, *shares, quadratic_kappa(table), low, high)


def quadratic_kappa(pairs: _Table) -> float | None:
    """Cohen's kappa with quadratic weights; None where both sides are one and the same constant."""
    kappa = float(_kappas(pairs[np.newaxis])[0])
    return None if np.isnan(kappa) else _rounded(kappa)


def _kappas(tables: _Table) -> _Table:
    """The kappa of each table of pairs.

    Chance pairs every label with every score: their mean square apart is the two variances and the square of the
    means' distance.
    """
    labels, scores = tables[..., 0], tables[..., 1]
    seen = ((labels - scores) ** 2).mean(axis=1)
    chance = labels.var(axis=1) + scores.var(axis=1) + (labels.mean(axis=1) - scores.mean(axis=1)) ** 2
    kappas: _Table = 1 - np.divide(seen, chance, out=np.full_like(seen, np.nan), where=chance > 0)
    return kappas


def _interval(table: _Table) -> tuple[float | None, float | None]:
    """Draws in which kappa is not defined tell nothing and are left out."""
    drawn = np.random.default_rng(_SEED).integers(0, len(table), (_DRAWS, len(table)))
    kappas = _kappas(table[drawn])
    kappas = kappas[~np.isnan(kappas)]
    if not len(kappas):
        return None, None
    low, high = np.quantile(kappas, (0.025, 0.975))
    return _rounded(float(low)), _rounded(float(high))


def _rounded(value: float) -> float:
    """Without the last bits, in which chance itself would be a little more or less than 0; never -0."""
    return round(value, 10) + 0.0
