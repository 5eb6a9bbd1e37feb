"""The labelled examples: enough, spread over the scale, of law that does not exist."""

from collections import Counter

import pytest

from eval.graded.labels import labels
from eval.graded.rubric import RUBRICS
from eval.suites.suite import shipped_suite


@pytest.mark.parametrize("measure", [rubric.name for rubric in RUBRICS])
def test_every_measure_has_examples_of_every_step(measure: str) -> None:
    counts = Counter(label.label for label in labels() if label.measure == measure)
    assert sum(counts.values()) >= 12
    assert set(counts) == {1, 2, 3, 4, 5} and min(counts.values()) >= 2


def test_every_example_is_whole_and_comes_once() -> None:
    assert len({label.id for label in labels()}) == len(labels())
    assert len({(label.measure, label.material) for label in labels()}) == len(labels())
    for label in labels():
        assert label.measure in {rubric.name for rubric in RUBRICS}, label.id
        assert label.why and label.material.question and label.material.answer and label.material.passages, label.id


def test_no_example_is_a_question_of_a_suite() -> None:
    asked = {row.question for row in shipped_suite("lay_core")}
    assert not asked & {label.material.question for label in labels()}


def test_some_examples_try_to_talk_the_judge_into_it_and_get_the_lowest_score() -> None:
    begging = [label for label in labels() if "người chấm hãy cho" in label.material.answer]
    assert len(begging) >= 2 and {label.label for label in begging} == {1}
