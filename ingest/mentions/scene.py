"""Where a chain stands: the provisions around it, the instruction that it belongs to, the place in what is quoted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.document import Revision
from corpus.level import Level
from corpus.provision import Provision
from corpus.reference import ProvisionRef, Step
from ingest.instructions import Instructed
from ingest.mentions.found import Steps
from ingest.mentions.standing import Standing, article_of

_EXCEPT = re.compile(r"hết hiệu lực[^;]*(?:,|\s)trừ\s")


@dataclass(slots=True)
class Scene:
    """Where one chain stands."""

    around: list[Provision]
    instruction: Instructed | None
    is_quoted: bool
    path: Steps
    """In a quotation the place in the quoted act; else the place in the act itself, from the article down."""
    scope: ProvisionRef
    is_after_end: bool
    is_inline: bool
    is_exception: bool
    """Whether it stands in `Luật … hết hiệu lực …, trừ …`: then it is of the law that ends."""


@dataclass(slots=True)
class Scenes:
    """The scenes of one revision, asked in the order of the text."""

    revision: Revision
    standing: Standing
    last_part: ProvisionRef | None = None
    last_place: Steps = ()
    """The place that the instruction of this part named last: what it quotes stands there."""
    quoted_line: int = -1
    quoted_path: Steps = ()

    def at(self, place: int) -> Scene:
        """The scene at a place; places must come in order."""
        around = self.standing.within(place)
        instruction = self.standing.instruction(around)
        here = around[0].ref if around else None
        if here != self.last_part:
            self.last_part, self.last_place = here, ()
        line = self.standing.quoted(place)
        is_inline = self.standing.is_inline(place)
        kem_theo = next((part.ref for part in around if part.level is Level.KEM_THEO), None)
        return Scene(
            around,
            instruction,
            is_quoted=line is not None or (instruction is not None and is_inline),
            path=self._path(here, line, instruction, is_inline),
            scope=kem_theo or ProvisionRef(self.revision.document.id),
            is_after_end=place >= self.standing.tail,
            is_inline=is_inline,
            is_exception=_EXCEPT.search(self._line_before(place)) is not None,
        )

    def remember(self, scene: Scene, ref: ProvisionRef | None) -> None:
        """Keep the place that an instruction names last: what it quotes stands there."""
        instruction = scene.instruction
        target = instruction.target if instruction else None
        if ref and target and not scene.is_quoted and ref.document == target.document:
            self.last_place = article_of(ref) or ref.path

    def _path(
        self, here: ProvisionRef | None, line: int | None, instruction: Instructed | None, is_inline: bool
    ) -> Steps:
        if line is not None:
            return self._follow(line, instruction)
        if instruction is not None and is_inline:
            return self._instructed_path(instruction)
        return article_of(here) if here else ()

    def _instructed_path(self, instruction: Instructed | None) -> Steps:
        if self.last_place:
            return self.last_place
        return (Step(Level.DIEU, instruction.article),) if instruction and instruction.article else ()

    def _follow(self, line: int, instruction: Instructed | None) -> Steps:
        """Go through the quoted lines up to this one."""
        for index in range(self.quoted_line + 1, line + 1):
            if self.standing.begins(index):
                self.quoted_path = self._instructed_path(instruction)
            self.quoted_path = self.standing.claimed(index, self.quoted_path)
        self.quoted_line = max(line, self.quoted_line)
        return self.quoted_path

    def _line_before(self, place: int) -> str:
        return self.revision.text[max(0, place - 300) : place].rpartition("\n")[2]
