"""Groups of queries: by what the benchmark says of them, and by the type of the documents that answer them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from eval.retrieval.beir import Query
from eval.retrieval.judgements import Judgements
from ingest.number import normalise, type_of

DOCUMENT_TYPE = "document_type"
_FEW = 12
_BY_TAIL = (
    (r"QH\d+", "Luật, nghị quyết của Quốc hội"),  # the number does not tell which of the two
    (r"LCT|HĐNN\d*", "Luật, nghị quyết của Quốc hội"),
    (r"(?:NQ-)?UBTVQH\d+", "Pháp lệnh, nghị quyết của UBTVQH"),
)


def tags_of(queries: Sequence[Query], judgements: Judgements) -> dict[str, tuple[str, ...]]:
    """Query id to its tags, such as `source=exam` or `document_type=Nghị định`."""
    said = {query.id: list(_said(query)) for query in queries}
    worth = _worth([pair for pairs in said.values() for pair in pairs], len(queries))
    return {
        query.id: tuple(
            dict.fromkeys(
                [f"{field}={value}" for field, value in said[query.id] if field in worth]
                + [f"{DOCUMENT_TYPE}={kind}" for kind in _types(judgements.get(query.id, {}))]
            )
        )
        for query in queries
    }


def document_type(document: str) -> str | None:
    """The type that the number before `#` tells; None for what is no number of a document."""
    number = normalise(document.partition("#")[0])
    if re.fullmatch(r"HP/\d{4}", number):
        return "Hiến pháp"
    tail = number.rpartition("/")[2]
    return type_of(number) or next((name for form, name in _BY_TAIL if re.fullmatch(form, tail)), None)


def _types(gains: Mapping[str, int]) -> Iterable[str]:
    kinds = (document_type(document) for document, gain in gains.items() if gain > 0)
    return sorted({kind for kind in kinds if kind})


def _said(query: Query) -> Iterator[tuple[str, str]]:
    """Every word of the metadata with its field; a list of words is several."""
    for field, value in query.metadata.items():
        words = value if isinstance(value, list) else [value]
        yield from ((field, word) for word in words if isinstance(word, str) and word.strip())


def _worth(said: Sequence[tuple[str, str]], queries: int) -> set[str]:
    """The fields that part the queries: neither the same for all nor free text, whose many values seldom come twice."""
    values: dict[str, Counter[str]] = {}
    for field, word in said:
        values.setdefault(field, Counter())[word] += 1
    return {field for field, counted in values.items() if not _is_one(counted, queries) and not _is_free(counted)}


def _is_one(counted: Counter[str], queries: int) -> bool:
    return len(counted) == 1 and counted.total() >= queries


def _is_free(counted: Counter[str]) -> bool:
    return len(counted) > _FEW and 2 * sum(times == 1 for times in counted.values()) > len(counted)
