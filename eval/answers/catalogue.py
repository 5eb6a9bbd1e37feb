"""The measures of answers, in the order in which reports show them."""

from __future__ import annotations

from eval.answers.measure import Measure
from eval.answers.measures import (
    amounts,
    authorities,
    danger,
    figures,
    outcome,
    phrases,
    polarity,
    provisions,
    quotes,
    telephones,
    validity,
)

MEASURES: tuple[Measure, ...] = (
    *outcome.MEASURES,
    *provisions.MEASURES,
    *quotes.MEASURES,
    *validity.MEASURES,
    *figures.MEASURES,
    *polarity.MEASURES,
    *authorities.MEASURES,
    *telephones.MEASURES,
    *phrases.MEASURES,
    *danger.MEASURES,
    *amounts.MEASURES,
)
