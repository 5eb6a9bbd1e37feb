"""Which of the texts of a document is shown, and what is known with it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from corpus import interchange
from corpus.document import hash_of
from corpus.shelves import Head, StoredRevision


def by_rank(held: Iterable[StoredRevision]) -> list[StoredRevision]:
    """The highest origin first, then a text not cut into pages, then the latest."""

    def rank(stored: StoredRevision) -> tuple[int, bool, int]:
        return stored.revision.document.origin.rank, not stored.revision.pages, stored.order

    return sorted(held, key=rank, reverse=True)


def head_of(held: Iterable[StoredRevision], chosen: str | None = None) -> Head:
    """What is shown: the text of the highest rank, or the one that an officer chose.

    Texts that would go before the chosen one were taken back: what they say of other documents counts no more.
    """
    ranked = [stored.revision for stored in by_rank(held)]
    place = next((n for n, revision in enumerate(ranked) if revision.sha256 == chosen), 0)
    current, *others = ranked[place:]
    told = (r for other in others for r in other.relations if r.source.document != current.document.id)
    relations = tuple(dict.fromkeys((*current.relations, *told)))
    shown = interchange.revision_record(replace(current, relations=relations))
    return Head(current.document, current.sha256, relations, hash_of(json.dumps(shown, sort_keys=True)))
