"""A question in the numbers of a word table: its words, its pairs, and what each is worth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from retriever.evidence.rarity import Floats, Keys, Rarity
from retriever.evidence.word_table import Numbers, WordTable
from retriever.lexical import BARE, PAIR, Clause, terms_of
from retriever.question import Question
from retriever.syllables import syllables


@dataclass(frozen=True, slots=True)
class AskedTerms:
    """Terms of one kind that the corpus knows, a number each.

    `worth`: the weight times the inverse document frequency `idf`; `own`: 1 for the question's own; `added`: 1 for
    what the lay terms say.
    """

    worth: Floats
    idf: Floats
    own: Floats
    added: Floats


@dataclass(frozen=True, slots=True)
class Asked:
    """`place_of_bare`, `place_of_written`: the place of a word in the question by its number, -1 where not asked.

    `pair_codes`: the place of a pair by the places of its words (first × words + second), -1 where not asked.
    """

    bare: AskedTerms
    pairs: AskedTerms
    written: AskedTerms
    place_of_bare: Numbers
    place_of_written: Numbers
    pair_codes: Numbers


def asked_of(question: Question, table: WordTable, rarity: Rarity) -> Asked:
    """The question as far as the corpus knows its words."""
    weights = terms_of(question.clauses)
    own = terms_of(clause for clause in question.clauses if clause.weight >= 1)
    added = terms_of(Clause(one.legal) for one in question.added)
    words = [word for word in weights[BARE] if word in table.bare_number]
    numbers = np.array([table.bare_number[word] for word in words], np.int32)
    place = {word: at for at, word in enumerate(words)}
    pairs = [pair for pair in weights[PAIR] if all(word in place for word in pair.split("_"))]
    halves = [tuple(place[word] for word in pair.split("_")) for pair in pairs]
    written = list(dict.fromkeys(word for word in syllables(question.text) if word in table.number))
    written_numbers = np.array([table.number[word] for word in written], np.int32)
    ones = dict.fromkeys(written, 1.0)
    return Asked(
        _terms(words, rarity.of_bare(numbers), weights[BARE], own[BARE], added[BARE]),
        _terms(pairs, rarity.of_pairs(_keys(numbers, halves)), weights[PAIR], own[PAIR], added[PAIR]),
        _terms(written, rarity.of_written(written_numbers), ones, ones, {}),
        _places(numbers, len(table.bare_number)),
        _places(written_numbers, len(table.vocabulary)),
        _codes(halves, len(words)),
    )


def _terms(
    terms: list[str], idf: Floats, weights: dict[str, float], own: Iterable[str], added: Iterable[str]
) -> AskedTerms:
    weight = np.array([weights[term] for term in terms], np.float32)
    owned, extra = set(own), set(added)
    return AskedTerms(
        idf * weight,
        idf,
        np.array([term in owned for term in terms], np.float32),
        np.array([term in extra for term in terms], np.float32),
    )


def _keys(numbers: Numbers, halves: list[tuple[int, ...]]) -> Keys:
    if not halves:
        return np.zeros(0, np.int64)
    first, second = numbers[np.array(halves)].T.astype(np.int64)
    keys: Keys = (first << 32) | second
    return keys


def _places(numbers: Numbers, size: int) -> Numbers:
    places = np.full(size, -1, np.int32)
    places[numbers] = np.arange(len(numbers), dtype=np.int32)
    return places


def _codes(halves: list[tuple[int, ...]], words: int) -> Numbers:
    codes = np.full(words * words, -1, np.int32)
    for at, (first, second) in enumerate(halves):
        codes[first * words + second] = at
    return codes
