"""What a chain means: the document first, then the place in it; nothing where the text leaves it open."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from corpus.document import Revision
from corpus.folding import fold
from corpus.level import Level
from corpus.provision import Provision
from corpus.reference import ProvisionRef, Step
from ingest.instructions import Instructed
from ingest.mentions.act import REGULATIONS, Act
from ingest.mentions.chain import Chain
from ingest.mentions.standing import Standing, article_of
from ingest.number import is_number, type_of

NO_NUMBER = "tên văn bản không kèm số hiệu, chưa rõ là văn bản nào"
NO_TARGET = "lời trích của văn bản khác, chưa rõ văn bản nào"
NO_ARTICLE = "không nói điều nào"
OTHER_TYPE = "không phải loại của văn bản này"
NOTHING_BEFORE = "không thấy văn bản nào nói trước đó"
AFTER_END = "đứng ngoài phần điều khoản, chưa rõ thuộc điều nào"
EXCEPTED = "ngoại lệ của văn bản hết hiệu lực nói trước đó"
STUCK = "số điều lớn hơn số điều của văn bản, có lẽ dính số chú thích"
SEVERAL = "có nhiều nơi cùng tên gọi này"

_LIST_OF = re.compile(
    r"(?<!bổ sung )(?<!sửa đổi )(?:[Cc]ác|[Mm]ột số) (?:quy định|điều|khoản|điểm|Phụ lục)"
    r"[^\n:;.]{0,80}(?:của|tại) (?:các )?$"
    r"|(?:chi tiết|thi hành)[^.;:\n]{0,60}$"
)
_EXCEPT = re.compile(r"hết hiệu lực[^;]*(?:,|\s)trừ\s")
_COLON = re.compile(r"[^\n;]{0,400}:[^\S\n]*\n")

_NO_NOTE = 199

Steps = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A reference, or why there is none."""

    ref: ProvisionRef | None
    why: str = ""
    exists: bool | None = None


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
class Resolver:
    """Reads the chains of one revision in order."""

    revision: Revision
    standing: Standing
    refs: set[ProvisionRef] = field(init=False)
    groups: dict[tuple[Level, str], list[ProvisionRef]] = field(init=False)
    attached: dict[str, list[ProvisionRef]] = field(init=False)
    last: int = field(init=False)
    """The highest number of an article."""
    last_act: Act | None = None
    lead: tuple[ProvisionRef, ProvisionRef | None] | None = None
    """`các điều, khoản của Nghị định số …, bao gồm:`: the provision that says so, and the document of its list."""
    last_part: ProvisionRef | None = None
    last_place: Steps = ()
    quoted_line: int = -1
    quoted_path: Steps = ()

    def __post_init__(self) -> None:
        self.refs = {part.ref for part in self.standing.parts}
        numbers = [step.number for ref in self.refs for step in ref.path if step.level is Level.DIEU]
        self.last = max((int(number) for number in numbers if number.isdigit()), default=0)
        self.groups, self.attached = defaultdict(list), defaultdict(list)
        for part in self.standing.parts:
            if part.level.is_context:
                self.groups[part.level, part.ref.path[-1].number].append(part.ref)
            if part.level is Level.KEM_THEO:
                self.attached[part.label.lower()].append(part.ref)

    # --- where ----------------------------------------------------------------------------------

    def scene(self, place: int) -> Scene:
        """The scene at a place; places must come in order."""
        around = self.standing.within(place)
        instruction = self.standing.instruction(around)
        here = around[0].ref if around else None
        if here != self.last_part:
            self.last_part, self.last_place = here, ()
        line = self.standing.quoted(place)
        is_quoted = line is not None or (instruction is not None and self.standing.is_inline(place))
        path = self._follow(line, instruction) if line is not None else article_of(here) if here else ()
        if is_quoted and line is None:
            path = self._instructed_path(instruction)
        kem_theo = next((part.ref for part in around if part.level is Level.KEM_THEO), None)
        scope = kem_theo or ProvisionRef(self.revision.document.id)
        before = self.revision.text[max(0, place - 300) : place].rpartition("\n")[2]
        return Scene(
            around, instruction, is_quoted, path, scope, place >= self.standing.tail, self.standing.is_inline(place),
            _EXCEPT.search(before) is not None,
        )  # fmt: skip

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

    # --- which document ---------------------------------------------------------------------------

    def act(self, act: Act, scene: Scene, has_place: bool) -> Found:
        """The document that an act means."""
        if act.pointer == "này":
            return self._this(act, scene)
        if act.pointer == "đó":
            before = self.last_act
            known = before is not None and before.type == act.type and before.id is not None
            return Found(ProvisionRef(str(before.id))) if known and before else Found(None, NOTHING_BEFORE)
        self.last_act = act
        document = self.revision.document
        if act.id is None:
            if not has_place and scene.around and self._leads(act):
                self.lead = scene.around[0].ref, None
            return Found(None, NO_NUMBER)
        ref = ProvisionRef(document.id if act.id == document.number else act.id)
        if not has_place and scene.around and self._leads(act):
            self.lead = scene.around[0].ref, ref
        if has_place and act.regulation_start is not None:
            ref = ref.child(Level.KEM_THEO, "1")
        return Found(ref)

    def _leads(self, act: Act) -> bool:
        text = self.revision.text
        before = text[max(0, act.start - 120) : act.start]
        ends = _COLON.match(text, act.end) if _LIST_OF.search(before) else None
        return ends is not None

    def _this(self, act: Act, scene: Scene) -> Found:
        if scene.is_quoted:
            target = scene.instruction.target if scene.instruction else None
            if target is None or not _fits(act.type, target):
                return Found(None, NO_TARGET)
            return Found(ProvisionRef(target))
        if scene.is_after_end and self._is_consolidated():
            return Found(None, AFTER_END)
        document = self.revision.document
        if act.type in REGULATIONS and act.type.lower() != document.type.lower():
            return self._regulation(act, scene)
        return Found(ProvisionRef(document.id)) if self._is_own(act.type) else Found(None, OTHER_TYPE)

    def _regulation(self, act: Act, scene: Scene) -> Found:
        if scene.scope.path:
            part = scene.around[-1]
            return Found(scene.scope) if part.label.lower() == act.type.lower() else Found(None, OTHER_TYPE)
        found = self.attached.get(act.type.lower(), [])
        return Found(found[0]) if len(found) == 1 else Found(None, SEVERAL if found else OTHER_TYPE)

    def _is_own(self, type_: str) -> bool:
        document = self.revision.document
        if type_ == "Văn bản" or type_.lower() == document.type.lower():
            return True
        if self._is_consolidated():
            return type_ in ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp") or "QH" not in document.number
        return not document.type or fold(type_) in fold(document.type)

    def _is_consolidated(self) -> bool:
        return self.revision.document.type == "Văn bản hợp nhất"

    # --- which place -------------------------------------------------------------------------------

    def place(self, chain: Chain, index: int, act: Found | None, scene: Scene) -> Found:
        """The place that a piece of a chain means."""
        steps = self._steps(chain, index)
        here = steps[0]
        if here.number == "":
            return self._here(steps, scene)
        if act is not None and act.ref is None:
            return act
        if here.level is Level.DIEU or here.level.is_context:
            base, why = (act.ref, "") if act else self._base(scene)
        else:
            base, why = None, NO_ARTICLE
            if act is None and (loose := self._loose(scene)):
                base, steps, why = loose[0], (*loose[1], *steps), ""
                here = steps[0]
        if base is None:
            return Found(None, why)
        if here.level.is_context:
            return self._group(base, steps, scene)
        return self._checked(ProvisionRef(base.document, (*base.path, *steps)), scene)

    def _steps(self, chain: Chain, index: int) -> Steps:
        steps: list[Step] = []
        at: int | None = index
        while at is not None and len(steps) < 4:
            steps.append(Step(chain.pieces[at].level, chain.pieces[at].number))
            at = chain.parent(at) if chain.pieces[at].number else None
        return tuple(reversed(steps))

    def _here(self, steps: Steps, scene: Scene) -> Found:
        """`Điều này`, `khoản 2 Điều này`, `Chương này`."""
        first, rest = steps[0], steps[1:]
        if scene.is_after_end and not scene.is_quoted:
            return Found(None, AFTER_END)
        if first.level.is_context:
            part = next((p for p in scene.around if p.level is first.level), None)
            if part is None or scene.is_quoted:
                return Found(None, NO_TARGET if scene.is_quoted else NO_ARTICLE)
            return self._group(part.ref, rest, scene) if rest else Found(part.ref, exists=True)
        levels = [step.level for step in scene.path]
        if first.level not in levels:
            return Found(None, NO_ARTICLE)
        path = (*scene.path[: levels.index(first.level) + 1], *rest)
        if scene.is_quoted:
            if scene.instruction is None or scene.instruction.target is None:
                return Found(None, NO_TARGET)
            return Found(ProvisionRef(scene.instruction.target, path))
        found = self._checked(ProvisionRef(scene.scope.document, (*scene.scope.path, *path)), scene)
        told = scene.instruction
        if found.exists is False and told and told.target and told.article and first.level is Level.DIEU:
            return Found(ProvisionRef(told.target, (Step(Level.DIEU, told.article), *rest)))
        return found

    def _base(self, scene: Scene) -> tuple[ProvisionRef | None, str]:
        """The document of a place that names none."""
        if self.lead is not None and any(part.ref == self.lead[0] for part in scene.around):
            return self.lead[1], "" if self.lead[1] else NO_NUMBER
        if scene.instruction is not None:
            target = scene.instruction.target
            return (ProvisionRef(target), "") if target else (None, NO_TARGET)
        if scene.is_quoted or scene.is_inline:
            return None, NO_TARGET
        if scene.is_after_end or any(part.level is Level.PHU_LUC for part in scene.around):
            return None, AFTER_END
        if scene.is_exception:
            return None, EXCEPTED
        return scene.scope, ""

    def _loose(self, scene: Scene) -> tuple[ProvisionRef, Steps] | None:
        """Document and article of a clause that names no article: only an instruction tells them."""
        told = scene.instruction
        if told is None or told.target is None or told.article is None or scene.is_quoted:
            return None
        return ProvisionRef(told.target), (Step(Level.DIEU, told.article),)

    def _group(self, base: ProvisionRef, steps: Steps, scene: Scene) -> Found:
        """A chapter or section: in the text itself the one that bears the number, wherever its own parent is."""
        if base.document != self.revision.document.id or (scene.is_quoted):
            return Found(ProvisionRef(base.document, (*base.path, *steps)))
        found = [
            ref
            for ref in self.groups.get((steps[-1].level, steps[-1].number), [])
            if base.contains(ref) and all(step in ref.path for step in steps)
        ]
        near = [part.ref for part in scene.around]
        if len(found) > 1:
            found = [ref for ref in found if ProvisionRef(ref.document, ref.path[:-1]) in near]
        if len(found) == 1:
            return Found(found[0], exists=True)
        if self.groups.get((steps[-1].level, steps[-1].number)):
            return Found(None, SEVERAL)
        return Found(ProvisionRef(base.document, (*base.path, *steps)), exists=False)

    def _checked(self, ref: ProvisionRef, scene: Scene) -> Found:
        """A reference with whether the text itself has it."""
        if ref.document != self.revision.document.id:
            return Found(ref)
        if ref not in self.refs and scene.scope.path and ref.path[0].level is Level.DIEU:
            inner = ProvisionRef(ref.document, (*scene.scope.path, *ref.path))
            if inner in self.refs and ref.dieu not in self.refs:
                return Found(inner, exists=True)  # an attached text that calls itself by the name of its decree
        if ref not in self.refs and self._is_consolidated() and _is_beyond(ref, self.last):
            return Found(None, STUCK)
        return Found(ref, exists=ref in self.refs)


def _is_beyond(ref: ProvisionRef, last: int) -> bool:
    """Whether an article's number can only be one with the mark of a note behind it."""
    return any(s.level is Level.DIEU and s.number.isdigit() and int(s.number) > max(last, _NO_NOTE) for s in ref.path)


def _fits(type_: str, target: str) -> bool:
    """Whether a document of this number may be called so."""
    if not is_number(target):
        return True
    of_number = type_of(target)
    if of_number is not None:
        return of_number == type_
    return type_ in ("Luật", "Bộ luật", "Pháp lệnh", "Nghị quyết", "Hiến pháp")
