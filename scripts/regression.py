"""Logistic regression over the words of short texts, as the weights of `prompts` are learnt by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

Numbers = NDArray[np.float64]
_RARE = 2
"""A word that fewer lessons have teaches nothing."""


@dataclass(frozen=True, slots=True)
class Table:
    """The words known, how rare each is, and a row of length 1 for each text."""

    known: dict[str, int]
    rare: Numbers
    rows: Numbers


def table_of(found: Sequence[frozenset[str]]) -> Table:
    """The words of texts as numbers."""
    counts = Counter(gram for one in found for gram in one)
    known = {gram: place for place, gram in enumerate(sorted(gram for gram, n in counts.items() if n >= _RARE))}
    rare = np.array([log((1 + len(found)) / (1 + counts[gram])) + 1 for gram in known])
    return Table(known, rare, _rows([[known[gram] for gram in one if gram in known] for one in found], rare))


def _rows(found: Sequence[Sequence[int]], rare: Numbers) -> Numbers:
    rows = np.zeros((len(found), len(rare)))
    for row, places in zip(rows, found, strict=True):
        row[places] = rare[places]
    lengths: Numbers = np.linalg.norm(rows, axis=1, keepdims=True)
    rows /= np.maximum(lengths, 1e-9)
    return rows


def fitted(rows: Numbers, truth: NDArray[np.bool_], weights: Numbers, fit: float) -> tuple[Numbers, float]:
    """Weights and what counts for all, with a penalty on large weights; both answers count the same in all.

    `fit` is how much the lessons count against small weights.
    """
    sign = np.where(truth, 1.0, -1.0)
    share = np.where(truth, weights[truth].sum(), weights[~truth].sum())
    each = weights * weights.sum() / (2 * share) * fit

    def loss(at: Numbers) -> tuple[float, Numbers]:
        margin = sign * (rows @ at[:-1] + at[-1])
        slope = -each * sign / (1 + np.exp(np.clip(margin, -500, 500)))
        value = float((each * np.logaddexp(0, -margin)).sum() + 0.5 * (at[:-1] ** 2).sum())
        return value, np.append(rows.T @ slope + at[:-1], slope.sum())

    best = minimize(loss, np.zeros(rows.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    return best.x[:-1], float(best.x[-1])
