from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from scipy import stats

from eval.comparison import Compared, Outcome
from eval.runs.comparison import compare
from eval.runs.folder import NotARun
from eval.suites.suite import Row
from tests.eval.runs.judged import Values, judged

ROWS = [Row(f"q{n:02}", f"Câu {n}?", True, tags=("lẻ",) if n % 2 else ()) for n in range(40)]
IDS = [row.id for row in ROWS]


def of(name: str, first: Values, second: Values, folder: Path, unit: str = "share") -> Compared:
    runs = [judged(folder / word, values, ROWS, {name: unit}) for word, values in (("a", first), ("b", second))]
    return next(one for one in compare(*runs).measures if one.measure == name)


@pytest.mark.parametrize(
    ("changed", "outcome"),
    [
        (0, Outcome.SAME),
        (1, Outcome.NOISE),
        (4, Outcome.NOISE),  # four of four the same way: p = 1/8 of a two-sided test
        (12, Outcome.BETTER),
    ],
)
def test_one_question_more_is_noise_and_twelve_are_not(tmp_path: Path, changed: int, outcome: Outcome) -> None:
    before = {"right": dict.fromkeys(IDS, 0.0)}
    after = {"right": {row: float(place < changed) for place, row in enumerate(IDS)}}
    found = of("right", before, after, tmp_path)
    assert found.outcome is outcome
    assert [change.id for change in found.gains] == IDS[:changed]
    assert found.losses == ()


def test_the_other_way_round_is_worse(tmp_path: Path) -> None:
    good, bad = {"right": dict.fromkeys(IDS, 1.0)}, {"right": dict.fromkeys(IDS, 0.0)}
    found = of("right", good, bad, tmp_path)
    assert (found.outcome, len(found.losses), found.difference.mean) == (Outcome.WORSE, 40, -1.0)


def test_the_verdict_is_that_of_an_independent_recomputation(tmp_path: Path) -> None:
    random = np.random.default_rng(5)
    names = ["a", "b", "c", "d"]
    first = {name: dict(zip(IDS, random.random(40).tolist(), strict=True)) for name in names}
    second = {
        name: {row: value + random.normal(shift, 0.2) for row, value in first[name].items()}
        for name, shift in zip(names, (0.0, 0.08, 0.15, -0.2), strict=True)
    }
    runs = [judged(tmp_path / word, values, ROWS) for word, values in (("one", first), ("two", second))]
    found = {one.measure: one for one in compare(*runs).measures}
    exact = {
        name: stats.permutation_test(
            (np.array(list(first[name].values())), np.array(list(second[name].values()))),
            lambda a, b: (b - a).mean(), permutation_type="samples", n_resamples=20_000, rng=8,
        ).pvalue
        for name in names
    }  # fmt: skip
    ordered = sorted(exact, key=lambda name: exact[name])
    fallen = False
    for place, name in enumerate(ordered):
        fallen = fallen or exact[name] > 0.05 / (len(ordered) - place)
        assert (found[name].outcome in (Outcome.BETTER, Outcome.WORSE)) is not fallen, name


def test_amounts_are_shown_and_not_ruled_on(tmp_path: Path) -> None:
    slow, fast = {"time": dict.fromkeys(IDS, 900.0)}, {"time": dict.fromkeys(IDS, 100.0)}
    found = of("time", slow, fast, tmp_path, "ms")
    assert found.outcome is Outcome.UNKNOWN
    assert len(found.gains) == 40  # less time is a gain


def test_rows_scored_by_one_run_alone_are_counted_and_not_compared(tmp_path: Path) -> None:
    first: Values = {"right": {"q00": 1.0, "q01": None, "q02": 0.0}}
    second: Values = {"right": {"q00": 1.0, "q01": 1.0}}
    found = of("right", first, second, tmp_path)
    assert (found.difference.queries, found.only_first, found.only_second) == (1, 1, 1)


def test_slices_have_their_own_difference(tmp_path: Path) -> None:
    first = {"right": dict.fromkeys(IDS, 0.0)}
    second = {"right": {row.id: float("lẻ" in row.tags) for row in ROWS}}
    found = of("right", first, second, tmp_path)
    assert (found.slices["lẻ"].mean, found.slices["lẻ"].queries) == (1.0, 20)


def test_only_the_same_question_is_shared(tmp_path: Path) -> None:
    values = {"right": dict.fromkeys(IDS, 1.0)}
    one = judged(tmp_path / "a", values, ROWS)
    other = judged(tmp_path / "b", values, [Row("q00", "Câu khác?", True), *ROWS[1:]])
    found = compare(one, other)
    assert (found.rows, found.rows_not_shared) == (39, 1)


def test_runs_with_nothing_in_common_are_refused(tmp_path: Path) -> None:
    one = judged(tmp_path / "a", {"right": {}}, ROWS[:1])
    other = judged(tmp_path / "b", {"right": {}}, ROWS[1:2])
    with pytest.raises(NotARun, match="không có câu hỏi nào chung"):
        compare(one, other)


def test_the_same_questions_in_another_spelling_are_shared(tmp_path: Path) -> None:
    values = {"right": dict.fromkeys(IDS, 1.0)}
    bare = [Row(row.id, f"Cau {n}?", True, tags=row.tags) for n, row in enumerate(ROWS)]
    one = judged(tmp_path / "a", values, ROWS)
    other = judged(tmp_path / "b", values, bare)
    with pytest.raises(NotARun):
        compare(one, other)
    other.note(spelling="no_diacritics")
    assert compare(one, other).rows == 40
    wanted_otherwise = judged(tmp_path / "c", values, [replace(bare[0], answerable=False), *bare[1:]])
    wanted_otherwise.note(spelling="no_diacritics")
    assert compare(one, wanted_otherwise).rows == 39, "another expectation is another question"
