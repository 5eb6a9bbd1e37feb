"""The check against pairs: bounds against falling back; the figures are in docs/answers.md."""

from __future__ import annotations

from eval.claims.flips import FLIPS
from eval.claims.measuring import fault_of, pairs_of
from eval.claims.recipes import HELD, half_of, kept
from eval.claims.sources import starter


def test_the_half_kept_aside() -> None:
    pairs, _ = pairs_of(HELD, starter())
    flipped, true = ([pair for pair in pairs if pair.holds is holds] for holds in (False, True))
    assert len(flipped) > 250 and len(true) > 250
    assert sum(fault_of(pair) is not None for pair in flipped) > 0.75 * len(flipped)
    assert sum(fault_of(pair) is not None for pair in true) < 0.15 * len(true)


def test_enough_is_kept_and_both_halves_are() -> None:
    flips = [recipe for recipe in kept() if recipe.operation in FLIPS]
    assert len(flips) >= 400 and {recipe.operation for recipe in flips} == set(FLIPS)
    assert 0.3 < sum(half_of(recipe.ref) == HELD for recipe in flips) / len(flips) < 0.7
