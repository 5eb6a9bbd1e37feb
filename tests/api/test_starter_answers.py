"""Every answer over the starter corpus: each quote is the stored text, each card answers its own question."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from api.answer import Answer, AnswerStatus, Inquiry, NoticeKind
from api.house import House
from api.settings import read_settings
from corpus.document import Origin
from eval.suites.suite import shipped_suite
from prompts.draft import telephone_numbers


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    home = tmp_path_factory.mktemp("home")
    made = House(read_settings({"HOILUAT_HOME": str(home), "HOILUAT_EMBEDDING_MODEL": "none"}, Path("none.toml")))
    made.prepare()
    return made


@pytest.fixture(scope="module")
def answers(house: House) -> list[tuple[str, Answer]]:
    asked = [text for card in house.corpus.cards() for text in (card.question, *card.variants)]
    asked += [row.question for row in shipped_suite("lay_core")]
    return [(question, house.advisor.ask(Inquiry(question))) for question in asked]


def test_every_quote_is_the_stored_text(house: House, answers: list[tuple[str, Answer]]) -> None:
    quotes = 0
    for question, answer in answers:
        assert {int(n) for n in re.findall(r"\[(\d+)\]", answer.answer)} >= {c.marker for c in answer.citations}, (
            question
        )
        for citation in answer.citations:
            held = house.corpus.revision(citation.ref.document, citation.source_sha256)
            assert held is not None and held.text[citation.span.start : citation.span.end] == citation.quote
            quotes += 1
        for verbatim in re.findall(r"“([^”]*)”", answer.answer):
            if answer.status is AnswerStatus.ANSWERED and not _is_card(answer):
                assert any(verbatim in c.quote for c in answer.citations), verbatim
    assert quotes > 300


def test_what_is_answered_is_cited_and_short(answers: list[tuple[str, Answer]]) -> None:
    for question, answer in answers:
        assert bool(answer.citations) == (answer.status is AnswerStatus.ANSWERED), question
        assert len(answer.answer.split()) <= 300, question


def test_nobody_who_asks_in_the_words_of_a_card_is_refused(answers: list[tuple[str, Answer]]) -> None:
    """Wordings of cards are those of people who suffer a wrong; none of them is one who does it."""
    assert [question for question, answer in answers if answer.answer.startswith("HỏiLuật không giúp")] == []


def test_no_number_but_the_tables(answers: list[tuple[str, Answer]]) -> None:
    for question, answer in answers:
        assert telephone_numbers(answer.answer) <= {"111", "113", "114", "115"}, question


def test_every_card_answers_its_own_question(house: House) -> None:
    for card in house.corpus.cards():
        answer = house.advisor.ask(Inquiry(card.question))
        assert answer.status is AnswerStatus.ANSWERED and _is_card(answer), card.id


def test_a_digest_is_never_quoted_as_law(answers: list[tuple[str, Answer]]) -> None:
    for _, answer in answers:
        for citation in answer.citations:
            if citation.origin is Origin.DIGEST:
                assert f"“{citation.quote}”" not in answer.answer
                assert NoticeKind.DIGEST in {notice.kind for notice in answer.notices}


def _is_card(answer: Answer) -> bool:
    return any("câu trả lời soạn sẵn" in notice.text for notice in answer.notices)
