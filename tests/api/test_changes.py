"""What later law did to a provision."""

from __future__ import annotations

from datetime import date

import pytest

from api.changes import is_outdated, notices_of
from corpus.passage import passages_of
from corpus.reference import ProvisionRef
from corpus.relation import Relation, RelationKind
from tests.api.twins import small_corpus
from tests.invented_law import revision

START = revision().document.in_force_from or date.min
PLACE = ProvisionRef.parse("11/2020/QH99#dieu_4")


@pytest.mark.parametrize(
    ("effective", "outdated"),
    [(date(START.year - 1, 1, 1), False), (START, True), (date(2025, 1, 1), True), (date(2099, 1, 1), False)],
)
def test_a_change_on_the_first_day_counts(effective: date, outdated: bool) -> None:
    corpus = small_corpus()
    change = Relation(RelationKind.AMENDS, PLACE, ProvisionRef("14/2020/QH99"), effective)
    corpus.put(revision("Điều 1. X\nY.", "14/2020/QH99", "Sửa luật vườn", relations=(change,)))
    touched = [p for p in passages_of(revision()) if PLACE.contains(p.ref)]
    assert touched and all(is_outdated(p, corpus, date(2026, 1, 1)) is outdated for p in touched)


@pytest.mark.parametrize(
    ("day", "told"), [(date(2024, 12, 31), "sẽ"), (date(2025, 1, 1), "đang bị"), (date(2025, 7, 1), "")]
)
def test_a_suspension_is_told_while_it_lasts(day: date, told: str) -> None:
    corpus = small_corpus()
    halt = Relation(RelationKind.SUSPENDS, PLACE, ProvisionRef("14/2020/QH99"), date(2025, 1, 1), date(2025, 7, 1))
    corpus.put(revision("Điều 1. X\nY.", "14/2020/QH99", "Ngưng luật vườn", relations=(halt,)))
    quoted = [p for p in passages_of(revision()) if p.ref == PLACE]
    notices = [n.text for n in notices_of(quoted, corpus, day) if "ngưng hiệu lực" in n.text]
    assert [("Đến trước ngày đó" in text, "đang bị" in text) for text in notices] == (
        [] if not told else [(told == "sẽ", told == "đang bị")]
    )
    assert any(is_outdated(p, corpus, day) for p in quoted) is (told == "đang bị")
