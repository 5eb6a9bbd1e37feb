"""Questions to ask next: those of the nearest cards, then what the found articles are about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from api.cards import nearest
from api.seams import Ranked
from corpus.card import AnswerCard
from corpus.document import Origin
from prompts.wording import unnumbered

_MOST = 3
_NEAR = 0.12
_ITSELF = 0.6


def suggestions(question: str, cards: Sequence[AnswerCard], ranked: Sequence[Ranked], day: date) -> tuple[str, ...]:
    """Up to three questions."""
    near = [like.card.question for like in nearest(question, cards, 6) if _NEAR <= like.score < _ITSELF]
    return tuple(dict.fromkeys([*near, *_headings(ranked)]))[:_MOST]


def _headings(ranked: Sequence[Ranked]) -> list[str]:
    """Articles of the law that was answered from: what other laws hold is seldom what comes next."""
    law = [r.passage for r in ranked if r.passage.document.origin is not Origin.CARD and r.passage.heading]
    passages = [p for p in law[1:] if p.document.id == law[0].document.id]
    first = law[0].heading if law else ""
    return [
        f"{unnumbered(p.document)} quy định thế nào về: {p.heading[0].lower()}{p.heading[1:]}?"
        for p in passages
        if p.heading != first and len(p.heading) <= 90
    ]
