"""Counting the candidates is compared with BM25 written out word by word."""

import numpy as np
import pytest

from retriever.diacritics import Diacritics
from retriever.evidence.asked import asked_of
from retriever.evidence.features import clause_scores, features_of
from retriever.evidence.matches import matches_of
from retriever.evidence.rarity import Floats, rarity_of
from retriever.evidence.word_table import WordTable, empty_table
from retriever.lay_terms import LayTerms
from retriever.lexical import terms_of
from retriever.question import Question, understand
from retriever.syllables import bare, pairs, syllables
from tests.retriever.evidence.town import DOGS, TOWN, TREES

LAY = LayTerms([("dắt cún|cún", "nuôi chó", "town")])
QUESTIONS = [
    "Nuôi chó có phải đăng ký không?",
    "nuoi cho phai deo ro mom",
    "muốn chặt cây trước cửa thì xin phép ai",
    "dắt cún ra đường",
    "22 giờ còn ồn",
    "zzz qqq",
]


def _table() -> WordTable:
    return empty_table().grown(list(TOWN), TOWN)


def _asked(text: str) -> Question:
    return understand(text, LAY, Diacritics())


def _features(text: str, articles: list[int], cosines: Floats | None = None) -> dict[str, Floats]:
    table, question = _table(), _asked(text)
    rarity = rarity_of(table)
    asked = asked_of(question, table, rarity)
    matches = matches_of(asked, table, np.array(articles))
    return features_of(asked, matches, table, rarity, question, cosines)


def _bm25_by_hand(question: Question, words: list[list[str]], mean: float, table: WordTable) -> float:
    """Of one text in several parts that pairs do not cross; every word and pair by its rarity among the articles."""
    articles = [[DOGS[0].title, DOGS[0].text, DOGS[1].text], [DOGS[2].title, DOGS[2].text]]
    articles += [[one.title, one.text] for one in TREES]
    total = 0.0
    for field, terms in terms_of(question.clauses).items():
        of_parts = pairs if field == "pair" else list
        held = [{term for text in texts for term in of_parts(bare(syllables(text)))} for texts in articles]
        own = [term for part in words for term in of_parts(part)]
        length = sum(map(len, words))
        for term, weight in terms.items():
            having = sum(term in one for one in held)
            if not having and any(word not in table.bare_number for word in term.split("_")):
                continue
            idf = np.log(1 + (len(articles) - having + 0.5) / (having + 0.5))
            often = own.count(term)
            total += weight * idf * often * 2.2 / (often + 1.2 * (0.25 + 0.75 * length / mean))
    return total


@pytest.mark.parametrize("text", QUESTIONS)
def test_clauses_score_as_bm25_by_hand(text: str) -> None:
    table, question = _table(), _asked(text)
    rarity = rarity_of(table)
    asked = asked_of(question, table, rarity)
    matches = matches_of(asked, table, np.array([0, 1, 2, 3]))
    units = [*DOGS, *TREES]
    lengths = [len(syllables(one.text)) for one in units]
    titles = [len(syllables(one.title)) for one in (DOGS[0], DOGS[2], *TREES)]
    mean = sum(lengths) / 5 + sum(titles) / 4
    expected = [
        _bm25_by_hand(question, [bare(syllables(one.title)), bare(syllables(one.text))], mean, table) for one in units
    ]
    np.testing.assert_allclose(clause_scores(asked, matches, table), expected, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("text", QUESTIONS)
def test_every_feature_is_a_number_for_every_candidate(text: str) -> None:
    cosines = np.array([0.8, 0.9, 0.7, 0.75], np.float32)
    for features in (_features(text, [0, 1, 2, 3]), _features(text, [0, 1, 2, 3], cosines)):
        for name, values in features.items():
            assert values.shape == (4,), name
            assert np.isfinite(values).all(), name


@pytest.mark.parametrize("text", QUESTIONS[:5])
def test_the_order_of_the_candidates_does_not_matter(text: str) -> None:
    one, other = _features(text, [0, 1, 2, 3]), _features(text, [3, 1, 0, 2])
    for name, values in one.items():
        if not name.endswith("_place"):  # equal scores take their places in the order given
            np.testing.assert_allclose(values[[3, 1, 0, 2]], other[name], rtol=1e-5, atol=1e-6, err_msg=name)


@pytest.mark.parametrize(
    ("text", "name", "best"),
    [
        ("Nuôi chó có phải đăng ký không?", "clause_range", 0),
        ("nuoi cho co phai dang ki khong", "clause_range", 0),
        ("chặt cây", "title_said", 3),
        ("tiếng ồn", "title_all_range", 1),
        ("dắt cún", "lay", 0),
        ("chặt cây xin phép", "whole_written_range", 3),
        ("chặt cây xin phép", "held_pairs", 3),
    ],
)
def test_what_speaks_for_an_article_is_seen(text: str, name: str, best: int) -> None:
    values = _features(text, [0, 1, 2, 3])[name]
    assert int(values.argmax()) == best
    assert (values == values.max()).sum() == 1


def test_without_a_lay_word_the_lay_feature_says_so() -> None:
    assert _features("chặt cây", [0, 1])["lay"].tolist() == [-1, -1]


def test_the_nearest_meaning_is_first_and_has_no_gap() -> None:
    features = _features("chặt cây", [0, 3], np.array([0.7, 0.9], np.float32))
    assert features["meaning_place"].tolist() == pytest.approx([np.log(2), 0])
    assert features["meaning_range"].tolist() == [0, 1]
