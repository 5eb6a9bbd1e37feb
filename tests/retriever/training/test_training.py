"""From examples to trees, over invented law."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from retriever.fault import NothingToLearn
from retriever.hashing_embedder import HashingEmbedder
from retriever.index import memory_index
from retriever.lexical import Clause, LexicalHit
from retriever.memory_index import MemoryLexicalIndex
from retriever.ranking import Ranker
from retriever.training.boosting import boosted
from retriever.training.examples import Example
from retriever.training.gathering import Gathered, gathered
from tests.retriever.law import library

EXAMPLES = [
    Example("Con nhỏ ở với ai khi ly hôn?", ("1/2020/QH99#dieu_3",)),
    Example("Đất bỏ hoang mấy năm thì bị thu hồi?", ("31/2024/QH99#dieu_5", "45/2013/QH99#dieu_9")),
    Example("Chuyện chẳng luật nào nói tới", ("9/2000/QH99#dieu_1",)),
]


def _ranker(embedder: HashingEmbedder | None = None) -> Ranker:
    index = memory_index(embedder)
    index.sync(library())
    return index.ranker()


class _Unasked(MemoryLexicalIndex):
    """Fails as soon as it is asked: what was gathered before must do."""

    def search(self, clauses: Sequence[Clause], k: int) -> list[LexicalHit]:
        raise AssertionError("asked again")


@pytest.mark.parametrize("embedder", [None, HashingEmbedder()], ids=["words", "meaning"])
def test_candidates_are_gathered_with_what_is_right(embedder: HashingEmbedder | None, tmp_path: Path) -> None:
    tables = gathered(_ranker(embedder), EXAMPLES, tmp_path, "law")
    assert len(tables.groups) == 2, "an example without a right candidate teaches nothing"
    assert tables.features.shape == (tables.groups.sum(), len(tables.names))
    assert [part.sum() for part in np.split(tables.right, tables.groups[:1])] == [1, 2]
    assert ("meaning_range" in tables.names) == (embedder is not None)


def test_what_was_gathered_is_not_gathered_again(tmp_path: Path) -> None:
    ranker = _ranker()
    first = gathered(ranker, EXAMPLES, tmp_path, "law")
    again = gathered(replace(ranker, lexical=_Unasked()), EXAMPLES, tmp_path, "law")
    np.testing.assert_array_equal(first.features, again.features)
    with pytest.raises(AssertionError, match="asked again"):
        gathered(replace(ranker, lexical=_Unasked()), EXAMPLES, tmp_path, "another law")


def test_examples_without_any_right_candidate_are_told(tmp_path: Path) -> None:
    with pytest.raises(NothingToLearn, match="gold"):
        gathered(_ranker(), EXAMPLES[2:], tmp_path, "law")


def test_trees_learn_what_tells_right_from_wrong() -> None:
    random = np.random.default_rng(1)
    rows = random.normal(size=(4000, 3)).astype(np.float32)
    groups = np.full(200, 20)
    best = np.array([start + rows[start : start + 20, 1].argmax() for start in range(0, 4000, 20)])
    right = np.zeros(4000, np.int8)
    right[best] = 1
    trees = boosted(Gathered(("noise", "signal", "more noise"), rows, right, groups), rounds=40)
    scores = trees.score(dict(zip(trees.names, rows.T, strict=True))).reshape(200, 20)
    hit = scores.argmax(axis=1) + np.arange(200) * 20 == best
    assert hit.mean() > 0.9


def test_the_same_tables_give_the_same_trees() -> None:
    random = np.random.default_rng(2)
    rows = random.normal(size=(1000, 2)).astype(np.float32)
    tables = Gathered(("a", "b"), rows, (rows[:, 0] > 1.5).astype(np.int8), np.full(50, 20))
    one, other = boosted(tables, rounds=10), boosted(tables, rounds=10)
    np.testing.assert_array_equal(one.value, other.value)
    np.testing.assert_array_equal(one.threshold, other.threshold)
