"""The words of every unit as numbers, so that a hundred candidates can be counted within milliseconds.

A table is immutable: `grown` makes the next one out of the last, reading anew only what changed. On disk it is five
arrays that are mapped into memory, and one file of names.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from retriever.syllables import bare, syllables
from retriever.unit import Unit, by_article

Numbers = npt.NDArray[np.int32]
Places = npt.NDArray[np.int64]
_ARRAYS = ("words", "units", "titles", "title_places", "first_units")
_NAMES = "names.json"


@dataclass(frozen=True, slots=True)
class _Rows:
    """Words by unit and by title, with the names of what they belong to."""

    units: list[Numbers]
    titles: list[Numbers]
    refs: list[str]
    articles: list[str]
    counts: list[int]
    """How many units each article has."""


class WordTable:
    """`words`: numbers of syllables as written, unit after unit; `units`: where each unit begins and the last ends.

    `titles` and `title_places` are the same of the articles' titles; `first_units`: the first unit of each article.
    """

    def __init__(self, arrays: Mapping[str, npt.NDArray[np.generic]], names: Mapping[str, list[str]]) -> None:
        """`names`: `vocabulary` (syllables, by number), `refs` (units), `articles`, `documents` (of each article)."""
        self.words: Numbers = arrays["words"].view(np.int32)
        self.units: Places = arrays["units"].view(np.int64)
        self.titles: Numbers = arrays["titles"].view(np.int32)
        self.title_places: Places = arrays["title_places"].view(np.int64)
        self.first_units: Places = arrays["first_units"].view(np.int64)
        self.vocabulary = names["vocabulary"]
        self.refs, self.articles, self.documents = names["refs"], names["articles"], names["documents"]

    @cached_property
    def number(self) -> dict[str, int]:
        """The number of a syllable as written."""
        return {word: number for number, word in enumerate(self.vocabulary)}

    @cached_property
    def bare_number(self) -> dict[str, int]:
        """The number of a syllable without diacritics."""
        return {word: number for number, word in enumerate(dict.fromkeys(bare(self.vocabulary)))}

    @cached_property
    def bare_of(self) -> Numbers:
        """The bare number of every number."""
        return np.array([self.bare_number[word] for word in bare(self.vocabulary)], np.int32)

    @cached_property
    def place(self) -> dict[str, int]:
        """The place of an article by its ref."""
        return {ref: place for place, ref in enumerate(self.articles)}

    @cached_property
    def document_numbers(self) -> Numbers:
        """A number of its document for every article."""
        numbers = {name: number for number, name in enumerate(dict.fromkeys(self.documents))}
        return np.array([numbers[name] for name in self.documents], np.int32)

    @cached_property
    def document_sizes(self) -> Numbers:
        """How many articles the document of every article has."""
        return np.bincount(self.document_numbers).astype(np.int32)[self.document_numbers]

    def grown(self, documents: Sequence[str], fresh: Mapping[str, Sequence[Unit]]) -> WordTable:
        """The table of `documents`, in that order: `fresh` ones read from their units, others taken from here."""
        vocabulary = dict(self.number)
        parts = [_read(fresh[name], vocabulary) if name in fresh else self._rows(name) for name in documents]
        owners = [name for name, part in zip(documents, parts, strict=True) for _ in part.articles]
        return WordTable(*_joined(parts, list(vocabulary), owners))

    def _rows(self, document: str) -> _Rows:
        begin, end = self._spans.get(document, (0, 0))
        first, last = int(self.first_units[begin]), int(self.first_units[end])
        return _Rows(
            [self.words[self.units[at] : self.units[at + 1]] for at in range(first, last)],
            [self.titles[self.title_places[at] : self.title_places[at + 1]] for at in range(begin, end)],
            self.refs[first:last],
            self.articles[begin:end],
            np.diff(self.first_units[begin : end + 1]).tolist(),
        )

    @cached_property
    def _spans(self) -> dict[str, tuple[int, int]]:
        """From and to which article a document reaches."""
        spans: dict[str, tuple[int, int]] = {}
        for place, name in enumerate(self.documents):
            spans[name] = (spans.get(name, (place, place))[0], place + 1)
        return spans

    def save(self, folder: Path) -> None:
        """Write the table below a folder, each file in one step."""
        folder.mkdir(parents=True, exist_ok=True)
        for name in _ARRAYS:
            draft = folder / f"{name}.part"
            with draft.open("wb") as file:
                np.save(file, getattr(self, name))
            draft.replace(folder / f"{name}.npy")
        names = {name: getattr(self, name) for name in ("vocabulary", "refs", "articles", "documents")}
        draft = folder / "names.part"
        draft.write_text(json.dumps(names, ensure_ascii=False), encoding="utf-8")
        draft.replace(folder / _NAMES)

    @classmethod
    def load(cls, folder: Path) -> WordTable:
        """Read what `save` wrote; the empty table for none; raise `OSError` or `ValueError` where it is bad."""
        if not (folder / _NAMES).is_file():
            return empty_table()
        names = json.loads((folder / _NAMES).read_text(encoding="utf-8"))
        return cls({name: np.load(folder / f"{name}.npy", mmap_mode="r") for name in _ARRAYS}, names)


def empty_table() -> WordTable:
    """A table of nothing."""
    return WordTable(*_joined([], [], []))


def _read(units: Sequence[Unit], vocabulary: dict[str, int]) -> _Rows:
    found = _Rows([], [], [], [], [])
    for ref, own in by_article(units):
        found.articles.append(ref)
        found.counts.append(len(own))
        found.titles.append(_numbers(own[0].title, vocabulary))
        found.refs.extend(unit.ref for unit in own)
        found.units.extend(_numbers(unit.text, vocabulary) for unit in own)
    return found


def _numbers(text: str, vocabulary: dict[str, int]) -> Numbers:
    return np.array([vocabulary.setdefault(word, len(vocabulary)) for word in syllables(text)], np.int32)


def _joined(
    parts: Sequence[_Rows], vocabulary: list[str], owners: list[str]
) -> tuple[dict[str, npt.NDArray[np.generic]], dict[str, list[str]]]:
    units = [row for part in parts for row in part.units]
    titles = [row for part in parts for row in part.titles]
    arrays: dict[str, npt.NDArray[np.generic]] = {
        "words": np.concatenate([np.zeros(0, np.int32), *units]),
        "units": _ends(map(len, units)),
        "titles": np.concatenate([np.zeros(0, np.int32), *titles]),
        "title_places": _ends(map(len, titles)),
        "first_units": _ends(count for part in parts for count in part.counts),
    }
    refs = [ref for part in parts for ref in part.refs]
    articles = [ref for part in parts for ref in part.articles]
    return arrays, {"vocabulary": vocabulary, "refs": refs, "articles": articles, "documents": owners}


def _ends(lengths: Iterable[int]) -> Places:
    return np.cumsum([0, *lengths], dtype=np.int64)
