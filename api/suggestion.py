"""Questions to ask next: those of the likeliest other cards, then what else the law answered from is about."""

from __future__ import annotations

from collections.abc import Sequence

from api.cards import Match
from api.seams import Ranked
from corpus.document import Origin
from prompts.wording import unnumbered

_MOST = 3
_NEAR = 0.15
"""A card less likely than this is about something else."""
_BESIDE = 0.75
"""The share of the best score from which an article is about the same thing."""


def suggestions(found: Sequence[Match], answered: str | None, ranked: Sequence[Ranked]) -> tuple[str, ...]:
    """Up to three questions; `answered` is the id of the card that was given."""
    near = [match.card.question for match in found if match.score >= _NEAR and match.card.id != answered]
    return tuple(dict.fromkeys([*near, *_headings(ranked)]))[:_MOST]


def _headings(ranked: Sequence[Ranked]) -> list[str]:
    """Articles of the law that was answered from: what other laws hold is seldom what comes next."""
    near = [r for r in ranked[:4] if r.score >= _BESIDE * ranked[0].score]
    law = [r.passage for r in near if r.passage.document.origin is not Origin.CARD and r.passage.heading]
    passages = [p for p in law[1:] if p.document.id == law[0].document.id]
    first = law[0].heading if law else ""
    return [
        f"{unnumbered(p.document)} quy định thế nào về: {p.heading[0].lower()}{p.heading[1:]}?"
        for p in passages
        if p.heading != first and len(p.heading) <= 90
    ]
