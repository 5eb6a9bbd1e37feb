"""The new words that amending instructions quote, tied to the provisions that they give anew."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from corpus.level import Level
from corpus.provision import Provision
from corpus.reference import ProvisionRef
from corpus.relation import Relation, RelationKind
from ingest.effect import stated_start
from ingest.structure.fragment import read_fragment
from ingest.structure.quotes import quoted_spans

_PHRASE = re.compile(
    r"(?:sửa đổi|bổ sung|thay thế|thay|bỏ)[^:“\"]{0,30}?\s(?:đoạn|câu|cụm từ|một số cụm từ|các cụm từ|từ)\s",
    re.IGNORECASE,
)
"""An instruction on a sentence or a phrase of a provision: what it quotes is not the provision."""
_NAME = re.compile(r"(?:sửa đổi|bổ sung|thay thế)[^:“\"]{0,30}?\s(?:tên|tiêu đề)\s", re.IGNORECASE)
"""An instruction on the name of an article: what it quotes is not the whole article."""


def with_words(relations: Iterable[Relation], provisions: tuple[Provision, ...], text: str) -> Iterator[Relation]:
    """The same relations in order, those that a quotation gives anew with their `words`."""
    places = {part.ref: part for root in provisions for part in root.walk()}
    for source, group in groupby(relations, key=lambda relation: relation.source):
        together = list(group)
        part = places.get(source)
        found = _quoted(part, together, text) if part else {}
        yield from (_worded(r, found.get(r.target), text) for r in together)


def _worded(relation: Relation, words: Provision | None, text: str) -> Relation:
    """The relation with its new words, and with the day that they give to the whole changed act, where they do."""
    if relation.kind is not RelationKind.AMENDS or words is None or relation.phrase is not None:
        return relation
    return replace(relation, words=words, moves_to=stated_start(words.span.slice(text)))


def _quoted(part: Provision, relations: list[Relation], text: str) -> dict[ProvisionRef, Provision]:
    targets = [r.target for r in relations if r.kind is RelationKind.AMENDS and r.target.path and not r.phrase]
    if not targets:
        return {}
    found: dict[ProvisionRef, Provision] = {}
    said_from = part.span.start
    for quote in quoted_spans(text, part.own):
        instruction = text[said_from : quote.start]
        said_from = quote.end
        said = " ".join(instruction.split())
        if _PHRASE.search(said):
            continue
        whole = [t for t in targets if not (_NAME.search(said) and t.path[-1].level is Level.DIEU)]
        for words in read_fragment(text, quote, whole):
            found.setdefault(words.ref, words)
    return found
