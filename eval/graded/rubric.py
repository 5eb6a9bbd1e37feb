"""The three measures that a model judges, each from 1 to 5 by the scale of its prompt's file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from eval.answers.reply import Reply
from eval.suites.suite import Row
from prompts.judge.template import Material, Messages, messages, written

LOWEST, HIGHEST = 1, 5
_STEP = re.compile(r"^- ([1-5]): (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Rubric:
    """A measure. `whole`: everything that a person reads is judged, and not the answer's text alone."""

    name: str
    version: str
    says: str
    whole: bool

    @property
    def prompt(self) -> str:
        """The name of the prompt's file. Another wording is another version."""
        return f"{self.name}.{self.version}"

    @property
    def sha256(self) -> str:
        """The hash of the prompt's file."""
        return hashlib.sha256(written(self.prompt).encode()).hexdigest()

    def steps(self) -> Mapping[int, str]:
        """What each step of the scale means."""
        return {int(step): words for step, words in _STEP.findall(written(self.prompt))}

    def messages(self, material: Material) -> Messages:
        """What a judge is asked."""
        return messages(written(self.prompt), material)

    def material(self, row: Row, reply: Reply) -> Material:
        """What of a reply is judged: the passages are the quotes that it shows, else those that it found."""
        quotes = [(f"[{one.marker}] {one.label}".strip(), one.quote) for one in reply.citations if one.quote]
        found = [(str(one.ref or ""), one.text) for one in reply.passages if one.text]
        return Material(row.question, reply.text if self.whole else reply.answer, tuple(quotes or found))


FAITHFULNESS = Rubric("faithfulness", "v1", "Each thing said stands in the passages that the answer cites.", False)
HELPFULNESS = Rubric("helpfulness", "v1", "The person knows what was asked, and what can be done next.", True)
TONE = Rubric("tone", "v1", "Calm, respectful, clear; no blame, no threat, no promise.", True)
RUBRICS = (FAITHFULNESS, HELPFULNESS, TONE)
