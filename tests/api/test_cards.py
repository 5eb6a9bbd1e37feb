"""Which question a card answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from api.cards import matching, nearest, prepared
from corpus.passage import Passage
from corpus.reference import ProvisionRef
from tests.api.twins import CARD, small_corpus

CORPUS = small_corpus()
STINGS = replace(
    CARD, id="ong-dot", question="Bị ong đốt thì ai bồi thường tiền thuốc?",
    variants=("ong đốt người trong vườn mượn",), cites=(ProvisionRef.parse("12/2021/QH99#dieu_2"),),
)  # fmt: skip
CARDS = (CARD, STINGS)
BEES: tuple[Passage, ...] = CORPUS.passages("12/2021/QH99")


@pytest.mark.parametrize(
    ("question", "card"),
    [
        (CARD.question, CARD),
        ("duoc dat bao nhieu thung ong trong vuon muon", CARD),
        (STINGS.question, STINGS),
        ("cho thuê xe máy", None),
        ("", None),
    ],
)
def test_matching(question: str, card: object) -> None:
    assert matching(question, CARDS, BEES, CORPUS) == card


def test_what_is_only_near_needs_the_search() -> None:
    question = "nhà tôi đặt thêm mấy thùng ong"
    assert nearest(question, CARDS, 1)[0].score < 0.65
    assert matching(question, CARDS, BEES, CORPUS) == CARD
    assert matching(question, CARDS, [], CORPUS) is None


def test_a_topic_that_the_card_lacks_is_not_its_question() -> None:
    third = replace(STINGS, id="ba", question="Trả vườn sớm có được không?", variants=("muốn trả vườn",))
    fourth = replace(third, id="bon", question="Quá hạn trả vườn thì sao?")
    question = "đặt thùng ong rồi phải trả vườn sớm thì sao"
    assert matching(question, CARDS, BEES, CORPUS) == CARD
    assert matching(question, (*CARDS, third, fourth), BEES, CORPUS) is None


def test_a_card_quotes_its_own_point() -> None:
    card = replace(CARD, cites=(ProvisionRef.parse("11/2020/QH99#dieu_3__khoan_1__diem_đ"),))
    ready = prepared(card, CORPUS)
    assert ready is not None and ready.cites[0][0].span is not None
    text = CORPUS.revision("11/2020/QH99")
    assert text is not None and ready.cites[0][0].span.slice(text.text).startswith("Giấy tờ chứng minh")


def test_a_card_without_its_law_is_not_ready() -> None:
    assert prepared(replace(CARD, cites=(ProvisionRef.parse("99/1999/QH1#dieu_1"),)), CORPUS) is None
