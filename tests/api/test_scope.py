"""Whether a question's field is held, and the order to answer from."""

from __future__ import annotations

from api.advisor import Advisor
from api.answer import AnswerStatus, Inquiry, NoticeKind
from api.scope import Scope, scope_of, steered, worth_showing
from corpus.passage import passages_of
from prompts.subject import subjects_of
from tests.api.twins import Found, TwinHouse
from tests.invented_law import bees, revision

HOUSE = TwinHouse()
GARDENS, BEES = passages_of(revision()), passages_of(bees())


def advisor() -> Advisor:
    return HOUSE.advisor


def test_a_field_that_is_not_held_is_said() -> None:
    answer = advisor().ask(Inquiry("Mượn vườn rồi làm sổ đỏ thì cần hồ sơ gì?"))
    assert answer.status is AnswerStatus.ABSTAINED and not answer.citations
    assert "Luật Đất đai" in answer.answer and "Văn phòng đăng ký đất đai" in answer.answer


def test_the_law_of_another_country_is_not_answered_from_ours() -> None:
    answer = advisor().ask(Inquiry("Luật của Nhật Bản về mượn vườn, hồ sơ mượn vườn gồm gì?"))
    assert answer.status is AnswerStatus.ABSTAINED and "pháp luật Việt Nam" in answer.answer


def test_what_is_partly_held_is_answered_and_says_so() -> None:
    house = TwinHouse()
    house.corpus.put(revision("Điều 1. Lao động\nNgười lao động nghỉ 30 ngày.", "1/2000/QH1", "Lao động"))
    answer = house.advisor.ask(Inquiry("Người lao động nghỉ việc trả vườn, rồi làm sổ đỏ"))
    assert answer.status is AnswerStatus.ANSWERED
    assert any(n.kind is NoticeKind.LOW_CONFIDENCE and "Luật Đất đai" in n.text for n in answer.notices)


def test_scope_of_nothing() -> None:
    scope = scope_of("trả vườn", HOUSE.corpus)
    assert scope == Scope() and scope.refusal is None


def test_outdated_words_go_back_and_the_far_are_left_out() -> None:
    ranked = [Found(GARDENS[1], 1.0), Found(BEES[0], 0.95), Found(GARDENS[3], 0.3), Found(BEES[1], 0.7)]
    law = steered(ranked, Scope(), lambda passage: passage == GARDENS[1])
    assert [one.passage for one in law][:2] == [BEES[0], GARDENS[1]]
    assert [one.passage for one in worth_showing(law)] == [BEES[0], GARDENS[1], BEES[1]]
    assert worth_showing([]) == []


def test_acts_of_the_field_come_forward() -> None:
    house = TwinHouse()
    labour = revision("Điều 1. Nghỉ\nNghỉ 30 ngày.", "1/2000/QH1", "Lao động")
    house.corpus.put(labour)
    held = Scope(subjects_of("nghỉ việc"))
    law = steered([Found(BEES[0], 1.0), Found(passages_of(labour)[0], 0.9)], held, lambda _: False)
    assert law[0].passage.document.title == "Lao động"


def test_a_law_called_by_its_name_and_not_held() -> None:
    answer = advisor().ask(Inquiry("Luật Đầu tư quy định hồ sơ mượn vườn gồm gì?"))
    assert answer.status is AnswerStatus.ABSTAINED and "chưa có Luật Đầu tư" in answer.answer
    assert scope_of("Luật Mượn vườn quy định gì", HOUSE.corpus).unknown is None
    assert scope_of("Luật sư ơi giúp tôi", HOUSE.corpus).unknown is None
