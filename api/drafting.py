"""The language model's part: a draft from the passages, of which only what they support is kept."""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from datetime import date

from api.seams import ChatFailed, ChatModel
from corpus.passage import Passage
from prompts.composition import Composition
from prompts.draft import checked
from prompts.masking import masked
from prompts.template import REFUSED, messages

log = logging.getLogger("hoiluat.chat")

_PASSAGES = 6
"""Passages shown to the model."""


class Drafter:
    """Asks a chat model and checks what it says."""

    def __init__(self, chat: ChatModel) -> None:
        self._chat = chat

    @property
    def name(self) -> str:
        """The model's name."""
        return self._chat.name

    def draft(
        self, question: str, passages: Sequence[Passage], day: date, phones: Collection[str]
    ) -> Composition | None:
        """The checked draft; None when the model fails, declines, or says too little that holds."""
        shown = passages[:_PASSAGES]
        try:
            said = self._chat.complete(messages(masked(question), shown, day))
        except ChatFailed as error:
            log.warning("chat model failed, answering by extraction: %s", error)
            return None
        if REFUSED in said.upper():
            return None
        verdict = checked(said, shown, phones, day)
        if verdict.dropped:
            log.info("chat model: %d sentences dropped", len(verdict.dropped))
        return verdict.composition
