"""Questions with the articles that answer them, to learn from."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path

from corpus.reference import ProvisionRef
from corpus.relation import RelationKind
from corpus.store import CorpusReader
from retriever.fault import Fault
from retriever.spelling import AS_WRITTEN, spelled

_SPELLINGS = (*(AS_WRITTEN,) * 6, "no_diacritics", "half", "teencode", "teencode")
"""How the questions are typed that are learned from: four in ten as on a phone."""


class BadExamples(Fault):
    """A file of examples that cannot be read, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Example:
    """A question and the refs of its articles, any of which answers it."""

    question: str
    articles: tuple[str, ...]


def bundled_examples() -> tuple[Example, ...]:
    """The questions that ship with the product (`questions.jsonl`, written for it)."""
    text = resources.files("retriever.training").joinpath("questions.jsonl").read_text(encoding="utf-8")
    return tuple(_examples(text.splitlines(), "questions.jsonl"))


def read_examples(path: Path) -> tuple[Example, ...]:
    """The answerable rows of a file of JSON lines with `question` and `gold`; raise `BadExamples` or `OSError`."""
    return tuple(_examples(path.read_text(encoding="utf-8").splitlines(), path.name))


def with_versions(examples: Iterable[Example], corpus: CorpusReader) -> Iterator[Example]:
    """The examples, with the same articles of the consolidated texts that the corpus holds: they are as right."""
    versions: dict[str, list[str]] = {}
    for document in corpus.documents():
        revision = corpus.revision(document.id)
        for relation in revision.relations if revision else ():
            if relation.kind is RelationKind.CONSOLIDATES and relation.source.document == document.id:
                versions.setdefault(relation.target.document, []).append(document.id)
    for example in examples:
        refs = [ProvisionRef.parse(ref) for ref in example.articles]
        same = [str(ref.within(name)) for ref in refs for name in versions.get(ref.document, ())]
        yield replace(example, articles=tuple(dict.fromkeys([*example.articles, *same])))


def typed(examples: Iterable[Example], seed: int) -> Iterator[Example]:
    """The examples in the spellings of the phone, each by chance and the same for the same seed."""
    for example in examples:
        chance = random.Random(f"{seed} {example.question}")  # noqa: S311
        yield replace(example, question=spelled(example.question, str(seed), chance.choice(_SPELLINGS)))


def _examples(lines: Sequence[str], name: str) -> Iterator[Example]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            gold = [_place(ref) for ref in row["gold"]]
            question = str(row["question"])
        except (ValueError, KeyError, TypeError) as error:
            raise BadExamples(
                f'{name}, dòng {number}: cần một JSON có "question" và "gold" (danh sách điều), thấy {error}.'
            ) from error
        if gold:
            yield Example(question, tuple(dict.fromkeys(str(ref.dieu or ref) for ref in gold)))


def _place(text: str) -> ProvisionRef:
    ref = ProvisionRef.parse(text)
    if not ref.path:
        raise ValueError(f"{text!r} names no article")
    return ref
