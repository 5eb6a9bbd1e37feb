"""Changes that could not be worked in, and ends that were hardly meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from api.inspection.kinds import Weight
from corpus.document import LegalDocument, Revision
from corpus.phrase import Phrase, PhraseVerb
from corpus.provision import Provision
from corpus.reference import ProvisionRef
from corpus.relation import Relation, RelationKind
from corpus.span import Span
from tests.api.inspection.test_citations import found as told
from tests.api.inspection.test_inspection import acting, found, read_law


def phrase_change(old: str) -> Revision:
    """An act that puts `Ngắm` for a phrase of Điều 1."""
    act = acting(RelationKind.AMENDS, "7/2031/QH99#dieu_1")
    text = f"Điều 1. {old} Ngắm\n"
    part = Provision(act.provisions[0].ref, "Điều 1", "", Span(0, len(text)), len(text))
    old_at, new_at = Span(8, 8 + len(old)), Span(9 + len(old), 13 + len(old))
    relation = replace(act.relations[0], phrase=Phrase(PhraseVerb.REPLACE, old_at, new_at))
    return Revision(act.document, text, (part,), (relation,))


@pytest.mark.parametrize(
    ("old", "count", "why"), [("Tưới", 0, "the phrase stands there"), ("Hái", 1, "it stands nowhere in the article")]
)
def test_phrases_that_are_not_found(old: str, count: int, why: str, tmp_path: Path) -> None:
    findings = told("unworked", read_law(tmp_path), phrase_change(old))
    assert [ref for ref, _ in findings] == ["7/2031/QH99#dieu_1"] * count, why
    assert all(f"“{old}”" in words and "9/2032/QH99" in words for _, words in findings)


def test_changes_by_an_act_that_is_not_held(tmp_path: Path) -> None:
    target, source = ProvisionRef.parse("7/2031/QH99#dieu_1"), ProvisionRef("9/2032/QH99")
    noted = replace(read_law(tmp_path), relations=(Relation(RelationKind.AMENDS, target, source, date(2032, 1, 1)),))
    ((ref, words),) = told("unworked", noted)
    assert ref == str(target) and "không có trong kho" in words


def test_a_change_still_to_come_is_not_looked_at(tmp_path: Path) -> None:
    late = acting(RelationKind.AMENDS, "7/2031/QH99#dieu_1", date(2034, 1, 1))
    assert found("unworked", read_law(tmp_path), late) == []


@pytest.mark.parametrize(
    ("issued", "count", "why"),
    [("2031-02-03", 0, "it is older"), ("2031-12-01", 1, "the act of 2031-09-01 cannot know it")],
)
def test_an_end_of_what_is_newer(issued: str, count: int, why: str, tmp_path: Path) -> None:
    held = read_law(tmp_path, issued_on=issued, in_force_from="2032-01-01")
    ends = acting(RelationKind.REPLACES, "7/2031/QH99")
    assert found("doubtful_end", held, ends) == [("9/2032/QH99#dieu_1", Weight.WARNING)] * count, why


@pytest.mark.parametrize(("target", "count"), [("7/2031/QH99", 0), ("7/2035/QH99", 1)])
def test_a_number_tells_the_year_of_what_is_not_held(target: str, count: int) -> None:
    assert len(found("doubtful_end", acting(RelationKind.REPEALS, target))) == count


@pytest.mark.parametrize(
    ("issuer", "used_on", "count", "why"),
    [
        ("Quốc hội", date(2032, 6, 1), 1, "a later act still builds on it"),
        ("Quốc hội", date(2031, 10, 1), 0, "the other act came before the end"),
        ("Chính phủ", date(2032, 6, 1), 0, "another issuer"),
    ],
)
def test_an_end_of_what_is_hardly_older_and_in_use(
    issuer: str, used_on: date, count: int, why: str, tmp_path: Path
) -> None:
    held, ends = read_law(tmp_path), acting(RelationKind.REPLACES, "7/2031/QH99")
    held = replace(held, document=replace(held.document, issuer="Quốc hội"))
    ends = replace(ends, document=replace(ends.document, issuer=issuer))
    document = LegalDocument("5/2032/ND", "5/2032/ND", "Nghị định", "Dùng", "", used_on, used_on)
    based = Relation(RelationKind.BASED_ON, ProvisionRef("7/2031/QH99"), ProvisionRef("5/2032/ND"))
    user = Revision(document, "Điều 1. Dùng\n", (), (based,))
    assert len(found("doubtful_end", held, ends, user)) == count, why


@pytest.mark.parametrize(
    ("count", "title", "expected", "why"),
    [
        (16, "Luật sửa đổi, bổ sung vườn", 1, "a law's history read as an end"),
        (15, "Luật sửa đổi, bổ sung vườn", 0, "not so many"),
        (16, "Luật vườn", 0, "old laws swept out together"),
    ],
)
def test_many_ends_in_one_place(count: int, title: str, expected: int, why: str) -> None:
    act = acting(RelationKind.REPEALS, "1/2030/QH98")
    text = f"Điều 1. Bãi bỏ {title}\n"
    part = replace(act.provisions[0], span=Span(0, len(text)), text_end=len(text))
    relations = tuple(replace(act.relations[0], target=ProvisionRef(f"{n}/2030/QH98")) for n in range(1, count + 1))
    listed = Revision(act.document, text, (part,), relations)
    assert len(found("doubtful_end", listed)) == expected, why
