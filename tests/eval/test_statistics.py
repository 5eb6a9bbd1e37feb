import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from eval.statistics import difference, holm, summed_up


def test_the_interval_is_near_that_of_an_independent_bootstrap() -> None:
    values = np.random.default_rng(4).random(80)
    score = summed_up(values.tolist())
    other = stats.bootstrap((values,), np.mean, method="percentile", n_resamples=5000, rng=7).confidence_interval
    assert score.mean == pytest.approx(values.mean())
    assert (score.low, score.high) == pytest.approx((other.low, other.high), abs=0.01)


@pytest.mark.parametrize("shift", [0.0, 0.03, 0.1, 0.3])
def test_the_paired_test_agrees_with_an_independent_one(shift: float) -> None:
    random = np.random.default_rng(11)
    first = random.random(60)
    second = first + random.normal(shift, 0.2, 60)
    found = difference(first.tolist(), second.tolist())
    other = stats.permutation_test(
        (first, second), lambda a, b, axis: (b - a).mean(axis=axis), permutation_type="samples", vectorized=True,
        n_resamples=20_000, rng=3,
    )  # fmt: skip
    assert found.p == pytest.approx(other.pvalue, abs=0.02)
    assert found.mean == pytest.approx((second - first).mean())


@given(st.lists(st.sampled_from([0.0, 0.5, 1.0]), max_size=30))
def test_a_system_differs_from_itself_by_nothing(values: list[float]) -> None:
    found = difference(values, values)
    assert (found.mean, found.low, found.high, found.p) == (0.0, 0.0, 0.0, 1.0)


def test_other_questions_cannot_be_paired() -> None:
    with pytest.raises(ValueError, match="same questions"):
        difference([1.0], [1.0, 0.0])


def test_of_nothing_there_is_no_difference_and_no_score() -> None:
    assert difference([], []).p == 1.0
    assert summed_up([]).queries == 0


@pytest.mark.parametrize(
    ("p_values", "standing"),
    [
        ({"a": 0.01, "b": 0.04}, {"a": True, "b": True}),
        ({"a": 0.03, "b": 0.04}, {"a": False, "b": False}),  # the smallest of two must be under .025
        ({"a": 0.001, "b": 0.03, "c": 0.04}, {"a": True, "b": False, "c": False}),  # the first that falls ends it
        ({}, {}),
    ],
)
def test_holm(p_values: dict[str, float], standing: dict[str, bool]) -> None:
    assert holm(p_values) == standing
