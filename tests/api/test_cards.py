"""Which question a card answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from api.cards import chosen, matches, prepared
from api.seams import Ranked
from corpus.card import AnswerCard
from corpus.reference import ProvisionRef
from tests.api.twins import CARD, Found, small_corpus

CORPUS = small_corpus()
STINGS = replace(
    CARD, id="ong-dot", question="Bị ong đốt thì ai bồi thường tiền thuốc?",
    variants=("ong đốt người trong vườn mượn",), cites=(ProvisionRef.parse("12/2021/QH99#dieu_2"),),
    answer="Người nuôi ong bồi thường tiền thuốc [1].",
)  # fmt: skip
CARDS = (CARD, STINGS)
BEES: list[Ranked] = [Found(passage, 1.0) for passage in CORPUS.passages("12/2021/QH99")[:1]]


def given(question: str, found: list[Ranked], cards: tuple[AnswerCard, ...] = CARDS) -> AnswerCard | None:
    return chosen(matches(question, cards, found, CORPUS))


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
def test_own_words_need_no_search(question: str, card: AnswerCard | None) -> None:
    assert given(question, []) == card


def test_what_is_only_near_needs_the_search() -> None:
    question = "nhà tôi đặt mấy thùng ong trong vườn"
    assert given(question, BEES) == CARD
    assert given(question, []) is None


def test_more_agreement_is_never_less_likely() -> None:
    alone, agreed = (matches("mấy thùng ong", CARDS, found, CORPUS)[0].score for found in ([], BEES))
    assert 0 < alone < agreed < 1


def test_a_card_of_another_field_counts_half() -> None:
    plain, divorce = (
        next(m.score for m in matches(q, CARDS, BEES, CORPUS) if m.card is CARD)
        for q in ("thùng ong nuôi trong vườn", "thùng ong nuôi trong vườn, ly hôn")
    )
    assert divorce < 0.6 * plain


def test_a_card_quotes_its_own_point() -> None:
    card = replace(CARD, cites=(ProvisionRef.parse("11/2020/QH99#dieu_3__khoan_1__diem_đ"),))
    ready = prepared(card, CORPUS)
    assert ready is not None and ready.cites[0][0].span is not None
    text = CORPUS.revision("11/2020/QH99")
    assert text is not None and ready.cites[0][0].span.slice(text.text).startswith("Giấy tờ chứng minh")


def test_a_card_without_its_law_is_not_ready() -> None:
    assert prepared(replace(CARD, cites=(ProvisionRef.parse("99/1999/QH1#dieu_1"),)), CORPUS) is None
