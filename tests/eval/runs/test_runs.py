"""A run from its first row to its scores, broken off and gone on with."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from eval.answers.law import Law, WrittenLaw
from eval.answers.measure import Measure
from eval.answers.reply import Reply
from eval.answers.verdict import State, Verdict, not_applicable, scored
from eval.runs.answer_cache import AnswerCache
from eval.runs.asking import ask_all
from eval.runs.folder import REPLIES, Kept, NotARun, RunFolder
from eval.runs.judging import judge_all
from eval.runs.scoring import scores
from eval.runs.system import AskFailed, Scripted
from eval.suites.suite import Row

ROWS = [
    Row(f"q{n}", f"Câu hỏi số {n}?", n != 3, tags=("vườn",) if n < 2 else (), as_of=date(2025, 7, 1)) for n in range(5)
]
SYSTEM = Scripted({row.id: {"status": "answered", "answer": f"Trả lời {row.id}."} for row in ROWS if row.id != "q4"})


def _answered(row: Row, reply: Reply, law: Law) -> Verdict:
    if not row.answerable:
        return not_applicable("answered", "no answer is wanted")
    return scored("answered", reply.status == "answered", reply.status)


MEASURES = [Measure("answered", "Whether it answered.", _answered)]


def fresh(path: Path, **config: str) -> RunFolder:
    return RunFolder.begin(path, {"system": "scripted", "today": "2026-11-25"} | config, ROWS)


def test_every_row_is_asked_once_and_an_error_is_its_reply(tmp_path: Path) -> None:
    folder, system = fresh(tmp_path / "run"), Scripted(SYSTEM.replies)
    kept = ask_all(folder, system)
    assert system.asked == [row.id for row in ROWS]
    assert kept["q4"].error == "no reply is written down for q4"
    assert kept == folder.replies()


class _Killed(Exception):
    """The process dies here."""


class _Dying:
    """A system in the hands of a process that is killed at its `last` question."""

    def __init__(self, last: int) -> None:
        self._last, self.asked = last, list[str]()

    def describe(self) -> Mapping[str, str]:
        return {}

    def ask(self, row: Row) -> Mapping[str, Any]:
        if len(self.asked) == self._last:
            raise _Killed
        self.asked.append(row.id)
        return {"answer": row.id}


@pytest.mark.parametrize("workers", [1, 3])
@pytest.mark.parametrize("last", range(5))
def test_a_killed_run_goes_on_without_asking_twice(tmp_path: Path, last: int, workers: int) -> None:
    folder, dying = fresh(tmp_path / "run"), _Dying(last)
    with pytest.raises(_Killed):
        ask_all(folder, dying, workers)
    again = Scripted({row.id: {} for row in ROWS})
    ask_all(fresh(tmp_path / "run"), again, workers)
    assert sorted(dying.asked + again.asked) == [row.id for row in ROWS]


@pytest.mark.parametrize("cut", [1, 5, 30])
def test_a_line_cut_short_is_asked_again_and_the_file_stays_whole(tmp_path: Path, cut: int) -> None:
    folder = fresh(tmp_path / "run")
    ask_all(folder, SYSTEM)
    path = folder.path / REPLIES
    path.write_bytes(path.read_bytes()[:-cut])
    again = Scripted({row.id: {"answer": "mới"} for row in ROWS})
    ask_all(folder, again)
    assert len(again.asked) == 1
    assert len([json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]) == len(ROWS)


def test_another_run_is_not_mixed_in(tmp_path: Path) -> None:
    fresh(tmp_path / "run")
    with pytest.raises(NotARun, match="system"):
        fresh(tmp_path / "run", system="another")
    with pytest.raises(NotARun, match="rows_sha256"):
        RunFolder.begin(tmp_path / "run", {"system": "scripted", "today": "2026-11-25"}, ROWS[:2])


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("của tôi", encoding="utf-8")
    with pytest.raises(NotARun, match="thư mục trống"):
        fresh(tmp_path)
    with pytest.raises(NotARun, match=r"run\.json"):
        RunFolder.open(tmp_path)


def test_rows_and_verdicts_come_back_as_they_were_put(tmp_path: Path) -> None:
    folder = fresh(tmp_path / "run")
    assert folder.rows() == ROWS
    verdicts = judge_all(ROWS, ask_all(folder, SYSTEM), WrittenLaw(), MEASURES)
    folder.put_verdicts(verdicts)
    assert folder.verdicts() == {row: {v.measure: v for v in given} for row, given in verdicts.items()}


def test_what_was_not_scored_is_counted_apart(tmp_path: Path) -> None:
    verdicts = judge_all(ROWS, ask_all(fresh(tmp_path / "run"), SYSTEM), WrittenLaw(), MEASURES)
    assert verdicts["q4"][0].state is State.UNSCORED
    found = scores(ROWS, verdicts, MEASURES)
    whole = found["all"]["answered"]
    assert (whole["mean"], whole["scored"], whole["not_applicable"], whole["unscored"]) == (1.0, 3, 1, 1)
    assert found["vườn"]["answered"]["scored"] == 2
    assert found["vườn"]["answered"]["small"]


def test_a_row_never_asked_is_unscored() -> None:
    verdict = judge_all(ROWS[:1], {}, WrittenLaw(), MEASURES)["q0"][0]
    assert (verdict.state, verdict.why) == (State.UNSCORED, "not asked")


def test_the_cache_knows_what_determines_an_answer(tmp_path: Path) -> None:
    day = date(2026, 11, 25)

    def cache(version: str, today: date = day) -> AnswerCache:
        return AnswerCache(tmp_path / "answers.sqlite", {"corpus_version": version}, today)

    undated, dated = Row("a", "Ai tưới rau?", True), Row("b", "Ai tưới rau?", True, as_of=day)
    cache("1").put(undated, {"answer": "Người trồng."}, 12.5)
    assert cache("1").find(Row("z", "Ai tưới rau?", False)) == ({"answer": "Người trồng."}, 12.5)
    assert cache("2").find(undated) is None
    assert cache("1", date(2026, 11, 26)).find(undated) is None  # another day, perhaps another law
    assert cache("1").find(dated) is None
    cache("1").put(dated, {"answer": "Chủ vườn."}, 1.0)
    assert cache("1", date(2027, 1, 1)).find(dated) is not None


def test_a_cached_answer_is_not_asked_and_says_so(tmp_path: Path) -> None:
    cache = AnswerCache(tmp_path / "answers.sqlite", {}, date(2026, 11, 25))
    ask_all(fresh(tmp_path / "one"), SYSTEM, cache=cache)
    again = Scripted(SYSTEM.replies)
    kept = ask_all(fresh(tmp_path / "two"), again, cache=cache)
    assert again.asked == ["q4"]  # an error is no answer to keep
    assert kept["q0"].cached
    assert kept["q0"].latency_ms is not None


def test_what_fails_inside_a_system_is_told_as_it_is() -> None:
    with pytest.raises(AskFailed, match="q9"):
        SYSTEM.ask(Row("q9", "?", True))
    assert Kept("q9", None, "busy", None).reply is None
