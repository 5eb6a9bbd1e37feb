"""Judges whose mind is known."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence

from api.seams import ChatFailed
from eval.graded.labels import labels

Messages = Sequence[tuple[str, str]]


class Judge:
    """Says what a function of the prompt says; counts how often it was asked. None fails."""

    def __init__(self, says: Callable[[str], str | None], name: str = "quan-tòa") -> None:
        self.name = name
        self.asked = 0
        self._says = says

    def complete(self, messages: Messages) -> str:
        self.asked += 1
        reply = self._says("\n".join(text for _, text in messages))
        if reply is None:
            raise ChatFailed("nobody there")
        return reply

    def stream(self, messages: Messages) -> Iterator[str]:
        yield self.complete(messages)


def graded(score: object, why: str = "vì thế") -> str:
    """A reply as it is asked for."""
    return json.dumps({"score": score, "why": why}, ensure_ascii=False)


def always(score: int) -> Callable[[str], str]:
    """A judge that does not look."""
    return lambda _: graded(score)


def like_the_hand(prompt: str) -> str:
    """A judge that sees every labelled example as the hand did, and all else as a 3."""
    for label in labels():
        if all(_stands(part, prompt) for part in (label.material.question, label.material.answer)):
            return graded(label.label)
    return graded(3)


def _stands(part: str, prompt: str) -> bool:
    return re.search(rf"<<<\w+\n{re.escape(part)}\n\w+>>>", prompt) is not None
