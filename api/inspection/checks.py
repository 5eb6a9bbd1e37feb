"""The lints by kind, each a small function over one document, and the round through the corpus."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from api.inspection import citations, doubt, force, numbering, record
from api.inspection.finding import Finding, Ground, Lint
from api.inspection.kinds import CARD
from api.inspection.standing_cards import card_findings

CHECKS: dict[str, Lint] = {
    "unsound": record.unsound,
    "no_provisions": record.without_provisions,
    "twice": numbering.twice,
    "gap": numbering.gaps,
    "same_words": numbering.same_words,
    "no_days": record.without_days,
    "no_number": record.without_number,
    "ended": force.ended,
    "superseded": force.superseded,
    "absent_target": force.absent_targets,
    "unworked": doubt.unworked,
    "doubtful_end": doubt.doubtful_ends,
    "dangling": citations.dangling,
    "cites_ended": citations.cites_ended,
    "not_held": force.not_held,
    "unsure": record.unsure,
}
"""One for each of `KINDS`, but for cards, which are no documents."""


def inspect(
    ground: Ground, kinds: frozenset[str], progress: Callable[[int, int], None] = lambda _, __: None
) -> Iterator[Finding]:
    """The findings of these kinds, document by document, then card by card; `progress(done, all)` as it goes."""
    for done, name in enumerate(ground.documents):
        progress(done, len(ground.documents))
        revision = ground.corpus.revision(name)
        if revision is not None:
            for kind in CHECKS:
                if kind in kinds:
                    yield from CHECKS[kind](revision, ground)
    progress(len(ground.documents), len(ground.documents))
    if CARD in kinds:
        for card in ground.corpus.cards():
            yield from card_findings(card, ground)
