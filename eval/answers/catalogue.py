"""The measures of answers, in the order in which reports show them."""

from __future__ import annotations

from eval.answers.measure import Measure
from eval.answers.measures import amounts

MEASURES: tuple[Measure, ...] = (*amounts.MEASURES,)
