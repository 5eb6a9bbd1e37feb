"""One answer, one measure, one judge: a score from 1 to 5, or why there is none."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from api.seams import ChatFailed, ChatModel
from eval.answers.verdict import Verdict, scored, unscored
from eval.graded.exchanges import Exchanges, Pin
from eval.graded.rubric import HIGHEST, LOWEST, Rubric
from prompts.judge.template import Material, again

PATIENCE = 5
"""After so many failures one after the other the judge is not asked any more."""
_THINKING = re.compile(r"<think>.*?</think>", re.DOTALL)
_NUMBER = re.compile(r"\s*([0-9]{1,3})(?:\.0+)?(?:\s*/\s*5)?\s*")


@dataclass(frozen=True, slots=True)
class Grade:
    """What a judge said."""

    score: int
    why: str


class Grader:
    """A judge that keeps every exchange and never guesses: what cannot be read after a second try has no score."""

    def __init__(self, judge: ChatModel, base_url: str, exchanges: Exchanges) -> None:
        self._judge = judge
        self._pin = Pin(judge.name, base_url)
        self._exchanges = exchanges
        self._failures = 0

    @property
    def has_given_up(self) -> bool:
        """Whether the judge failed so often that it is not asked any more."""
        return self._failures >= PATIENCE

    def grade(self, row: str, rubric: Rubric, material: Material) -> Verdict:
        """The verdict on one answer; `row` names it in the exchanges."""
        asked = rubric.messages(material)
        compared = f"{rubric.prompt}, {self._pin.model}"
        try:
            reply = self._reply(row, rubric, asked)
            found = read_grade(reply)
            if found is None:
                reply = self._reply(row, rubric, again(asked, reply))
                found = read_grade(reply)
        except ChatFailed as error:
            return unscored(rubric.name, compared, f"the judge failed: {error}")
        if found is None:
            return unscored(rubric.name, compared, f"not readable, asked twice: {reply.strip()[:120]!r}")
        return scored(rubric.name, found.score, compared, found.why)

    def _reply(self, row: str, rubric: Rubric, asked: Sequence[tuple[str, str]]) -> str:
        """From the file where it is there. A failure is no exchange: it is tried again in the next run."""
        if (kept := self._exchanges.find(self._pin, asked)) is not None:
            return kept
        if self.has_given_up:
            raise ChatFailed(f"not asked, after {PATIENCE} failures one after the other")
        self._failures += 1
        reply = _text(self._judge.complete(asked))
        self._failures = 0
        self._exchanges.put(row, rubric.name, self._pin, asked, reply)
        return reply


def read_grade(reply: str) -> Grade | None:
    """The grade in a reply, whatever stands around it; None where there is none, or where there are two scores."""
    grades = [grade for one in _objects(_THINKING.sub("", reply)) if (grade := _grade(one))]
    return grades[-1] if len({grade.score for grade in grades}) == 1 else None


def _objects(text: str) -> Iterator[dict[str, object]]:
    """Every JSON object that stands in a text by itself."""
    decoder, place = json.JSONDecoder(strict=False), 0
    while (place := text.find("{", place)) >= 0:
        try:
            found, place = decoder.raw_decode(text, place)
        except (ValueError, RecursionError):
            place += 1
        else:
            yield found


def _grade(record: dict[str, object]) -> Grade | None:
    given = record.get("score")
    match = None if isinstance(given, bool) else _NUMBER.fullmatch(str(given))
    score = int(match[1]) if match else 0
    return Grade(score, _text(str(record.get("why") or "")).strip()) if LOWEST <= score <= HIGHEST else None


def _text(said: str) -> str:
    """Without halves of characters, which no file takes."""
    return said.encode("utf-8", "replace").decode()
