"""One answer before a judge: what is read, what is asked again, what has no score, what is kept."""

import json
from pathlib import Path

import pytest

from api.chat.scripted import ScriptedChat
from eval.answers.verdict import State, Verdict
from eval.graded.exchanges import EXCHANGES, Exchanges, Pin, key_of
from eval.graded.grader import PATIENCE, Grader, read_grade
from eval.graded.rubric import FAITHFULNESS, TONE
from prompts.judge.template import Material
from tests.eval.graded.judges import Judge, always, graded

MATERIAL = Material("Ai tưới cây?", "Chủ vườn tưới [1].", (("[1] Điều 1", "Chủ vườn tưới cây."),))
URL = "http://127.0.0.1:8080/v1"


@pytest.mark.parametrize(
    ("reply", "score"),
    [
        ('{"score": 4, "why": "đủ"}', 4),
        ('```json\n{"score": 4, "why": "đủ"}\n```', 4),  # a fence around it
        ('Tôi xét thấy: {"score": 2, "why": "thiếu {điều kiện}"} Hết.', 2),  # words around, braces inside
        ('{"why": "đủ", "score": "5"}', 5),  # a number in quotes
        ('{"score": "3/5", "why": ""}', 3),  # of five
        ('{"score": 4.0}', 4),  # a whole number all the same; no why is no loss
        ('<think>có thể {"score": 1}</think>{"score": 5, "why": "x"}', 5),  # thinking aloud is no verdict
        ('{"why": "dòng\nhai", "score": 1}', 1),  # a bare line break in a string
        ('{"kết quả": 1} {"score": 3, "why": "x"}', 3),  # another object beside it
        ('{"score": 4, "why": "a"}\n{"score": 4, "why": "b"}', 4),  # said twice, the same
        ('{"score": 1, "why": "a"}\n{"score": 5, "why": "b"}', None),  # said twice, not the same: not guessed
        ('{"score": 4.5, "why": "giữa"}', None),  # no step of the scale
        ('{"score": 0, "why": "tệ"}', None),  # outside of it
        ('{"score": 6, "why": "tuyệt"}', None),
        ('{"score": "99999999999", "why": ""}', None),
        ('{"score": true, "why": "được"}', None),
        ('{"score": null}', None),
        ('{"score": [5]}', None),
        ('{"score": 5, "why": "bị cắt', None),
        ("Điểm: 5", None),
        ("{" * 5000, None),
        ("[" * 5000 + '{"a":' * 5000, None),
        ("", None),
    ],
)  # fmt: skip
def test_a_reply_is_read_or_not_and_never_guessed(reply: str, score: int | None) -> None:
    found = read_grade(reply)
    assert (found and found.score) == score


def grade(folder: Path, chat: Judge | ScriptedChat, row: str = "q1") -> Verdict:
    return Grader(chat, URL, Exchanges(folder)).grade(row, FAITHFULNESS, MATERIAL)


def lines(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / EXCHANGES).read_text(encoding="utf-8").splitlines()]


def test_a_score_comes_with_its_reason_its_prompt_and_its_judge(tmp_path: Path) -> None:
    verdict = grade(tmp_path, ScriptedChat(graded(4, "thiếu một chi tiết"), name="m-1"))
    assert verdict == Verdict("faithfulness", State.SCORED, 4.0, "faithfulness.v1, m-1", "thiếu một chi tiết")


def test_what_cannot_be_read_is_asked_once_more(tmp_path: Path) -> None:
    chat = ScriptedChat("Hay lắm!", graded(2))
    assert grade(tmp_path, chat).value == 2.0
    assert chat.heard[1][2] == ("assistant", "Hay lắm!")
    assert [one["response"] for one in lines(tmp_path)] == ["Hay lắm!", graded(2)]


def test_what_cannot_be_read_twice_is_unscored_and_not_zero(tmp_path: Path) -> None:
    chat = ScriptedChat("Hay lắm!")
    verdict = grade(tmp_path, chat)
    assert (verdict.state, verdict.value) == (State.UNSCORED, None)
    assert "Hay lắm!" in verdict.why and len(chat.heard) == 2
    assert grade(tmp_path, chat) == verdict and len(chat.heard) == 2  # and told the same without asking


def test_a_judge_that_fails_is_unscored_and_asked_again_the_next_time(tmp_path: Path) -> None:
    verdict = grade(tmp_path, ScriptedChat(None))
    assert (verdict.state, verdict.value) == (State.UNSCORED, None)
    assert "scripted failure" in verdict.why
    assert grade(tmp_path, ScriptedChat(graded(5))).value == 5.0


def test_a_judge_that_keeps_failing_is_left_alone(tmp_path: Path) -> None:
    judge = Judge(lambda _: None)
    grader = Grader(judge, URL, Exchanges(tmp_path))
    verdicts = [grader.grade(f"q{n}", FAITHFULNESS, Material(f"{n}?", "a")) for n in range(PATIENCE + 3)]
    assert judge.asked == PATIENCE and grader.has_given_up
    assert {verdict.state for verdict in verdicts} == {State.UNSCORED}
    assert "not asked" in verdicts[-1].why and "nobody there" in verdicts[0].why


def test_failures_now_and_then_are_borne(tmp_path: Path) -> None:
    judge = Judge(lambda prompt: graded(3) if "chẵn?" in prompt else None)
    grader = Grader(judge, URL, Exchanges(tmp_path))
    for n in range(4 * PATIENCE):
        grader.grade(f"q{n}", TONE, Material(f"{n} {'lẻ' if n % 2 else 'chẵn'}?", "a"))
    assert judge.asked == 4 * PATIENCE and not grader.has_given_up


def test_the_exchange_is_kept_word_for_word(tmp_path: Path) -> None:
    chat = ScriptedChat(f"Đây: {graded(4)}", name="m-1")
    grade(tmp_path, chat)
    (one,) = lines(tmp_path)
    asked = FAITHFULNESS.messages(MATERIAL)
    assert one == {
        "key": key_of(Pin("m-1", URL), asked), "row": "q1", "measure": "faithfulness", "model": "m-1", "base_url": URL,
        "request": [list(message) for message in asked], "response": f"Đây: {graded(4)}",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "url", "answer", "asks"),
    [
        ("m-1", URL, "Chủ vườn tưới [1].", 0),
        ("m-2", URL, "Chủ vườn tưới [1].", 1),  # another judge
        ("m-1", "http://127.0.0.1:9090/v1", "Chủ vườn tưới [1].", 1),  # the same name elsewhere
        ("m-1", URL, "Chủ vườn tưới.", 1),  # another answer
    ],
)
def test_only_the_same_question_to_the_same_judge_is_not_asked_again(
    tmp_path: Path, name: str, url: str, answer: str, asks: int
) -> None:
    Grader(Judge(always(4), "m-1"), URL, Exchanges(tmp_path)).grade("q1", TONE, MATERIAL)
    again = Judge(always(1), name)
    material = Material(MATERIAL.question, answer, MATERIAL.passages)
    verdict = Grader(again, url, Exchanges(tmp_path)).grade("q1", TONE, material)
    assert (again.asked, verdict.value) == (asks, 1.0 if asks else 4.0)


def test_half_a_character_is_no_reason_to_stop(tmp_path: Path) -> None:
    verdict = grade(tmp_path, ScriptedChat('{"score": 2, "why": "thiếu \\ud83d \ud83d"}'))
    assert verdict.value == 2.0
    verdict.why.encode("utf-8")
    assert len(lines(tmp_path)) == 1
