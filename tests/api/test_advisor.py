"""From a question to a cited answer, on invented law."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.advisor import Delta, PassagesFound
from api.answer import Answer, AnswerStatus, Inquiry, NoticeKind
from api.chat.scripted import ScriptedChat
from corpus.document import Origin
from corpus.reference import ProvisionRef
from corpus.relation import Relation, RelationKind
from prompts.safety import Danger
from tests.api.twins import CARD, TwinHouse
from tests.invented_law import GARDEN, revision

HOUSE = TwinHouse()
WORDS = [
    "mượn",
    "vườn",
    "hồ",
    "sơ",
    "nộp",
    "ở",
    "đâu",
    "hội",
    "đồng",
    "giải",
    "quyết",
    "bao",
    "lâu",
    "trả",
    "hoa",
    "lợi",
    "ong",
    "thùng",
    "đốt",
    "người",
    "trẻ",
    "36",
    "tháng",
    "15",
    "ngày",
]


def ask(question: str, house: TwinHouse = HOUSE, **kwargs: object) -> Answer:
    return house.advisor.ask(Inquiry(question, **kwargs))  # type: ignore[arg-type]


def test_answers_with_the_provision() -> None:
    answer = ask("Hồ sơ mượn vườn gồm những gì?")
    assert answer.status is AnswerStatus.ANSWERED
    assert str(answer.citations[0].ref) == "11/2020/QH99#dieu_3__khoan_1"
    assert answer.citations[0].label == "khoản 1 Điều 3 Luật Mượn vườn số 11/2020/QH99"
    assert answer.citations[0].url.startswith("/documents/11%2F2020%2FQH99/provisions/dieu_3__khoan_1?as_of=")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8), st.integers(1, 8))
def test_every_quote_is_the_stored_text(words: list[str], most: int) -> None:
    answer = ask(" ".join(words), max_passages=most)
    markers = {int(n) for n in re.findall(r"\[(\d+)\]", answer.answer)}
    assert markers == {c.marker for c in answer.citations}
    assert bool(answer.citations) == (answer.status is AnswerStatus.ANSWERED)
    for citation in answer.citations:
        held = HOUSE.corpus.revision(citation.ref.document, citation.source_sha256)
        assert held is not None and held.text[citation.span.start : citation.span.end] == citation.quote
        assert citation.quote in answer.answer or answer.answer.startswith("Không quá 10 thùng")
    for found in answer.passages:
        held = HOUSE.corpus.revision(found.passage.document.id, found.passage.sha256)
        assert held is not None and found.passage.span.slice(held.text) == found.passage.text


def test_the_stream_has_the_contract_order_and_says_the_same() -> None:
    events = list(HOUSE.advisor.stream(Inquiry("trả vườn trong bao lâu")))
    assert isinstance(events[0], PassagesFound) and isinstance(events[-1], Answer)
    assert all(isinstance(e, Delta) for e in events[1:-1])
    assert "".join(e.text for e in events if isinstance(e, Delta)) == events[-1].answer


def test_a_card_answers_its_question() -> None:
    answer = ask("duoc dat bao nhieu thung ong trong vuon muon")
    assert answer.answer.startswith("Không quá 10 thùng ong trong một vườn mượn [1], và cách lối đi chung")
    assert [str(c.ref) for c in answer.citations][:2] == [str(ref) for ref in CARD.cites]
    assert NoticeKind.DIGEST in {n.kind for n in answer.notices}


def test_a_near_card_needs_the_search_to_agree() -> None:
    assert ask("đặt được mấy thùng ong trong vườn đang mượn").answer.startswith("Không quá 10")
    assert not ask("ong đốt người trong vườn mượn").answer.startswith("Không quá 10")


def test_a_card_that_does_not_know_its_law_is_not_used() -> None:
    house = TwinHouse()
    change = Relation(
        RelationKind.AMENDS, ProvisionRef.parse("12/2021/QH99#dieu_1"), ProvisionRef("13/2026/QH99"), date(2026, 5, 1)
    )
    house.corpus.put(revision("Điều 1. Sửa\nSửa đổi.", "13/2026/QH99", "Sửa đổi", relations=(change,)))
    answer = ask(CARD.question, house)
    kinds = {n.kind for n in answer.notices}
    assert NoticeKind.STALE_CARD in kinds and NoticeKind.AMENDED in kinds
    assert not answer.answer.startswith("Không quá 10")


@pytest.mark.parametrize("question", ["Thuế nhập khẩu máy bay", "cấp phép bay drone"])
def test_abstains_and_says_who_can_help(question: str) -> None:
    answer = ask(question)
    assert answer.status is AnswerStatus.ABSTAINED and answer.citations == ()
    assert "Trung tâm trợ giúp pháp lý nhà nước" in answer.answer
    assert not re.search(r"\d{3}", answer.answer)


def test_greeting_is_no_question() -> None:
    answer = ask("xin chào")
    assert answer.status is AnswerStatus.CLARIFY and answer.suggestions and not answer.citations


def test_danger_comes_with_contacts_and_without_a_model() -> None:
    answer = ask("chồng đang đánh tôi")
    assert answer.safety.level is Danger.EMERGENCY and answer.safety.message
    assert {c.phone for c in answer.safety.contacts} <= {"111", "113", "114", "115"}
    assert answer.safety.contacts[0].phone == "113"
    assert ask("con tôi bị đánh").safety.contacts[0].phone == "111"


def test_upcoming_and_past_changes_name_act_and_day() -> None:
    house = TwinHouse()
    acts = (
        Relation(
            RelationKind.AMENDS,
            ProvisionRef.parse("11/2020/QH99#dieu_4"),
            ProvisionRef("14/2026/QH99"),
            date(2026, 2, 1),
        ),
        Relation(
            RelationKind.AMENDS,
            ProvisionRef.parse("11/2020/QH99#dieu_4"),
            ProvisionRef("14/2026/QH99"),
            date(2099, 1, 1),
        ),
    )
    house.corpus.put(revision("Điều 1. X\nY.", "14/2026/QH99", "Sửa luật vườn", relations=acts))
    notices = {n.kind: n.text for n in ask("phải trả vườn trong bao nhiêu ngày", house).notices}
    assert "Luật Sửa luật vườn số 14/2026/QH99" in notices[NoticeKind.AMENDED]
    assert "01/02/2026" in notices[NoticeKind.AMENDED]
    assert "01/01/2099" in notices[NoticeKind.UPCOMING_CHANGE]


def test_a_digest_and_an_expired_law_say_so() -> None:
    house = TwinHouse()
    house.corpus.put(revision(GARDEN, "15/2019/QH99", "Vườn cũ", Origin.DIGEST, until=date(2020, 1, 1)))
    house.corpus.remove("11/2020/QH99")
    kinds = {n.kind for n in ask("hồ sơ mượn vườn gồm những gì", house).notices}
    assert {NoticeKind.DIGEST, NoticeKind.EXPIRED} <= kinds


def test_event_date_is_the_day_of_the_answer() -> None:
    answer = ask("trả vườn thế nào", event_date=date(2022, 3, 4))
    assert answer.as_of == date(2022, 3, 4)
    assert "04/03/2022" in answer.disclosure
    assert [n for n in answer.notices if n.kind is NoticeKind.EVENT_DATE]


def test_a_year_in_the_question_is_noticed_but_not_a_laws_year() -> None:
    assert [n for n in ask("năm 2023 tôi mượn vườn").notices if n.kind is NoticeKind.EVENT_DATE]
    assert not [n for n in ask("Luật Mượn vườn năm 2020 quy định gì").notices if n.kind is NoticeKind.EVENT_DATE]


def test_old_institutions_are_corrected() -> None:
    answer = ask("nộp hồ sơ mượn vườn ở tòa án huyện được không")
    assert any(n.kind is NoticeKind.FALSE_PREMISE and "khu vực" in n.text for n in answer.notices)


def test_a_model_explains_and_is_checked() -> None:
    said = "Bạn phải trả vườn trong 30 ngày kể từ ngày hết hạn mượn [1]. Bạn phải trả trong 45 ngày [1]."
    said += " Gọi 0236123456 [1]."
    answer = ask(
        "trả vườn trong bao nhiêu ngày", TwinHouse(chat=ScriptedChat(said + " Vườn phải còn nguyên cây lâu năm [1]."))
    )
    assert answer.model == "scripted"
    assert "30 ngày" in answer.answer and "45" not in answer.answer and "0236" not in answer.answer
    assert answer.citations[0].quote.startswith("Người mượn phải trả vườn")


@pytest.mark.parametrize("reply", [None, "Trời hôm nay đẹp.", "Phải trả 99 đồng [7].", "KHÔNG ĐỦ CĂN CỨ"])
def test_a_model_that_fails_costs_nothing(reply: str | None) -> None:
    answer = ask("trả vườn trong bao nhiêu ngày", TwinHouse(chat=ScriptedChat(reply)))
    assert answer.status is AnswerStatus.ANSWERED and answer.model == "extractive"
    assert "“" in answer.answer
    assert [n for n in answer.notices if n.kind is NoticeKind.LOW_CONFIDENCE]


def test_an_index_behind_the_corpus_shows_nothing_stale() -> None:
    house = TwinHouse()
    searcher = house.searcher
    old = searcher.search("trả vườn", 3)
    house.corpus.remove("11/2020/QH99")
    house.corpus.put(revision(GARDEN.replace("30 ngày", "40 ngày")))
    advisor = house.advisor
    advisor._searcher = type("Old", (), {"search": lambda self, *a: old})()
    answer = advisor.ask(Inquiry("trả vườn"))
    assert answer.status is AnswerStatus.ABSTAINED


def test_conversation_and_control_characters() -> None:
    answer = ask("trả vườn\x00 khi\u202e nào\ud800", conversation_id="abc")
    assert answer.conversation_id == "abc" and answer.status is AnswerStatus.ANSWERED
    assert replace(answer, answer_id="") != answer
