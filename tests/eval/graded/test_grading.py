"""A run before judges whose mind is known."""

import json
from pathlib import Path

import pytest

from eval.answers.verdict import State
from eval.graded.exchanges import EXCHANGES, Exchanges
from eval.graded.grader import Grader
from eval.graded.grading import Graded, grade_run
from eval.graded.labels import labels
from eval.runs.folder import RunFolder
from tests.eval.graded.judges import Judge, always, graded, like_the_hand
from tests.eval.graded.runs import small_run

ASKED = len(labels()) + 3 + 2 + 3
"""Every label; three measures of a and d, and of c but its faithfulness."""


def by(folder: RunFolder, judge: Judge) -> Graded:
    return grade_run(folder, Grader(judge, "http://x/v1", Exchanges(folder.path)), labels(), lambda *_: None)


def test_what_is_answered_is_graded_and_the_rest_says_why_not(tmp_path: Path) -> None:
    judge = Judge(like_the_hand)
    verdicts = by(small_run(tmp_path), judge).verdicts
    assert judge.asked == ASKED
    states = {row: [verdict.state for verdict in given] for row, given in verdicts.items()}
    assert states["a"] == states["d"] == [State.SCORED] * 3
    assert states["b"] == [State.NOT_APPLICABLE] * 3
    assert states["c"] == [State.UNSCORED, State.SCORED, State.SCORED]
    assert states["e"] == [State.UNSCORED] * 3
    assert "no passage" in verdicts["c"][0].why and "no reply is written down" in verdicts["e"][0].why


def test_unscored_is_counted_apart_and_is_no_zero(tmp_path: Path) -> None:
    found = by(small_run(tmp_path), Judge(always(4))).measures()["faithfulness"]
    assert (found["mean"], found["scored"], found["not_applicable"], found["unscored"]) == (4.0, 2, 1, 2)
    assert found["counts"] == {"1": 0, "2": 0, "3": 0, "4": 2, "5": 0} and found["small"]


def test_a_judge_like_the_hand_agrees_in_all(tmp_path: Path) -> None:
    for found in by(small_run(tmp_path), Judge(like_the_hand)).agreements.values():
        assert (found.pairs, found.exact, found.kappa, found.is_chance) == (15, 1.0, 1.0, False)


@pytest.mark.parametrize("score", [1, 5])
def test_a_judge_that_does_not_look_agrees_as_chance_would(tmp_path: Path, score: int) -> None:
    measures = by(small_run(tmp_path), Judge(always(score))).measures()
    for found in measures.values():
        assert (found["mean"], found["agreement"]["kappa"], found["agreement"]["is_chance"]) == (score, 0.0, True)


def test_a_judge_that_always_fails_gives_no_score_at_all(tmp_path: Path) -> None:
    measures = by(small_run(tmp_path), Judge(lambda _: None)).measures()
    for found in measures.values():
        assert (found["mean"], found["scored"], found["agreement"]["kappa"]) == (None, 0, None)
        assert found["agreement"]["unscored"] == 15


class _Killed(Exception):
    """The process dies here."""


@pytest.mark.parametrize("last", [0, 1, 20, ASKED - 1])
def test_a_killed_grading_goes_on_without_asking_twice(tmp_path: Path, last: int) -> None:
    folder, whole = small_run(tmp_path / "killed"), small_run(tmp_path / "whole")
    said = 0

    def dying(prompt: str) -> str:
        nonlocal said
        if said == last:
            raise _Killed
        said += 1
        return like_the_hand(prompt)

    with pytest.raises(_Killed):
        by(folder, Judge(dying))
    again = Judge(like_the_hand)
    assert by(folder, again) == by(whole, Judge(like_the_hand))
    assert said + again.asked == ASKED


@pytest.mark.parametrize("cut", [1, 40, 700])
def test_an_exchange_cut_short_is_asked_again_and_the_file_stays_whole(tmp_path: Path, cut: int) -> None:
    folder = small_run(tmp_path)
    by(folder, Judge(like_the_hand))
    path = folder.path / EXCHANGES
    path.write_bytes(path.read_bytes()[:-cut])
    again = Judge(lambda _: graded(2))
    by(folder, again)
    assert again.asked == 1
    assert len([json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]) == ASKED


def test_graded_again_by_another_judge_both_are_kept(tmp_path: Path) -> None:
    folder = small_run(tmp_path)
    by(folder, Judge(always(4), "một"))
    by(folder, Judge(always(2), "hai"))
    models = [json.loads(line)["model"] for line in (folder.path / EXCHANGES).read_text(encoding="utf-8").splitlines()]
    assert (models.count("một"), models.count("hai")) == (ASKED, ASKED)


def test_the_progress_ends_where_it_should(tmp_path: Path) -> None:
    folder, seen = small_run(tmp_path), list[tuple[int, int]]()
    grader = Grader(Judge(always(3)), "http://x/v1", Exchanges(folder.path))
    grade_run(folder, grader, labels(), lambda done, total: seen.append((done, total)))
    assert seen[0][0] == 0 and seen[-1][0] == seen[-1][1] == len(seen) - 1
