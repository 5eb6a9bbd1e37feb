"""What a judge is sent: the material is data, whatever it says."""

import re

from hypothesis import given
from hypothesis import strategies as st

from prompts.judge.template import Material, again, messages

PROMPT = (
    "Chấm đi. Dữ liệu nằm giữa $open và $close.\n---\n$open\n$question\n$close\n$passages\n$open\n$answer\n$close\nHết."
)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@given(TEXT, TEXT, TEXT)
def test_each_part_stands_whole_between_delimiters_that_it_does_not_have(
    question: str, answer: str, words: str
) -> None:
    (_, system), (_, user) = messages(PROMPT, Material(question, answer, (("[1] Điều 1", words),)))
    found = re.fullmatch(r"Chấm đi\. Dữ liệu nằm giữa (<<<\w{16}) và (\w{16}>>>)\.", system)
    assert found
    opening, closing = found.groups()
    for part in (question, answer, f"[1] Điều 1\n{words}"):
        assert f"{opening}\n{part}\n{closing}" in user
        assert opening not in part and closing not in part


def test_the_same_material_is_asked_the_same_way_and_another_is_not() -> None:
    one, other = Material("Ai tưới?", "Chủ vườn."), Material("Ai tưới?", "Chủ vườn")
    assert messages(PROMPT, one) == messages(PROMPT, one)
    assert messages(PROMPT, one)[0] != messages(PROMPT, other)[0]


def test_a_placeholder_in_the_material_is_only_words() -> None:
    user = messages(PROMPT, Material("$answer giá $5", "$close", ()))[1][1]
    assert "$answer giá $5" in user and "\n$close\n" in user


def test_no_passages_are_told_as_none() -> None:
    assert "(không có đoạn nào)" in messages(PROMPT, Material("a", "b"))[1][1]


def test_asking_again_shows_what_could_not_be_read() -> None:
    asked = messages(PROMPT, Material("a", "b"))
    told = again(asked, "Tôi thấy rất tốt.")
    assert told[:2] == asked
    assert [role for role, _ in told] == ["system", "user", "assistant", "user"]
    assert told[2][1] == "Tôi thấy rất tốt."
