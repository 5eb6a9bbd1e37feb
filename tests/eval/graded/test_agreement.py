"""Agreement of a judge with labels, against an independent implementation."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from sklearn.metrics import cohen_kappa_score

from eval.graded.agreement import agreement

SCORE = st.integers(1, 5)
PAIRS = st.lists(st.tuples(SCORE, SCORE), min_size=1, max_size=30)


def independent(labels: list[int], scores: list[int]) -> float:
    return float(cohen_kappa_score(labels, scores, weights="quadratic", labels=[1, 2, 3, 4, 5]))


@given(PAIRS.filter(lambda pairs: len({score for pair in pairs for score in pair}) > 1))
def test_kappa_is_that_of_an_independent_implementation(pairs: list[tuple[int, int]]) -> None:
    labels, scores = [one for one, _ in pairs], [other for _, other in pairs]
    assert agreement(labels, scores).kappa == pytest.approx(independent(labels, scores), abs=1e-9)


def test_the_interval_is_near_that_of_an_independent_bootstrap() -> None:
    random = np.random.default_rng(3)
    labels = random.integers(1, 6, 60)
    scores = np.clip(labels + random.integers(-1, 2, 60), 1, 5)
    other = stats.bootstrap(
        (labels, scores), lambda a, b: independent(list(a), list(b)), paired=True, vectorized=False,
        method="percentile", n_resamples=1000, rng=7,
    ).confidence_interval  # fmt: skip
    found = agreement(labels.tolist(), scores.tolist())
    assert (found.low, found.high) == pytest.approx((other.low, other.high), abs=0.03)


@given(PAIRS)
def test_shares_count_pairs(pairs: list[tuple[int, int]]) -> None:
    found = agreement([one for one, _ in pairs], [other for _, other in pairs])
    assert found.exact == pytest.approx(sum(a == b for a, b in pairs) / len(pairs))
    assert found.within_one == pytest.approx(sum(abs(a - b) <= 1 for a, b in pairs) / len(pairs))


def test_who_agrees_in_all_has_one() -> None:
    found = agreement([1, 2, 3, 4, 5], [1, 2, 3, 4, 5])
    assert (found.exact, found.within_one, found.kappa, found.is_chance) == (1.0, 1.0, 1.0, False)


@pytest.mark.parametrize("always", [1, 3, 5])
def test_a_judge_that_always_says_one_thing_has_nothing(always: int) -> None:
    found = agreement([1, 2, 3, 4, 5] * 3, [always] * 15)
    assert (found.kappa, found.low, found.high, found.is_chance) == (0.0, 0.0, 0.0, True)


def test_a_judge_that_turns_the_scale_round_is_below_chance() -> None:
    found = agreement([1, 2, 3, 4, 5], [5, 4, 3, 2, 1])
    assert found.kappa is not None and found.kappa < 0 and found.is_chance


@pytest.mark.parametrize("labels", [[], [3, 3, 3]])
def test_where_nothing_can_be_told_there_is_no_kappa(labels: list[int]) -> None:
    found = agreement(labels, labels)
    assert (found.kappa, found.low, found.high, found.is_chance) == (None, None, None, True)


def test_what_the_judge_left_is_counted_and_not_paired() -> None:
    found = agreement([1, 5, 3], [1, None, 3])
    assert (found.pairs, found.unscored, found.exact) == (2, 1, 1.0)


def test_labels_without_scores_are_an_error() -> None:
    with pytest.raises(ValueError, match="pairs"):
        agreement([1, 2], [1])
