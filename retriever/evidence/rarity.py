"""How rare each word and each pair of words is: in how many articles of the corpus it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from retriever.evidence.word_table import Numbers, Places, WordTable

Floats = npt.NDArray[np.floating[Any]]
Keys = npt.NDArray[np.int64]
_AT_ONCE = 4_000_000
"""Words that are counted at a time: bounds the memory that counting takes (some 200 MB)."""
_FILE = "rarity.npz"


@dataclass(frozen=True, slots=True)
class Rarity:
    """Numbers of articles by bare word, by word as written, and by pair of bare words (sorted `pair_keys`).

    `titles`: what all bare words of each article's title are worth together.
    """

    articles: int
    bare: Numbers
    written: Numbers
    pair_keys: Keys
    pairs: Numbers
    titles: Floats

    def of_bare(self, words: Numbers) -> Floats:
        """Inverse document frequencies (Robertson and Spärck Jones 1976, never negative) of bare words."""
        return _idf(self.bare[words], self.articles)

    def of_written(self, words: Numbers) -> Floats:
        """The same of words as written."""
        return _idf(self.written[words], self.articles)

    def of_pairs(self, keys: Keys) -> Floats:
        """The same of pairs; of a pair that no article holds, that of the rarest."""
        if not len(self.pair_keys):
            return _idf(np.zeros(len(keys), np.int32), self.articles)
        places = np.minimum(np.searchsorted(self.pair_keys, keys), len(self.pair_keys) - 1)
        known = self.pair_keys[places] == keys
        return _idf(np.where(known, self.pairs[places], 0), self.articles)

    def save(self, folder: Path) -> None:
        """Write it below a folder in one step."""
        draft = folder / "rarity.part"
        with draft.open("wb") as file:
            np.savez(
                file, articles=np.array(self.articles), bare=self.bare, written=self.written,
                pair_keys=self.pair_keys, pairs=self.pairs, titles=self.titles,
            )  # fmt: skip
        draft.replace(folder / _FILE)

    @classmethod
    def load(cls, folder: Path) -> Rarity | None:
        """Read what `save` wrote; None where there is nothing."""
        if not (folder / _FILE).is_file():
            return None
        with np.load(folder / _FILE) as held:
            parts = [held[name] for name in ("bare", "written", "pair_keys", "pairs", "titles")]
            return cls(int(held["articles"]), *parts)


def _idf(having: Numbers, articles: int) -> Floats:
    idf: Floats = np.log1p((articles - having + 0.5) / (having + 0.5)).astype(np.float32)
    return idf


def pair_keys(words: Numbers) -> Keys:
    """One number for each two neighbours."""
    keys: Keys = (words[:-1].astype(np.int64) << 32) | words[1:]
    return keys


def rarity_of(table: WordTable, at_once: int = _AT_ONCE) -> Rarity:
    """Count a table, `at_once` words or one article at a time."""
    bare = np.zeros(len(table.bare_number), np.int32)
    written = np.zeros(len(table.vocabulary), np.int32)
    found: list[tuple[Keys, Numbers]] = []
    for articles, words, unbroken in _portions(table, at_once):
        written += _articles_with(articles, words, len(written))
        plain = table.bare_of[words]
        bare += _articles_with(articles, plain, len(bare))
        keys, places = np.unique(pair_keys(plain)[unbroken], return_inverse=True)
        found = _merged([*found, (keys, _articles_with(articles[:-1][unbroken], places, len(keys)))])
    keys, counts = found[0] if found else (np.zeros(0, np.int64), np.zeros(0, np.int32))
    count = len(table.articles)
    return Rarity(count, bare, written, keys, counts, _title_worth(table, _idf(bare, count)))


def _portions(table: WordTable, at_once: int) -> Iterator[tuple[Places, Numbers, npt.NDArray[np.bool_]]]:
    """Article numbers, words, and which words are followed by their neighbour, for some articles at a time."""
    ends = table.units[table.first_units] + table.title_places
    count, begin = len(table.articles), 0
    while begin < count:
        end = min(max(int(np.searchsorted(ends, ends[begin] + at_once)), begin + 1), count)
        yield _portion(table, begin, end)
        begin = end


def _portion(table: WordTable, begin: int, end: int) -> tuple[Places, Numbers, npt.NDArray[np.bool_]]:
    first, last = int(table.first_units[begin]), int(table.first_units[end])
    titles = table.titles[table.title_places[begin] : table.title_places[end]]
    words = table.words[table.units[first] : table.units[last]]
    title_lengths = np.diff(table.title_places[begin : end + 1])
    unit_lengths = np.diff(table.units[first : last + 1])
    owners = np.repeat(np.arange(begin, end), np.diff(table.first_units[begin : end + 1]))
    articles = np.concatenate([np.repeat(np.arange(begin, end), title_lengths), np.repeat(owners, unit_lengths)])
    parts = np.concatenate([
        np.repeat(np.arange(end - begin), title_lengths),
        np.repeat(np.arange(last - first) + end - begin, unit_lengths),
    ])  # fmt: skip
    return articles, np.concatenate([titles, words]), parts[1:] == parts[:-1]


def _articles_with(articles: Places, words: npt.NDArray[np.integer], size: int) -> Numbers:
    """In how many articles each of `size` words stands."""
    once = np.unique(articles.astype(np.int64) * size + words) if size else np.zeros(0, np.int64)
    return np.bincount(once % size, minlength=size).astype(np.int32) if size else np.zeros(0, np.int32)


def _merged(counted: list[tuple[Keys, Numbers]]) -> list[tuple[Keys, Numbers]]:
    if len(counted) < 2:
        return counted
    keys, places = np.unique(np.concatenate([keys for keys, _ in counted]), return_inverse=True)
    counts = np.bincount(places, np.concatenate([counts for _, counts in counted]), minlength=len(keys))
    return [(keys, counts.astype(np.int32))]


def _title_worth(table: WordTable, idf: Floats) -> Floats:
    owners = np.repeat(np.arange(len(table.articles)), np.diff(table.title_places))
    size = max(len(idf), 1)
    once = np.unique(owners * size + table.bare_of[table.titles])
    worth: Floats = np.bincount(once // size, idf[once % size], minlength=len(table.articles)).astype(np.float32)
    return worth
