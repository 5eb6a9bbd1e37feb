"""Each lint on small invented laws: what it finds, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from api.inspection.checks import CHECKS, inspect
from api.inspection.finding import Ground
from api.inspection.kinds import CARD, KINDS, Weight
from corpus.card import AnswerCard
from corpus.document import LegalDocument, Origin, Revision
from corpus.library import Library, memory_library
from corpus.provision import Provision
from corpus.reference import ProvisionRef
from corpus.relation import Relation, RelationKind
from corpus.span import Span
from ingest.reading import read

DAY = date(2033, 6, 1)
BODY = (
    "Điều 1. Giữ vườn\n1. Tưới rau.\n2. Đuổi gà:\na) Buổi sáng;\nb) Buổi chiều.\nĐiều 2. Mượn luống\nTrả lại luống.\n"
)
LONG = "Người mượn luống của người khác phải trả lại trong ba mươi ngày kể từ ngày được yêu cầu trả."


def read_law(folder: Path, body: str = BODY, **declared: str) -> Revision:
    head = {"number": "7/2031/QH99", "type": "Luật", "title": "Vườn rau", "issued_on": "2031-02-03"}
    head = {**head, "in_force_from": "2031-07-01", **declared}
    path = folder / "luat.md"
    rows = "".join(f"{name}: {value}\n" for name, value in head.items() if value)
    path.write_text(f"---\n{rows}---\n{body}", encoding="utf-8")
    return read([path])


def flat(body: str, *rows: tuple[str, str]) -> Revision:
    """Provisions by (path, words at which they begin), each ending where the next begins."""
    starts = [body.index(words) for _, words in rows] + [len(body)]
    parts = tuple(
        Provision(ProvisionRef.parse(f"7/2031/QH99#{path}"), words.split(". ")[0], "", Span(a, b), b)
        for (path, words), a, b in zip(rows, starts[:-1], starts[1:], strict=True)
    )
    document = LegalDocument("7/2031/QH99", "7/2031/QH99", "Luật", "Vườn", "", date(2031, 1, 1), date(2031, 7, 1))
    return Revision(document, body, parts)


def acting(kind: RelationKind, target: str, effective: date | None = date(2032, 1, 1)) -> Revision:
    """An act of one article that does something to `target`."""
    text = "Điều 1. Việc của luật này\n"
    document = LegalDocument("9/2032/QH99", "9/2032/QH99", "Luật", "Sửa", "", date(2031, 9, 1), date(2032, 1, 1))
    part = Provision(ProvisionRef.parse("9/2032/QH99#dieu_1"), "Điều 1", "", Span(0, len(text)), len(text))
    return Revision(document, text, (part,), (Relation(kind, ProvisionRef.parse(target), part.ref, effective),))


def holding(*revisions: Revision, cards: tuple[AnswerCard, ...] = ()) -> Library:
    library = memory_library()
    for revision in revisions:
        library.put(revision)
    for card in cards:
        library.put_card(card)
    return library


def found(kind: str, *revisions: Revision, cards: tuple[AnswerCard, ...] = ()) -> list[tuple[str, Weight]]:
    ground = Ground(holding(*revisions, cards=cards), DAY)
    return [(str(one.ref), one.weight) for one in inspect(ground, frozenset({kind}))]


def test_every_kind_has_a_lint() -> None:
    assert [*CHECKS, CARD] == list(KINDS)


def test_a_sound_law_has_nothing_to_look_at(tmp_path: Path) -> None:
    assert list(inspect(Ground(holding(read_law(tmp_path)), DAY), frozenset(KINDS))) == []


@pytest.mark.parametrize(
    ("numbers", "jumps", "why"),
    [
        (["dieu_1", "dieu_2", "dieu_3"], [], "in order"),
        (["dieu_1", "dieu_3"], ["dieu_3"], "one left out"),
        (["dieu_4"], ["dieu_4"], "the beginning is not there"),
        (["dieu_1", "dieu_1a", "dieu_1b", "dieu_2"], [], "articles put in by a later law"),
        (["dieu_1", "dieu_3a"], ["dieu_3a"], "a letter does not hide what is left out"),
        (["dieu_1", "dieu_1", "dieu_2"], [], "a number that stands twice is another lint's"),
        (["dieu_1__diem_d", "dieu_1__diem_đ"], ["dieu_1__diem_d"], "a, b, c are not there; đ follows d"),
        (["dieu_1__diem_a", "dieu_1__diem_b", "dieu_1__diem_d"], ["dieu_1__diem_d"], "c is not there"),
        (["dieu_1", "phu_luc_I__dieu_1", "phu_luc_I__dieu_2"], [], "an annex counts anew"),
        (["muc_I", "muc_III"], [], "only điều, khoản and điểm are counted"),
    ],
)
def test_numbers_that_jump(numbers: list[str], jumps: list[str], why: str) -> None:
    rows = [(path, f"Chỗ {n}. ") for n, path in enumerate(numbers)]
    body = "".join(words + "\n" for _, words in rows)
    assert found("gap", flat(body, *rows)) == [(f"7/2031/QH99#{path}", Weight.WARNING) for path in jumps], why


def test_what_is_missing_is_named() -> None:
    body = "Điều 1. A\nĐiều 5. B\nĐiều 7. C\n"
    ground = Ground(holding(flat(body, ("dieu_1", "Điều 1"), ("dieu_5", "Điều 5"), ("dieu_7", "Điều 7"))), DAY)
    words = [one.words for one in inspect(ground, frozenset({"gap"}))]
    assert words == ["thiếu Điều 2 đến 4 trước Điều 5", "thiếu Điều 6 trước Điều 7"]


def test_a_digest_may_leave_articles_out() -> None:
    one = flat("Điều 5. A\n", ("dieu_5", "Điều 5"))
    assert found("gap", one) and not found("gap", replace(one, document=replace(one.document, origin=Origin.DIGEST)))


def test_a_number_that_stands_twice() -> None:
    one = flat("Điều 1. A\nĐiều 1. B\n", ("dieu_1", "Điều 1. A"), ("dieu_1", "Điều 1. B"))
    assert found("twice", one) == [("7/2031/QH99#dieu_1", Weight.ERROR)]


def test_articles_that_say_the_same(tmp_path: Path) -> None:
    body = f"Điều 1. {LONG}\nĐiều 2. {LONG}\nĐiều 3. Trả lại.\nĐiều 4. Trả lại.\n"
    told = found("same_words", read_law(tmp_path, body))
    assert told == [("7/2031/QH99#dieu_2", Weight.WARNING)], "few words say little"


@pytest.mark.parametrize(
    ("kind", "declared", "count"),
    [
        ("no_days", {"in_force_from": ""}, 1),
        ("no_days", {"issued_on": "", "in_force_from": ""}, 2),
        ("no_days", {"in_force_from": "", "holds_from": "2032-01-01"}, 0),
        ("no_number", {"number": "", "id": "VR/2031"}, 1),
    ],
)
def test_what_is_not_known_of_a_document(kind: str, declared: dict[str, str], count: int, tmp_path: Path) -> None:
    assert len(found(kind, read_law(tmp_path, **declared))) == count


def test_a_text_without_provisions(tmp_path: Path) -> None:
    assert found("no_provisions", replace(read_law(tmp_path), provisions=())) == [("7/2031/QH99", Weight.ERROR)]


@pytest.mark.parametrize(
    ("span", "text_end", "why"),
    [
        (Span(3, 20), 20, "the label does not stand at its start"),
        (Span(0, 9_999), 9_999, "the end lies outside"),
        (Span(1, 20), 0, "its own words end before it begins"),
    ],
)
def test_a_place_that_is_wrong(span: Span, text_end: int, why: str) -> None:
    one = flat("Điều 1. Tưới rau mỗi ngày.\n", ("dieu_1", "Điều 1"))
    (part,) = one.provisions
    wrong = replace(one, provisions=(replace(part, span=span, text_end=text_end),))
    ground = Ground(holding(one), DAY)
    assert [one.weight for one in CHECKS["unsound"](wrong, ground)] == [Weight.ERROR], why
    assert not list(CHECKS["unsound"](one, ground))


@pytest.mark.parametrize(
    ("kind", "place", "missing", "why"),
    [
        (RelationKind.REPEALS, "dieu_2", False, "it is there"),
        (RelationKind.REPEALS, "dieu_9", True, "it is not"),
        (RelationKind.AMENDS, "dieu_1__khoan_9__diem_a", True, "the clause above it is not there either"),
        (RelationKind.AMENDS, "dieu_2a", False, "an article put in by this act"),
        (RelationKind.AMENDS, "dieu_1__khoan_3", False, "a clause put in after the last"),
        (RelationKind.AMENDS, "dieu_1__khoan_2__diem_c", False, "a point put in after the last"),
    ],
)
def test_acts_on_places_that_are_not_there(
    kind: RelationKind, place: str, missing: bool, why: str, tmp_path: Path
) -> None:
    told = found("absent_target", read_law(tmp_path), acting(kind, f"7/2031/QH99#{place}"))
    assert told == ([("9/2032/QH99#dieu_1", Weight.WARNING)] if missing else []), why


def test_documents_that_are_not_here(tmp_path: Path) -> None:
    amends = acting(RelationKind.AMENDS, "7/2031/QH99")
    assert found("not_held", amends) == [("9/2032/QH99", Weight.INFO)]
    assert found("not_held", amends, read_law(tmp_path)) == []
    told = Relation(RelationKind.AMENDS, ProvisionRef("7/2031/QH99"), ProvisionRef("9/2032/QH99"), DAY)
    noted = replace(read_law(tmp_path), relations=(told,))
    assert found("not_held", noted) == [("7/2031/QH99", Weight.WARNING)], "an editor's record of a later act"
    assert found("not_held", acting(RelationKind.REPLACES, "7/2031/QH99")) == [], "an old law need not be here"


@pytest.mark.parametrize(
    ("effective", "expected"),
    [(date(2032, 1, 1), [("7/2031/QH99", Weight.INFO)]), (date(2034, 1, 1), [])],
)
def test_documents_at_their_end(effective: date, expected: list[tuple[str, Weight]], tmp_path: Path) -> None:
    assert found("ended", read_law(tmp_path), acting(RelationKind.REPLACES, "7/2031/QH99", effective)) == expected


def test_an_end_without_a_day_is_an_error(tmp_path: Path) -> None:
    replacing = acting(RelationKind.REPLACES, "7/2031/QH99", None)
    undated = replace(replacing, document=replace(replacing.document, in_force_from=None))
    assert found("ended", read_law(tmp_path), undated) == [("7/2031/QH99", Weight.ERROR)]


@pytest.mark.parametrize(
    ("later", "suspected", "why"),
    [
        ({"number": "8/2032/QH99"}, True, "the same name, later, both in force"),
        ({"number": "8/VBHN-VPQH"}, False, "a consolidated text stands beside its law"),
        ({"number": "8/2032/QH99", "title": "Vườn cây"}, False, "another name"),
        ({"number": "8/2032/QH99", "in_force_from": "2034-01-01"}, False, "not yet law"),
        ({"number": "8/2032/QH99", "territory": "Hà Nội"}, False, "law of another place"),
    ],
)
def test_laws_of_one_name(later: dict[str, str], suspected: bool, why: str, tmp_path: Path) -> None:
    first = read_law(tmp_path)
    second = read_law(tmp_path, BODY + "Điều 3. Giếng\nNước giếng.\n", **{"issued_on": "2032-03-01", **later})
    assert found("superseded", first, second) == ([("7/2031/QH99", Weight.WARNING)] if suspected else []), why


@pytest.mark.parametrize(
    ("cited", "kind", "target", "expected", "why"),
    [
        ("7/2031/QH99#dieu_1", "repeals", "7/2031/QH99#dieu_2", [], "what it cites stands"),
        ("7/2031/QH99#dieu_9", "repeals", "7/2031/QH99#dieu_2", [Weight.ERROR], "no such article"),
        ("1/2031/QH99#dieu_1", "repeals", "7/2031/QH99#dieu_2", [Weight.ERROR], "no such document"),
        ("7/2031/QH99#dieu_1", "amends", "7/2031/QH99#dieu_1", [Weight.WARNING], "changed since it was checked"),
        ("7/2031/QH99#dieu_1", "replaces", "7/2031/QH99", [Weight.ERROR, Weight.WARNING], "the law is replaced"),
    ],
)
def test_cards_whose_law_has_moved_on(
    cited: str, kind: str, target: str, expected: list[Weight], why: str, tmp_path: Path
) -> None:
    card = AnswerCard("vuon", "Ai giữ?", (), "vuon", "Một người [1].", (ProvisionRef.parse(cited),), date(2031, 8, 1))
    told = found("card", read_law(tmp_path), acting(RelationKind(kind), target), cards=(card,))
    assert [weight for _, weight in told] == expected, why


def test_what_the_reader_was_not_sure_of_is_one_finding_a_document(tmp_path: Path) -> None:
    unsure = read_law(tmp_path, "Điều 1. A\nTưới.\nĐiều 5. B\nĐuổi.\nĐiều 9. C\nTrả.\n")
    assert len(unsure.problems) > 1
    assert found("unsure", unsure) == [("7/2031/QH99", Weight.INFO)]
