"""Reading trees is compared with LightGBM, which grew them."""

from pathlib import Path

import lightgbm
import numpy as np
import pytest

from retriever.evidence.trees import Trees, trees_of

NAMES = ("one", "two", "three")


def _grown(leaves: int) -> lightgbm.Booster:
    random = np.random.default_rng(leaves)
    rows = random.normal(size=(600, 3))
    right = (rows[:, 0] * rows[:, 1] > rows[:, 2]).astype(int)
    settings = {"objective": "lambdarank", "num_leaves": leaves, "min_data_in_leaf": 5, "verbose": -1, "num_threads": 1}
    return lightgbm.train(settings, lightgbm.Dataset(rows, right, group=[30] * 20, feature_name=list(NAMES)), 25)


@pytest.mark.parametrize("leaves", [2, 7, 31])
def test_they_score_as_lightgbm_does(leaves: int, tmp_path: Path) -> None:
    booster = _grown(leaves)
    trees = trees_of(booster.dump_model())
    trees.save(tmp_path / "trees.npz")
    rows = np.random.default_rng(0).normal(size=(200, 3))
    columns = dict(zip(NAMES, rows.T, strict=True)) | {"unused": rows[:, 0]}
    for one in (trees, Trees.load(tmp_path / "trees.npz")):
        np.testing.assert_allclose(one.score(columns), booster.predict(rows), rtol=1e-5, atol=1e-6)


def test_a_tree_that_never_splits_gives_the_same_to_all() -> None:
    leaf = {"tree_structure": {"leaf_index": 0, "leaf_value": 0.5}}
    trees = trees_of({"feature_names": ["one"], "tree_info": [leaf]})
    assert trees.score({"one": np.array([1.0, 2.0])}).tolist() == [0.5, 0.5]


def test_a_feature_that_is_missing_is_an_error() -> None:
    trees = trees_of(_grown(7).dump_model())
    with pytest.raises(KeyError, match="three"):
        trees.score({"one": np.zeros(2), "two": np.zeros(2)})
