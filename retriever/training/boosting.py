"""Boosted trees that put right candidates before wrong ones: LambdaMART (Burges 2010) by LightGBM."""

from __future__ import annotations

from typing import Any

from retriever.evidence.trees import Trees, trees_of
from retriever.fault import TrainingMissing
from retriever.training.gathering import Gathered

ROUNDS = 300
SETTINGS: dict[str, Any] = {
    "objective": "lambdarank",
    "lambdarank_truncation_level": 20,
    "num_leaves": 15,
    "learning_rate": 0.05,
    "min_data_in_leaf": 200,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}
"""Chosen on held-out questions of the bundled set (docs/training.md); one thread and one seed give the same trees."""


def boosted(tables: Gathered, rounds: int = ROUNDS) -> Trees:
    """Trees that rank the candidates of these tables; raise `TrainingMissing` where LightGBM is not installed."""
    try:
        import lightgbm
    except (ImportError, OSError) as error:
        raise TrainingMissing(
            "Chưa có LightGBM để huấn luyện. Hãy chạy `pip install lightgbm` (trên Debian cần thêm gói libgomp1)."
        ) from error
    data = lightgbm.Dataset(
        tables.features, tables.right, group=tables.groups, feature_name=list(tables.names), free_raw_data=True
    )
    return trees_of(lightgbm.train(SETTINGS, data, rounds).dump_model())
