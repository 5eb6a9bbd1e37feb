"""A question of two fields over the starter corpus: the card answers one, the law of the other is quoted beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.answer import Answer, Inquiry
from api.house import House, open_house
from api.settings import read_settings


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    home: Path = tmp_path_factory.mktemp("home")
    house = open_house(read_settings({"HOILUAT_HOME": str(home), "HOILUAT_EMBEDDING_MODEL": "none"}))
    house.sync()
    return house


def documents(answer: Answer) -> set[str]:
    return {str(place.ref).partition("#")[0] for place in answer.citations}


@pytest.mark.parametrize(
    "question",
    ["Chồng đánh tôi, tôi muốn ly hôn thì làm thế nào?", "chong danh em, em muon li di mot minh duoc k"],
)
def test_violence_and_divorce_are_both_spoken_of(house: House, question: str) -> None:
    answer = house.advisor.ask(Inquiry(question))
    assert {"13/2022/QH15", "52/2014/QH13"} <= documents(answer)
    assert answer.safety.contacts


def test_a_question_of_one_field_gets_no_more_than_its_card(house: House) -> None:
    answer = house.advisor.ask(Inquiry("Hai vợ chồng đều đồng ý ly hôn thì thủ tục thế nào?"))
    assert "Về điều bạn hỏi thêm" not in answer.answer
