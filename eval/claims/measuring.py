"""How many flipped claims the check catches, and how many true ones it takes for false."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from eval.claims.pair import Pair
from eval.claims.recipes import half_of, kept, made
from eval.claims.sources import Source
from prompts.claim import Basis, Fault, claim_fault

DAY = date(2026, 11, 1)
"""The day asked about: after the district level ended."""


@dataclass(frozen=True, slots=True)
class Tally:
    """`falls` of `pairs` claims of one kind fell."""

    kind: str
    holds: bool
    falls: int
    pairs: int


def fault_of(pair: Pair) -> Fault | None:
    """What the check says of a pair."""
    return claim_fault(pair.claim, [Basis(label, text) for label, text in pair.basis], DAY)


def tallies(pairs: Iterable[Pair], kinds: Mapping[str, str]) -> Iterator[Tally]:
    """By kind; `kinds` names the kind of a pair by its id."""
    told: dict[tuple[str, bool], list[bool]] = {}
    for pair in pairs:
        told.setdefault((kinds[pair.id], pair.holds), []).append(fault_of(pair) is not None)
    yield from (Tally(kind, holds, sum(found), len(found)) for (kind, holds), found in told.items())


def pairs_of(half: str, sources: Mapping[str, Source]) -> tuple[list[Pair], dict[str, str]]:
    """The pairs of a half, each claim once, and the kind of each by its id."""
    found: dict[tuple[str, str], tuple[Pair, str]] = {}
    for recipe in kept():
        pair = made(recipe, sources) if half_of(recipe.ref) == half else None
        if pair is not None:
            kind = f"{'card ' if recipe.ref.startswith('the/') else ''}{recipe.operation}"
            found.setdefault((recipe.ref, pair.claim), (pair, kind))
    return [pair for pair, _ in found.values()], {pair.id: kind for pair, kind in found.values()}
