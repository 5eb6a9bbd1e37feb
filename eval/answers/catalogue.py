"""The measures of answers, in the order in which reports show them."""

from __future__ import annotations

from eval.answers.measure import Measure
from eval.answers.measures import amounts, danger, outcome, phrases, provisions, quotes, validity

MEASURES: tuple[Measure, ...] = (
    *outcome.MEASURES,
    *provisions.MEASURES,
    *quotes.MEASURES,
    *validity.MEASURES,
    *phrases.MEASURES,
    *danger.MEASURES,
    *amounts.MEASURES,
)
