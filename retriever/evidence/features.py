"""What is known of a candidate, as numbers of like scale for every question and every corpus."""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

from retriever.evidence.asked import Asked, AskedTerms
from retriever.evidence.matches import Counted, Matches, bm25
from retriever.evidence.rarity import Floats, Rarity
from retriever.evidence.word_table import WordTable
from retriever.question import Question
from retriever.syllables import marked_share

_KINDS = (r"^HP/|/QH\d+$|VBHN-VPQH$|^van-ban-hop-nhat-(?:bo-)?luat-", r"UBTVQH\d+$", r"NĐ-CP$", r"/TT(?:LT)?-")
"""The Constitution, laws and their consolidated texts, ordinances, decrees, circulars, by their names."""
_ENOUGH = 1e-6
EDITION = 2
"""Raised when a feature comes to mean something else: trees grown on the old one must be grown anew."""


def features_of(
    asked: Asked, matches: Matches, table: WordTable, rarity: Rarity, question: Question, cosines: Floats | None = None
) -> dict[str, Floats]:
    """A column per feature, a number per candidate; `cosines` are those of the candidates."""
    scores = _scores(asked, matches, table)
    columns: dict[str, Floats] = {}
    for name, (found, most) in scores.items():
        columns |= _spread(name, found, most)
    columns |= _coverage(asked, matches)
    columns["title_said"] = _title_said(asked, matches, rarity)
    columns["lay"] = _lay(asked, matches)
    columns |= _neighbours(scores["clause"][0], table.document_numbers[matches.articles], "beside")
    if cosines is not None:
        columns |= _spread("meaning", cosines, None)
        columns["meaning_above"] = (cosines - cosines.mean()) / max(float(cosines.std()), _ENOUGH)
        columns |= _neighbours(cosines - cosines.min(), table.document_numbers[matches.articles], "near")
    columns |= _shape(matches, table)
    columns |= _of_question(asked, question, scores["clause"], len(matches.articles))
    return columns


def clause_scores(asked: Asked, matches: Matches, table: WordTable) -> Floats:
    """The score of every unit by words and pairs together: which clause of an article to show."""
    return _unit_scores(asked, matches.whole, _mean(matches, table, "whole"))


def _scores(asked: Asked, matches: Matches, table: WordTable) -> dict[str, tuple[Floats, float]]:
    """Scores of the candidates by channel, with the most that the question could score there."""
    most = {kind: float(terms.worth.sum()) * 2.2 for kind, terms in _kinds(asked).items()}
    found: dict[str, tuple[Floats, float]] = {}
    for place in ("title", "whole", "article"):
        counted: Counted = getattr(matches, place)
        mean = _mean(matches, table, place)
        both = np.zeros(len(counted.lengths), np.float32)
        for kind, terms in _kinds(asked).items():
            scores = bm25(getattr(counted, kind), counted.lengths, mean, terms.worth)
            both += scores if kind != "written" else 0
            found[f"{place}_{kind}"] = (_best(scores, matches, place), most[kind])
        name = "clause" if place == "whole" else f"{place}_all"
        found[name] = (_best(both, matches, place), most["bare"] + most["pairs"])
    return found


def _kinds(asked: Asked) -> dict[str, AskedTerms]:
    return {"bare": asked.bare, "pairs": asked.pairs, "written": asked.written}


def _unit_scores(asked: Asked, counted: Counted, mean: float) -> Floats:
    scores = bm25(counted.bare, counted.lengths, mean, asked.bare.worth)
    return scores + bm25(counted.pairs, counted.lengths, mean, asked.pairs.worth)


def _mean(matches: Matches, table: WordTable, place: str) -> float:
    """The mean length of a title, a unit with its title, an article, over the whole table."""
    articles = max(len(table.articles), 1)
    titles = len(table.titles) / articles
    units = len(table.words) / max(len(table.refs), 1)
    means = {"title": titles, "whole": titles + units, "article": titles + len(table.words) / articles}
    return max(means[place], 1.0)


def _best(scores: Floats, matches: Matches, place: str) -> Floats:
    if place != "whole":
        return scores
    best: Floats = np.maximum.reduceat(scores, matches.first)
    return best


def _spread(name: str, found: Floats, most: float | None) -> dict[str, Floats]:
    """How far behind the best, which place (logarithm), and how much of what the question could score."""
    high, low = float(found.max()), float(found.min())
    order = np.argsort(-found, kind="stable")
    places = np.empty(len(found), np.float32)
    places[order] = np.log1p(np.arange(len(found)))
    columns: dict[str, Floats] = {f"{name}_place": places, f"{name}_range": (found - low) / max(high - low, _ENOUGH)}
    if most is not None:
        columns |= {f"{name}_gap": (high - found) / max(high, _ENOUGH), f"{name}_share": found / max(most, _ENOUGH)}
    return columns


def _coverage(asked: Asked, matches: Matches) -> dict[str, Floats]:
    """How much of the question's own words stands in the best unit, and in the whole article, by rarity."""
    columns: dict[str, Floats] = {}
    for kind, terms in (("bare", asked.bare), ("pairs", asked.pairs)):
        worth = terms.idf * terms.own
        whole = max(float(worth.sum()), _ENOUGH)
        in_units: Floats = (getattr(matches.whole, kind) > 0) @ worth
        in_articles: Floats = (getattr(matches.article, kind) > 0) @ worth
        columns[f"held_{kind}"] = np.maximum.reduceat(in_units, matches.first) / whole
        columns[f"article_held_{kind}"] = in_articles / whole
    return columns


def _title_said(asked: Asked, matches: Matches, rarity: Rarity) -> Floats:
    """How much of a title the question says, by rarity."""
    said: Floats = (matches.title.bare > 0) @ asked.bare.idf
    return said / np.maximum(rarity.titles[matches.articles], _ENOUGH)


def _lay(asked: Asked, matches: Matches) -> Floats:
    """How well the best unit holds the law's words for lay ones, beside the best candidate; -1 without such words."""
    worth = asked.bare.idf * asked.bare.added, asked.pairs.idf * asked.pairs.added
    if not worth[0].any():
        return np.full(len(matches.articles), -1, np.float32)
    held: Floats = (matches.whole.bare > 0) @ worth[0] + (matches.whole.pairs > 0) @ worth[1]
    best: Floats = np.maximum.reduceat(held, matches.first)
    return best / max(float(best.max()), _ENOUGH)


def _neighbours(scores: Floats, documents: npt.NDArray[np.int32], name: str) -> dict[str, Floats]:
    """What the other candidates of the same document say for it: their share of all, their number."""
    above = scores - scores.min()
    _, own = np.unique(documents, return_inverse=True)
    sums = np.bincount(own, above)
    counts = np.bincount(own)
    most = max(float(sums.max()), _ENOUGH)
    return {
        f"{name}_sum": (sums[own] / most).astype(np.float32),
        f"{name}_others": ((sums[own] - above) / most).astype(np.float32),
        f"{name}_count": (counts[own] / len(scores)).astype(np.float32),
    }


def _shape(matches: Matches, table: WordTable) -> dict[str, Floats]:
    documents = [table.documents[article] for article in matches.articles]
    return {
        "length": np.log1p(matches.article.lengths),
        "clauses": np.log1p(np.bincount(matches.owner, minlength=len(documents))).astype(np.float32),
        "kind": np.array([_kind(name) for name in documents], np.float32),
        "document_size": np.log1p(table.document_sizes[matches.articles]).astype(np.float32),
    }


def _kind(document: str) -> int:
    return next((place for place, mark in enumerate(_KINDS, 1) if re.search(mark, document)), 0)


def _of_question(asked: Asked, question: Question, clause: tuple[Floats, float], size: int) -> dict[str, Floats]:
    """The same for every candidate: what kind of question this is."""

    def same(value: float) -> Floats:
        return np.full(size, value, np.float32)

    return {
        "asked_words": same(float(asked.bare.own.sum())),
        "asked_marks": same(marked_share(question.text)),
        "asked_best": same(float(clause[0].max()) / max(clause[1], _ENOUGH)),
    }
