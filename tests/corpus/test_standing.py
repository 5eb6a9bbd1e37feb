"""A provision as it stood on a day: amendments worked in, repeals, insertions, suspensions, days of its own."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from corpus.document import LegalDocument, Revision
from corpus.effect import Effect
from corpus.level import Level
from corpus.library import Library, memory_library
from corpus.provision import Provision
from corpus.reference import ProvisionRef
from corpus.relation import Relation, RelationKind
from corpus.span import Span
from corpus.standing import Standing
from corpus.validity import Status
from corpus.wording import merged
from tests import invented_law

BASE = "11/2020/QH99"


def ref(path: str) -> ProvisionRef:
    """A place in the garden law."""
    return ProvisionRef.parse(f"{BASE}#{path}")


def act(
    number: str,
    start: date,
    changes: Iterable[tuple[RelationKind, str, str]],
    until: date | None = None,
) -> Revision:
    """An act that does these things from `start`: kind, target, new words (one label and its text; may be empty)."""
    text = f"Luật số {number}\n"
    relations = []
    for kind, target, words in changes:
        place = ref(target)
        made = None
        if words:
            at = len(text)
            text += words + "\n"
            made = Provision(place, words.split()[0], "", Span(at, at + len(words)), at + len(words))
        relations.append(Relation(kind, place, ProvisionRef(number), start, until, made))
    document = LegalDocument(number, number, "Luật", "Sửa đổi", "Quốc hội", start, start)
    return Revision(document, text, (), tuple(relations))


def corpus(*acts: Revision, base: Revision | None = None) -> Library:
    """The garden law and the acts that change it."""
    library = memory_library()
    library.put(base or invented_law.revision())
    for one in acts:
        library.put(one)
    return library


def words(library: Library, standing: Standing) -> str:
    """The words of a standing, sliced from the stored texts."""
    texts = {
        p.sha256: held.text for p in standing.pieces if (held := library.revision(p.document, p.sha256)) is not None
    }
    return "\n".join(p.span.slice(texts[p.sha256]).strip() for p in merged(standing.pieces, texts))


def stood(library: Library, path: str, day: date) -> Standing:
    """The standing, which must exist."""
    found = library.standing(ref(path), day)
    assert found is not None
    return found


AMENDED = act("21/2022/QH99", date(2022, 7, 1), [(RelationKind.AMENDS, "dieu_2__khoan_2", "2. Hoa lợi 50.000 đồng.")])


def test_before_and_after_an_amendment() -> None:
    library = corpus(AMENDED)
    before, after = (stood(library, "dieu_2__khoan_2", day) for day in (date(2022, 6, 30), date(2022, 7, 1)))
    assert words(library, before).startswith("2. Người mượn vườn phải trả hoa lợi 30.000 đồng")
    assert (before.validity.start, before.validity.until) == (date(2020, 1, 1), date(2022, 7, 1))
    assert [r.source.document for r in before.coming] == ["21/2022/QH99"]
    assert words(library, after) == "2. Hoa lợi 50.000 đồng."
    assert after.validity.start == date(2022, 7, 1)
    assert [piece.document for piece in after.pieces] == ["21/2022/QH99"]


def test_the_article_carries_the_new_words_of_its_clause() -> None:
    library = corpus(AMENDED)
    whole = words(library, stood(library, "dieu_2", date(2023, 1, 1)))
    assert "2. Hoa lợi 50.000 đồng.\n3. Nhà đang có trẻ" in whole
    assert "30.000" not in whole
    assert whole.startswith("Điều 2. Quyền mượn vườn")


def test_the_later_of_two_changes_wins_whatever_the_order_of_arrival() -> None:
    later = act("30/2024/QH99", date(2024, 1, 1), [(RelationKind.AMENDS, "dieu_2__khoan_2", "2. Không phải trả.")])
    for acts in ((AMENDED, later), (later, AMENDED)):
        library = corpus(*acts)
        assert words(library, stood(library, "dieu_2__khoan_2", date(2023, 1, 1))) == "2. Hoa lợi 50.000 đồng."
        assert words(library, stood(library, "dieu_2__khoan_2", date(2024, 1, 1))) == "2. Không phải trả."


def test_a_repealed_point_is_gone_from_its_clause_and_said_to_be() -> None:
    library = corpus(act("21/2022/QH99", date(2022, 7, 1), [(RelationKind.REPEALS, "dieu_3__khoan_1__diem_c", "")]))
    day = date(2022, 7, 1)
    point, clause = stood(library, "dieu_3__khoan_1__diem_c", day), stood(library, "dieu_3__khoan_1", day)
    assert (point.status, point.validity.until) == (Status.EXPIRED, day)
    assert clause.status is Status.PARTLY_EXPIRED
    assert "c) Bản cam kết" not in words(library, clause)
    assert "d) Sơ đồ" in words(library, clause)
    assert stood(library, "dieu_3__khoan_1__diem_c", date(2022, 6, 30)).status is Status.IN_FORCE


def test_an_inserted_clause_stands_in_its_place_from_its_day() -> None:
    library = corpus(act("21/2022/QH99", date(2022, 7, 1), [(RelationKind.AMENDS, "dieu_2__khoan_2a", "2a. Thêm.")]))
    assert stood(library, "dieu_2__khoan_2a", date(2022, 6, 30)).status is Status.NOT_YET
    assert stood(library, "dieu_2__khoan_2a", date(2022, 7, 1)).status is Status.IN_FORCE
    whole = words(library, stood(library, "dieu_2", date(2022, 7, 1)))
    assert whole.index("2. Người mượn") < whole.index("2a. Thêm.") < whole.index("3. Nhà đang")


def test_an_inserted_article_is_found_though_the_base_never_had_it() -> None:
    library = corpus(act("21/2022/QH99", date(2022, 7, 1), [(RelationKind.AMENDS, "dieu_4a", "Điều 4a. Thêm")]))
    found = stood(library, "dieu_4a", date(2023, 1, 1))
    assert (found.status, words(library, found)) == (Status.IN_FORCE, "Điều 4a. Thêm")
    assert library.standing(ref("dieu_99"), date(2023, 1, 1)) is None


def test_a_clause_that_a_new_wording_of_its_article_lacks_has_ended() -> None:
    library = corpus(act("21/2022/QH99", date(2022, 7, 1), [(RelationKind.AMENDS, "dieu_2", "Điều 2. Ngắn")]))
    gone = stood(library, "dieu_2__khoan_3", date(2023, 1, 1))
    assert (gone.status, gone.validity.until) == (Status.EXPIRED, date(2022, 7, 1))
    assert words(library, gone).startswith("3. Nhà đang có trẻ")


def test_a_change_whose_words_are_not_known_leaves_the_old_ones_and_says_so() -> None:
    library = corpus(act("21/2022/QH99", date(2022, 7, 1), [(RelationKind.AMENDS, "dieu_2__khoan_2", "")]))
    after = stood(library, "dieu_2__khoan_2", date(2023, 1, 1))
    assert "30.000" in words(library, after)
    assert [r.source.document for r in after.unworked] == ["21/2022/QH99"]


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2022, 6, 30), Status.IN_FORCE),
        (date(2022, 7, 1), Status.SUSPENDED),
        (date(2022, 12, 31), Status.SUSPENDED),
        (date(2023, 1, 1), Status.IN_FORCE),
    ],
)
def test_a_suspension_lasts_until_its_end(day: date, status: Status) -> None:
    halt = act("21/2022/QH99", date(2022, 7, 1), [(RelationKind.SUSPENDS, "dieu_2", "")], date(2023, 1, 1))
    assert stood(corpus(halt), "dieu_2__khoan_1", day).status is status


def test_days_of_its_own() -> None:
    base = invented_law.revision()
    apart = replace(base, effects=(Effect(ref("dieu_4"), date(2021, 6, 1), None, ref("dieu_1")),))
    library = corpus(base=apart)
    assert stood(library, "dieu_4", date(2021, 5, 31)).status is Status.NOT_YET
    assert stood(library, "dieu_3", date(2021, 5, 31)).status is Status.IN_FORCE
    late = [p for p in library.passages(BASE) if p.ref == ref("dieu_4")]
    assert [p.validity.start for p in late] == [date(2021, 6, 1)]


def test_a_passage_ends_where_its_provision_was_repealed() -> None:
    library = corpus(act("21/2022/QH99", date(2022, 7, 1), [(RelationKind.REPEALS, "dieu_2__khoan_3", "")]))
    ends = {p.ref.fragment: p.validity.until for p in library.passages(BASE)}
    assert (ends["dieu_2__khoan_3"], ends["dieu_2__khoan_2"]) == (date(2022, 7, 1), None)


def guide(start: date = date(2020, 6, 1), survives: bool = False) -> Revision:
    """A decree that details the garden law."""
    number = "5/2020/NĐ-CP"
    document = LegalDocument(number, number, "Nghị định", "Vườn", "Chính phủ", start, start, survives_parent=survives)
    here = ProvisionRef(number)
    span = Span(0, 6)
    only = Provision(here.child(Level.DIEU, "1"), "Điều 1", "", span, 6)
    return Revision(document, "Điều 1", (only,), (Relation(RelationKind.GUIDES, ProvisionRef(BASE), here),))


@pytest.mark.parametrize(
    ("ended", "survives", "until", "why"),
    [
        (date(2026, 1, 1), False, date(2026, 1, 1), "it ends with its law"),
        (date(2026, 1, 1), True, None, "it was announced that it goes on"),
        (date(2024, 1, 1), False, None, "of laws that ended before July 2025 it lives on"),
    ],
)
def test_a_detailing_text_ends_with_its_law(ended: date, survives: bool, until: date | None, why: str) -> None:
    library = corpus(guide(survives=survives))
    number = "40/2025/QH99"
    document = LegalDocument(number, number, "Luật", "Vườn mới", "Quốc hội", ended, ended)
    replacing = Relation(RelationKind.REPLACES, ProvisionRef(BASE), ProvisionRef(number), ended)
    library.put(Revision(document, "Luật Vườn mới", (), (replacing,)))
    assert library.validity("5/2020/NĐ-CP").until == until, why
    assert library.validity(BASE).until == ended


def test_what_a_standing_says_survives_the_interchange_format() -> None:
    from corpus.interchange import read_lines, write_lines

    (back,) = read_lines(write_lines([AMENDED]))
    assert back == AMENDED


def test_what_an_act_says_twice_counts_once_and_an_act_on_the_whole_cuts_no_days() -> None:
    number = "21/2022/QH99"
    amending = act(number, date(2022, 7, 1), [(RelationKind.AMENDS, "dieu_2__khoan_2", "2. Mới.")])
    here, day = ProvisionRef(number), date(2022, 7, 1)
    vague = Relation(RelationKind.AMENDS, ref("dieu_2__khoan_2"), here, day)
    other = Relation(RelationKind.AMENDS, ProvisionRef(BASE), ProvisionRef("50/2024/QH99"), date(2024, 1, 1))
    library = corpus(replace(amending, relations=(vague, *amending.relations, other)))
    found = stood(library, "dieu_2__khoan_2", date(2023, 1, 1))
    assert (found.unworked, found.validity.until) == ((), None)
    assert [r.source.document for r in found.coming] == ["50/2024/QH99"]


def test_a_later_act_may_move_the_day_from_which_a_law_holds() -> None:
    moving = act("21/2019/QH99", date(2019, 8, 1), [(RelationKind.AMENDS, "dieu_4", "Điều 4. Sớm hơn")])
    moved = replace(moving, relations=(replace(moving.relations[0], moves_to=date(2019, 8, 1)),))
    library = corpus(moved)
    assert library.validity(BASE).start == date(2019, 8, 1)
    assert stood(library, "dieu_1", date(2019, 9, 1)).status is Status.IN_FORCE
    assert stood(corpus(), "dieu_1", date(2019, 9, 1)).status is Status.NOT_YET


def test_a_consolidated_text_may_hold_what_is_suspended() -> None:
    base = invented_law.revision()
    consolidated = replace(base, document=replace(base.document, holds_from=date(2022, 12, 1)))
    halt = act("21/2022/QH99", date(2022, 7, 1), [(RelationKind.SUSPENDS, "dieu_2", "")], date(2024, 1, 1))
    assert stood(corpus(halt, base=consolidated), "dieu_2", date(2023, 6, 1)).status is Status.SUSPENDED
