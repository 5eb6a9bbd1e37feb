"""How often each asked term stands in each unit and each title of the candidates."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from retriever.evidence.asked import Asked
from retriever.evidence.rarity import Floats
from retriever.evidence.word_table import Numbers, Places, WordTable

_K1, _B = 1.2, 0.75


@dataclass(frozen=True, slots=True)
class Counted:
    """Rows of text by asked terms: how often; and how long each row is, in words."""

    bare: Floats
    pairs: Floats
    written: Floats
    lengths: Floats


@dataclass(frozen=True, slots=True)
class Matches:
    """`articles`: places of the candidates; `units`: places of their units; `owner`: the candidate of each unit.

    `whole` counts a unit with the title above it, as the word index does; `article` all units and the title.
    """

    articles: Places
    units: Places
    owner: Places
    first: Places
    """Where the units of each candidate begin among `units`."""
    title: Counted
    whole: Counted
    article: Counted


def matches_of(asked: Asked, table: WordTable, articles: Places) -> Matches:
    """Count the candidates, each with at least one unit."""
    begins, ends = table.first_units[articles], table.first_units[articles + 1]
    units = _ranges(begins, ends)
    owner = np.repeat(np.arange(len(articles)), ends - begins)
    first = np.cumsum(ends - begins) - (ends - begins)
    title = _counted(asked, table, table.titles, table.title_places[articles], table.title_places[articles + 1])
    unit = _counted(asked, table, table.words, table.units[units], table.units[units + 1])
    whole = _sum(unit, _rows(title, owner))
    return Matches(articles, units, owner, first, title, whole, _sum(_together(unit, first), title))


def bm25(counts: Floats, lengths: Floats, mean: float, worth: Floats) -> Floats:
    """The score of each row (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.75)."""
    damping = _K1 * (1 - _B + _B * lengths / mean)
    scores: Floats = (counts * (_K1 + 1) / (counts + damping[:, None])) @ worth
    return scores


def _counted(asked: Asked, table: WordTable, words: Numbers, begins: Places, ends: Places) -> Counted:
    places = _ranges(begins, ends)
    numbers = words[places]
    rows = np.repeat(np.arange(len(begins)), ends - begins)
    written = asked.place_of_written[numbers]
    plain = asked.place_of_bare[table.bare_of[numbers]]
    beside = (plain[:-1] >= 0) & (plain[1:] >= 0) & (rows[1:] == rows[:-1])
    codes = plain[:-1][beside].astype(np.int64) * len(asked.bare.idf) + plain[1:][beside]
    pairs = asked.pair_codes[codes]
    size = len(begins)
    return Counted(
        _table(rows, plain, size, len(asked.bare.idf)),
        _table(rows[:-1][beside], pairs, size, len(asked.pairs.idf)),
        _table(rows, written, size, len(asked.written.idf)),
        (ends - begins).astype(np.float32),
    )


def _table(rows: Places, terms: Numbers, height: int, width: int) -> Floats:
    found = terms >= 0
    flat = np.bincount(rows[found] * width + terms[found], minlength=height * width)
    return flat[: height * width].reshape(height, width).astype(np.float32)


def _ranges(begins: Places, ends: Places) -> Places:
    """All numbers from each begin to its end, one range after another."""
    lengths = ends - begins
    before = np.cumsum(lengths) - lengths
    ranges: Places = np.arange(int(lengths.sum())) + np.repeat(begins - before, lengths)
    return ranges


def _rows(counted: Counted, rows: npt.NDArray[np.int64]) -> Counted:
    return Counted(counted.bare[rows], counted.pairs[rows], counted.written[rows], counted.lengths[rows])


def _sum(one: Counted, other: Counted) -> Counted:
    return Counted(
        one.bare + other.bare, one.pairs + other.pairs, one.written + other.written, one.lengths + other.lengths
    )


def _together(counted: Counted, first: Places) -> Counted:
    def added(rows: Floats) -> Floats:
        sums: Floats = np.add.reduceat(rows, first, axis=0) if len(first) else rows
        return sums

    return Counted(added(counted.bare), added(counted.pairs), added(counted.written), added(counted.lengths))
