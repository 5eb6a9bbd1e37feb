"""A check of the whole corpus: lints by kind, each a small function over one document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from api.inspection import force, numbering, record
from api.inspection.finding import Finding, Ground, Lint, Weight
from api.inspection.standing_cards import card_findings


@dataclass(frozen=True, slots=True)
class Check:
    """A kind of finding: what it is called, and what looks for it."""

    title: str
    lint: Lint


CHECKS = {
    "unsound": Check("văn bản lưu và cây điều khoản không khớp", record.unsound),
    "no_provisions": Check("không thấy điều khoản", record.without_provisions),
    "twice": Check("một số hiệu điều, khoản, điểm có hai lần", numbering.twice),
    "gap": Check("số điều, khoản, điểm bị nhảy", numbering.gaps),
    "same_words": Check("hai điều giống hệt nhau", numbering.same_words),
    "no_days": Check("thiếu ngày ban hành hoặc ngày có hiệu lực", record.without_days),
    "no_number": Check("không có số hiệu", record.without_number),
    "ended": Check("hết hiệu lực, hoặc không rõ hết từ ngày nào", force.ended),
    "superseded": Check("có văn bản cùng tên ban hành sau", force.superseded),
    "absent_target": Check("tác động đến điều khoản không có", force.absent_targets),
    "not_held": Check("văn bản liên quan chưa có trong kho", force.not_held),
    "unsure": Check("chỗ bộ đọc chưa chắc", record.unsure),
}
CARD = "card"
KINDS = {name: check.title for name, check in CHECKS.items()} | {CARD: "thẻ trả lời cần xem lại"}
"""Every kind of finding with its name in Vietnamese."""


def inspect(
    ground: Ground, kinds: frozenset[str], progress: Callable[[int, int], None] = lambda _, __: None
) -> Iterator[Finding]:
    """The findings of these kinds, document by document, then card by card; `progress(done, all)` as it goes."""
    for done, name in enumerate(ground.documents):
        progress(done, len(ground.documents))
        revision = ground.corpus.revision(name)
        if revision is not None:
            for kind in CHECKS:
                if kind in kinds:
                    yield from CHECKS[kind].lint(revision, ground)
    progress(len(ground.documents), len(ground.documents))
    if CARD in kinds:
        for card in ground.corpus.cards():
            yield from card_findings(card, ground)


__all__ = ["CHECKS", "KINDS", "Finding", "Ground", "Weight", "inspect"]
