"""What a spelling costs: the same questions in several spellings, each paired with the questions as written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from eval.comparison import Compared, Pairs, compared
from eval.statistics import ALPHA, Score, summed_up


@dataclass(frozen=True, slots=True)
class Drop:
    """One measure in one spelling, over the questions that it scored in both; `change` is against as written."""

    spelling: str
    written: Score
    score: Score
    change: Compared


def drops(pairs: Mapping[str, Mapping[str, Pairs]]) -> tuple[Drop, ...]:
    """Spelling to measure to (as written, in this spelling). All outcomes stand at 5 % together (Holm 1979)."""
    places = [(spelling, measure) for spelling, measures in pairs.items() for measure in measures]
    flat = {f"{spelling} {measure}": pairs[spelling][measure] for spelling, measure in places}
    return tuple(
        _drop(spelling, pairs[spelling][measure], replace(one, measure=measure))
        for (spelling, measure), one in zip(places, compared(flat, {}), strict=True)
    )


def as_record(found: tuple[Drop, ...]) -> dict[str, Any]:
    """As plain JSON values."""
    return {"drops": [asdict(one) for one in found], "alpha": ALPHA, "correction": "Holm"}


def _drop(spelling: str, pairs: Pairs, change: Compared) -> Drop:
    written, score = (summed_up([pair[side] for pair in pairs.values.values()]) for side in (0, 1))
    return Drop(spelling, written, score, change)
