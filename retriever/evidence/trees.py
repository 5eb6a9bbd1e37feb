"""Boosted trees, read only: the sum of the leaves that a row of features falls into (Friedman 2001; Ke et al. 2017)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import numpy as np
import numpy.typing as npt

from retriever.evidence.rarity import Floats

_ARRAYS = ("feature", "threshold", "left", "right", "value")


@dataclass(frozen=True, slots=True)
class Trees:
    """Nodes by tree: left where the feature is at most the threshold; a leaf points to itself.

    `names` are the features by number, `depth` the longest way from a root to a leaf.
    """

    names: tuple[str, ...]
    feature: npt.NDArray[np.int32]
    threshold: npt.NDArray[np.float64]
    left: npt.NDArray[np.int32]
    right: npt.NDArray[np.int32]
    value: npt.NDArray[np.float64]
    depth: int

    def score(self, columns: Mapping[str, Floats]) -> Floats:
        """A score per row; raise `KeyError` where a feature is missing."""
        table = np.stack([columns[name] for name in self.names], axis=1).astype(np.float64)
        count, width = self.feature.shape
        starts = (np.arange(count, dtype=np.int32) * width)[None, :]
        left, right = (self.left + starts.T).ravel(), (self.right + starts.T).ravel()
        feature, threshold, values = self.feature.ravel(), self.threshold.ravel(), table.ravel()
        rows = (np.arange(len(table), dtype=np.int32) * len(self.names))[:, None]
        at = np.repeat(starts, len(table), axis=0)
        for _ in range(self.depth):
            below = values[rows + feature[at]] <= threshold[at]
            at = np.where(below, left[at], right[at])
        scores: Floats = self.value.ravel()[at].sum(axis=1).astype(np.float32)
        return scores

    def save(self, path: Path) -> None:
        """Write it in one step."""
        draft = path.with_suffix(".part")
        with draft.open("wb") as file:
            arrays = {name: getattr(self, name) for name in _ARRAYS}
            np.savez_compressed(file, names=np.array(self.names), depth=np.array(self.depth), **arrays)
        draft.replace(path)

    @classmethod
    def load(cls, file: Path | IO[bytes]) -> Trees:
        """Read what `save` wrote."""
        with np.load(file) as held:
            names = tuple(map(str, held["names"]))
            arrays = {name: held[name] for name in _ARRAYS}
            return cls(names=names, depth=int(held["depth"]), **arrays)


def trees_of(dump: Mapping[str, Any]) -> Trees:
    """The trees of a LightGBM model (`Booster.dump_model()`) whose features are all numbers without gaps."""
    nodes = [_nodes(tree["tree_structure"]) for tree in dump["tree_info"]]
    width = max(map(len, nodes))
    rows = [own + [(0, 0.0, place, place, 0.0, 0) for place in range(len(own), width)] for own in nodes]
    columns = [list(zip(*row, strict=True)) for row in rows]
    feature, threshold, left, right, value, deep = (np.array(part) for part in zip(*columns, strict=True))
    return Trees(
        tuple(dump["feature_names"]),
        feature.astype(np.int32),
        threshold.astype(np.float64),
        left.astype(np.int32),
        right.astype(np.int32),
        value.astype(np.float64),
        int(deep.max()),
    )


def _nodes(root: Mapping[str, Any]) -> list[tuple[int, float, int, int, float, int]]:
    """Feature, threshold, left, right, value and depth of every node, the root first."""
    found: list[tuple[int, float, int, int, float, int]] = []

    def place(node: Mapping[str, Any], depth: int) -> int:
        at = len(found)
        found.append((0, 0.0, at, at, float(node.get("leaf_value", 0.0)), depth))
        if "split_feature" in node:
            left, right = place(node["left_child"], depth + 1), place(node["right_child"], depth + 1)
            found[at] = (int(node["split_feature"]), float(node["threshold"]), left, right, 0.0, depth)
        return at

    place(root, 0)
    return found
