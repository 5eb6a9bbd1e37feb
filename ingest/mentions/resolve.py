"""What a chain means: the document first, then the place in it; nothing where the text leaves it open."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from corpus.document import Revision
from corpus.level import Level
from corpus.reference import ProvisionRef, Step
from ingest.mentions.chain import Chain
from ingest.mentions.documents import Documents
from ingest.mentions.found import AFTER_END, NO_ARTICLE, NO_TARGET, SEVERAL, STUCK, Found, Steps
from ingest.mentions.scene import Scene
from ingest.mentions.standing import Standing

_NO_NOTE = 199


@dataclass(slots=True)
class Resolver:
    """Reads the chains of one revision in order."""

    revision: Revision
    standing: Standing
    documents: Documents = field(init=False)
    refs: set[ProvisionRef] = field(init=False)
    groups: dict[tuple[Level, str], list[ProvisionRef]] = field(init=False)
    last: int = field(init=False)
    """The highest number of an article."""

    def __post_init__(self) -> None:
        self.documents = Documents(self.revision, self.standing)
        self.refs = {part.ref for part in self.standing.parts}
        numbers = [step.number for ref in self.refs for step in ref.path if step.level is Level.DIEU]
        self.last = max((int(number) for number in numbers if number.isdigit()), default=0)
        self.groups = defaultdict(list)
        for part in self.standing.parts:
            if part.level.is_context:
                self.groups[part.level, part.ref.path[-1].number].append(part.ref)

    def place(self, chain: Chain, index: int, act: Found | None, scene: Scene) -> Found:
        """The place that a piece of a chain means; `act` is the document that the chain names."""
        steps = _steps(chain, index)
        if steps[0].number == "":
            return self._here(steps, scene)
        if act is not None and act.ref is None:
            return act
        stands_alone = steps[0].level is Level.DIEU or steps[0].level.is_context
        if not stands_alone:
            loose = self._loose(scene) if act is None else None
            if loose is None:
                return Found(None, NO_ARTICLE)
            return self._checked(ProvisionRef(loose.document, (*loose.path, *steps)), scene)
        document = act or self.documents.of_bare(scene)
        if document.ref is None:
            return document
        if steps[0].level.is_context:
            return self._group(document.ref, steps, scene)
        return self._checked(ProvisionRef(document.ref.document, (*document.ref.path, *steps)), scene)

    def _here(self, steps: Steps, scene: Scene) -> Found:
        """`Điều này`, `khoản 2 Điều này`, `Chương này`."""
        first, rest = steps[0], steps[1:]
        if scene.is_after_end and not scene.is_quoted:
            return Found(None, AFTER_END)
        if first.level.is_context:
            return self._group_here(first.level, rest, scene)
        levels = [step.level for step in scene.path]
        if first.level not in levels:
            return Found(None, NO_ARTICLE)
        path = (*scene.path[: levels.index(first.level) + 1], *rest)
        told = scene.instruction
        if scene.is_quoted:
            return Found(_within(told.target, path)) if told and told.target else Found(None, NO_TARGET)
        found = self._checked(ProvisionRef(scene.scope.document, (*scene.scope.path, *path)), scene)
        if found.exists is False and first.level is Level.DIEU and (article := self._loose(scene)):
            return Found(ProvisionRef(article.document, (*article.path, *rest)))
        return found

    def _group_here(self, level: Level, rest: Steps, scene: Scene) -> Found:
        """`Chương này`, `Mục 2 Chương này`."""
        part = next((p for p in scene.around if p.level is level), None)
        if part is None or scene.is_quoted:
            return Found(None, NO_TARGET if scene.is_quoted else NO_ARTICLE)
        return self._group(part.ref, rest, scene) if rest else Found(part.ref, exists=True)

    def _loose(self, scene: Scene) -> ProvisionRef | None:
        """The article of a clause that names none: only an instruction tells it."""
        told = scene.instruction
        if told is None or told.target is None or told.article is None or scene.is_quoted:
            return None
        return _within(told.target, (Step(Level.DIEU, told.article),))

    def _group(self, base: ProvisionRef, steps: Steps, scene: Scene) -> Found:
        """A chapter or section: in the text itself the one that bears the number, wherever its own parent is."""
        named = ProvisionRef(base.document, (*base.path, *steps))
        if base.document != self.revision.document.id or scene.is_quoted:
            return Found(named)
        alike = self.groups.get((steps[-1].level, steps[-1].number), [])
        found = [ref for ref in alike if base.contains(ref) and all(step in ref.path for step in steps)]
        if len(found) > 1:
            near = [part.ref for part in scene.around]
            found = [ref for ref in found if ProvisionRef(ref.document, ref.path[:-1]) in near]
        if len(found) == 1:
            return Found(found[0], exists=True)
        return Found(None, SEVERAL) if alike else Found(named, exists=False)

    def _checked(self, ref: ProvisionRef, scene: Scene) -> Found:
        """A reference with whether the text itself has it."""
        if ref.document != self.revision.document.id:
            return Found(ref)
        if ref not in self.refs and scene.scope.path and ref.path[0].level is Level.DIEU:
            inner = ProvisionRef(ref.document, (*scene.scope.path, *ref.path))
            if inner in self.refs and ref.dieu not in self.refs:
                return Found(inner, exists=True)  # an attached text that calls itself by the name of its decree
        if ref not in self.refs and self.standing.is_consolidated and _is_beyond(ref, self.last):
            return Found(None, STUCK)
        return Found(ref, exists=ref in self.refs)


def _within(target: ProvisionRef, path: Steps) -> ProvisionRef:
    """A place of the act, or of the attached text, that an instruction changes."""
    return ProvisionRef(target.document, (*target.path, *path))


def _steps(chain: Chain, index: int) -> Steps:
    """A piece with the larger ones that it is part of, the largest first."""
    steps: list[Step] = []
    at: int | None = index
    while at is not None and len(steps) < 4:
        steps.append(Step(chain.pieces[at].level, chain.pieces[at].number))
        at = chain.parent(at) if chain.pieces[at].number else None
    return tuple(reversed(steps))


def _is_beyond(ref: ProvisionRef, last: int) -> bool:
    """Whether an article's number can only be one with the mark of a note behind it."""
    return any(s.level is Level.DIEU and s.number.isdigit() and int(s.number) > max(last, _NO_NOTE) for s in ref.path)
