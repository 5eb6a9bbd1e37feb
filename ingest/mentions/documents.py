"""Which document an act means, or a place that names no act."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from corpus.document import Revision
from corpus.folding import fold
from corpus.level import Level
from corpus.reference import ProvisionRef
from ingest.attached import REGULATIONS
from ingest.mentions.act import Act
from ingest.mentions.found import (
    AFTER_END,
    EXCEPTED,
    NO_NUMBER,
    NO_TARGET,
    NOTHING_BEFORE,
    OTHER_TYPE,
    SEVERAL,
    Found,
)
from ingest.mentions.scene import Scene
from ingest.mentions.standing import Standing
from ingest.number import is_number, type_of

_LIST_OF = re.compile(
    r"(?<!bổ sung )(?<!sửa đổi )(?:[Cc]ác|[Mm]ột số) (?:quy định|điều|khoản|điểm|Phụ lục)"
    r"[^\n:;.]{0,80}(?:của|tại) (?:các )?$"
    r"|(?:chi tiết|thi hành)[^.;:\n]{0,60}$"
)
_COLON = re.compile(r"[^\n;]{0,400}:[^\S\n]*\n")


@dataclass(slots=True)
class Documents:
    """Resolves the acts of one revision in order."""

    revision: Revision
    standing: Standing
    attached: dict[str, list[ProvisionRef]] = field(init=False)
    last_act: Act | None = None
    lead: tuple[ProvisionRef, ProvisionRef | None] | None = None
    """`các điều, khoản của Nghị định số …, bao gồm:`: the provision that says so, and the document of its list."""

    def __post_init__(self) -> None:
        self.attached = defaultdict(list)
        for part in self.standing.parts:
            if part.level is Level.KEM_THEO:
                self.attached[part.label.lower()].append(part.ref)

    def of_act(self, act: Act, scene: Scene, has_place: bool) -> Found:
        """The document that an act means."""
        if act.pointer == "này":
            return self._this(act, scene)
        if act.pointer == "đó":
            before = self.last_act
            known = before is not None and before.type == act.type and before.id is not None
            return Found(ProvisionRef(str(before.id))) if known and before else Found(None, NOTHING_BEFORE)
        self.last_act = act
        document = self.revision.document
        ref = ProvisionRef(document.id if act.id == document.number else act.id) if act.id is not None else None
        if not has_place and scene.around and self._leads(act):
            self.lead = scene.around[0].ref, ref
        if ref is None:
            return Found(None, NO_NUMBER)
        return Found(ref.child(Level.KEM_THEO, "1") if has_place and act.regulation_start is not None else ref)

    def of_bare(self, scene: Scene) -> Found:
        """The document of a place that names none."""
        if self.lead is not None and any(part.ref == self.lead[0] for part in scene.around):
            return Found(self.lead[1], "" if self.lead[1] else NO_NUMBER)
        if scene.instruction is not None:
            target = scene.instruction.target
            return Found(target) if target else Found(None, NO_TARGET)
        if scene.is_quoted or scene.is_inline:
            return Found(None, NO_TARGET)
        if scene.is_after_end or any(part.level is Level.PHU_LUC for part in scene.around):
            return Found(None, AFTER_END)
        if scene.is_exception:
            return Found(None, EXCEPTED)
        return Found(scene.scope)

    def _leads(self, act: Act) -> bool:
        text = self.revision.text
        before = text[max(0, act.start - 120) : act.start]
        ends = _COLON.match(text, act.end) if _LIST_OF.search(before) else None
        return ends is not None

    def _this(self, act: Act, scene: Scene) -> Found:
        if scene.is_quoted:
            target = scene.instruction.target if scene.instruction else None
            if target is None or not _fits(act.type, target.document):
                return Found(None, NO_TARGET)
            return Found(ProvisionRef(target.document))
        if scene.is_after_end and self.standing.is_consolidated:
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
        if self.standing.is_consolidated:
            return type_ in ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp") or "QH" not in document.number
        return not document.type or fold(type_) in fold(document.type)


def _fits(type_: str, target: str) -> bool:
    """Whether a document of this number may be called so."""
    if not is_number(target):
        return True
    of_number = type_of(target)
    if of_number is not None:
        return of_number == type_
    return type_ in ("Luật", "Bộ luật", "Pháp lệnh", "Nghị quyết", "Hiến pháp")
