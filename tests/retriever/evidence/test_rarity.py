"""Counting is compared with counting by hand: sets of words, article by article."""

import math
from collections import Counter
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retriever.evidence.rarity import Rarity, rarity_of
from retriever.evidence.word_table import WordTable, empty_table
from retriever.syllables import bare, syllables
from retriever.unit import Unit, by_article
from tests.retriever.evidence.town import TOWN, unit


def _counted_by_hand(units: list[Unit]) -> tuple[Counter[str], Counter[str], Counter[tuple[str, str]]]:
    plain: Counter[str] = Counter()
    written: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for _, own in by_article(units):
        texts = [syllables(text) for text in (own[0].title, *(one.text for one in own))]
        written.update({word for text in texts for word in text})
        plain.update({word for text in texts for word in bare(text)})
        pairs.update({pair for text in texts for pair in pairwise(bare(text))})
    return plain, written, pairs


def _as_counters(table: WordTable, rarity: Rarity) -> tuple[Counter[str], Counter[str], Counter[tuple[str, str]]]:
    plain = {number: word for word, number in table.bare_number.items()}
    names = [(plain[int(key >> 32)], plain[int(key & 0xFFFFFFFF)]) for key in rarity.pair_keys]
    return (
        Counter({word: int(rarity.bare[number]) for word, number in table.bare_number.items()}),
        Counter({word: int(rarity.written[number]) for word, number in table.number.items()}),
        Counter(dict(zip(names, rarity.pairs.tolist(), strict=True))),
    )


@pytest.mark.parametrize("at_once", [1, 20, 10**6], ids=["an article", "a few", "all"])
def test_it_counts_the_articles_that_hold_a_word_or_a_pair(at_once: int) -> None:
    table = empty_table().grown(list(TOWN), TOWN)
    units = [one for units in TOWN.values() for one in units]
    assert _as_counters(table, rarity_of(table, at_once)) == _counted_by_hand(units)


_WORDS = st.lists(st.sampled_from(["chó", "cho", "mèo", "đường", "7", "phải"]), max_size=6).map(" ".join)


@given(st.lists(st.tuples(st.integers(1, 3), _WORDS, _WORDS), min_size=1, max_size=8), st.integers(1, 30))
def test_the_same_for_any_text_and_any_portion(rows: list[tuple[int, str, str]], at_once: int) -> None:
    titles = {article: title for article, title, _ in reversed(rows)}
    rows = sorted(rows, key=lambda row: row[0])
    units = [unit(f"a#{article}__{at}", titles[article], text) for at, (article, _, text) in enumerate(rows)]
    table = empty_table().grown(["a"], {"a": units})
    assert _as_counters(table, rarity_of(table, at_once)) == _counted_by_hand(units)


def test_the_rarer_the_more_it_is_worth_and_the_unheard_of_most() -> None:
    table = empty_table().grown(list(TOWN), TOWN)
    rarity = rarity_of(table)
    everywhere, twice = (table.bare_number[word] for word in ("che", "cho"))
    common, rare = rarity.of_bare(np.array([everywhere, twice], np.int32))
    assert rare == pytest.approx(math.log(1 + (4 - 2 + 0.5) / (2 + 0.5)))
    assert rare > common
    unheard = rarity.of_pairs(np.array([(twice << 32) | everywhere]))
    assert unheard[0] == pytest.approx(math.log(1 + 4.5 / 0.5))


def test_it_comes_back_from_disk(tmp_path: Path) -> None:
    table = empty_table().grown(list(TOWN), TOWN)
    rarity = rarity_of(table)
    rarity.save(tmp_path)
    again = Rarity.load(tmp_path)
    assert again is not None
    assert _as_counters(table, again) == _as_counters(table, rarity)
    np.testing.assert_array_equal(again.titles, rarity.titles)
    assert Rarity.load(tmp_path / "nowhere") is None
