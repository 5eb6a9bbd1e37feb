"""One suite for both shelves: which text is current, ids of shared numbers, ends of validity, atomic writes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus.card import AnswerCard
from corpus.document import Origin
from corpus.library import Library, memory_library, open_library
from corpus.reference import ProvisionRef
from corpus.relation import Relation, RelationKind
from corpus.sqlite_shelves import CorpusUnreadable
from corpus.store import Outcome
from corpus.validity import Status
from tests.corpus.invented import TEXT, revision

CARD = AnswerCard(
    "giu-vuon", "Ai giữ vườn?", ("ai giu vuon",), "vuon", "Có một người giữ [1].",
    (ProvisionRef.parse("7/2031/QH99#dieu_1"),), date(2031, 8, 1),
)  # fmt: skip


@pytest.fixture(params=["memory", "sqlite"])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Library:
    make: Callable[[], Library] = (
        memory_library if request.param == "memory" else lambda: open_library(tmp_path / "corpus.sqlite")
    )
    return make()


def test_what_is_put_comes_back_whole(library: Library) -> None:
    given = revision()
    assert library.put(given, "vuon.txt").outcome is Outcome.ADDED
    assert library.revision("7/2031/QH99") == given
    assert library.put(given).outcome is Outcome.UNCHANGED
    assert [entry.source for entry in library.history("7/2031/QH99")] == ["vuon.txt"]
    assert library.holds(given.sha256)
    assert not library.holds("0" * 64)


@pytest.mark.parametrize(
    ("first", "second", "outcome", "shown"),
    [
        (Origin.DIGEST, Origin.OFFICIAL, Outcome.UPDATED, Origin.OFFICIAL),
        (Origin.OFFICIAL, Origin.DIGEST, Outcome.OUTRANKED, Origin.OFFICIAL),
        (Origin.SNAPSHOT, Origin.UNOFFICIAL, Outcome.UPDATED, Origin.UNOFFICIAL),
        (Origin.DIGEST, Origin.SNAPSHOT, Outcome.UPDATED, Origin.SNAPSHOT),
    ],
)
def test_the_higher_origin_is_shown(
    library: Library, first: Origin, second: Origin, outcome: Outcome, shown: Origin
) -> None:
    library.put(revision(origin=first, text=TEXT + "một"))
    assert library.put(revision(origin=second, text=TEXT + "hai")).outcome is outcome
    assert [document.origin for document in library.documents()] == [shown]
    assert len(library.history("7/2031/QH99")) == 2


def test_at_equal_origin_a_text_with_paragraphs_outranks_one_cut_into_pages(library: Library) -> None:
    library.put(revision())
    paged = revision(text=TEXT + "trang", pages=(0,))
    assert library.put(paged).outcome is Outcome.OUTRANKED


@pytest.mark.parametrize("order", [(2023, 2025), (2025, 2023)])
def test_two_documents_of_one_number_take_their_years_whatever_the_order(
    library: Library, order: tuple[int, int]
) -> None:
    for year in order:
        library.put(revision("15/VBHN-VPQH", TEXT + str(year), issued_on=date(year, 1, 1)))
    assert [document.id for document in library.documents()] == ["15/VBHN-VPQH@2023", "15/VBHN-VPQH@2025"]
    found = library.provision(ProvisionRef.parse("15/VBHN-VPQH@2023#dieu_1"))
    assert found is not None and found.heading == "Người giữ vườn"
    again = library.put(revision("15/VBHN-VPQH", TEXT + "2025", issued_on=date(2025, 1, 1)))
    assert (again.outcome, again.document_id) == (Outcome.UNCHANGED, "15/VBHN-VPQH@2025")


def test_a_replacing_law_ends_the_old_one_on_its_day(library: Library) -> None:
    library.put(revision())
    new = "8/2032/QH99"
    replaces = Relation(RelationKind.REPLACES, ProvisionRef("7/2031/QH99"), ProvisionRef(new), date(2032, 3, 1))
    library.put(revision(new, TEXT + "mới", relations=(replaces,)))
    validity = library.validity("7/2031/QH99")
    assert validity.status_on(date(2032, 2, 29)) is Status.IN_FORCE
    assert validity.status_on(date(2032, 3, 1)) is Status.EXPIRED
    assert all(passage.validity == validity for passage in library.passages("7/2031/QH99"))


def test_the_end_of_one_article_does_not_end_the_law(library: Library) -> None:
    library.put(revision())
    new = ProvisionRef("8/2032/QH99")
    repeals = Relation(RelationKind.REPEALS, ProvisionRef.parse("7/2031/QH99#dieu_1"), new, date(2032, 3, 1))
    library.put(revision("8/2032/QH99", TEXT + "mới", relations=(repeals,)))
    assert library.validity("7/2031/QH99").until is None
    assert library.relations_to("7/2031/QH99") == (repeals,)


def test_what_an_editor_recorded_of_later_amendments_outlives_his_text(library: Library) -> None:
    amends = Relation(
        RelationKind.AMENDS,
        ProvisionRef.parse("7/2031/QH99#dieu_1"),
        ProvisionRef("9/2033/QH99"),
        date(2033, 1, 1),
    )
    library.put(revision(origin=Origin.SNAPSHOT, text=TEXT + "một", relations=(amends,)))
    library.put(revision(origin=Origin.OFFICIAL))
    assert library.relations_to("7/2031/QH99") == (amends,)


def test_cards_are_texts_too(library: Library) -> None:
    assert library.put_card(CARD) is Outcome.ADDED
    assert library.put_card(CARD) is Outcome.UNCHANGED
    assert library.cards() == (CARD,)
    (passage,) = library.passages(CARD.document_id)
    assert passage.text == CARD.answer and passage.document.origin is Origin.CARD
    assert library.remove(CARD.document_id) and not library.remove(CARD.document_id)
    assert library.cards() == ()


def test_the_version_names_the_content(library: Library) -> None:
    empty = library.version()
    library.put(revision())
    full = library.version()
    assert empty != full
    library.remove("7/2031/QH99")
    assert library.version() == empty


def test_the_same_text_read_into_another_tree_is_shown_and_named_anew(library: Library) -> None:
    library.put(revision())
    before = library.version()
    assert library.provision(ProvisionRef.parse("7/2031/QH99#dieu_1")) is not None
    library.put(replace(revision(), provisions=()))
    assert library.provision(ProvisionRef.parse("7/2031/QH99#dieu_1")) is None
    assert library.version() != before


def test_a_failed_transaction_leaves_nothing(library: Library) -> None:
    broken = revision(number="9/2033/QH99")
    object.__setattr__(broken, "relations", (object(),))
    with pytest.raises(AttributeError):
        library.put(broken)
    assert library.documents() == ()


def test_another_process_sees_what_was_written(tmp_path: Path) -> None:
    reader, writer = (open_library(tmp_path / "corpus.sqlite") for _ in range(2))
    assert reader.documents() == ()
    writer.put(revision())
    assert [document.id for document in reader.documents()] == ["7/2031/QH99"]


def test_a_home_that_is_a_file_says_so(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file", encoding="utf-8")
    with pytest.raises(CorpusUnreadable, match="HOILUAT_HOME"):
        open_library(tmp_path / "home" / "corpus.sqlite")


def test_tables_of_another_shape_say_what_to_do(tmp_path: Path) -> None:
    open_library(tmp_path / "corpus.sqlite").put(revision())
    with sqlite3.connect(tmp_path / "corpus.sqlite") as rows:
        rows.execute("ALTER TABLE head DROP COLUMN fingerprint")
    with pytest.raises(CorpusUnreadable, match="hoiluat ingest"):
        open_library(tmp_path / "corpus.sqlite").documents()


@pytest.mark.parametrize("content", [b"no database at all, only some words\n" * 40, b"\0" * 5000])
def test_a_damaged_file_says_what_to_do(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "corpus.sqlite").write_bytes(content)
    with pytest.raises(CorpusUnreadable, match="hoiluat ingest"):
        open_library(tmp_path / "corpus.sqlite")


def shown(library: Library) -> str:
    (document,) = library.documents()
    revision = library.revision(document.id)
    assert revision is not None
    return revision.text.removeprefix(TEXT)


def given_three(library: Library) -> dict[str, str]:
    """A digest, then two official texts; the hashes by what stands at their ends."""
    for end, origin in (("tóm", Origin.DIGEST), ("một", Origin.OFFICIAL), ("hai", Origin.OFFICIAL)):
        library.put(revision(text=TEXT + end, origin=origin), f"{end}.txt")
    return {entry.source.removesuffix(".txt"): entry.sha256 for entry in library.history("7/2031/QH99")}


def test_an_earlier_text_is_shown_again_and_nothing_is_lost(library: Library) -> None:
    names = given_three(library)
    whole = library.version()
    before = library.before("7/2031/QH99")
    assert before is not None and before.sha256 == names["một"]
    assert library.turn_to("7/2031/QH99", names["một"])
    assert (shown(library), len(library.history("7/2031/QH99"))) == ("một", 3)
    assert library.version() != whole, "so that the index is brought level"
    assert not library.turn_to("7/2031/QH99", names["một"]), "it is so already"
    assert library.turn_to("7/2031/QH99", names["tóm"]) and shown(library) == "tóm"
    assert library.before("7/2031/QH99") is None
    assert library.turn_to("7/2031/QH99", None) and shown(library) == "hai"
    assert [turn.sha256 for turn in library.turns("7/2031/QH99")] == [names["một"], names["tóm"], None]
    assert library.version() == whole


@pytest.mark.parametrize(
    ("arrives", "then_shown", "why"),
    [
        (("hai", Origin.OFFICIAL, "Vườn rau"), "một", "the text taken back is nothing new"),
        (("hai", Origin.OFFICIAL, "Vườn cây"), "một", "nor is it when it is read into something else"),
        (("tóm nữa", Origin.DIGEST, "Vườn rau"), "một", "a lesser text does not bring back what was taken back"),
        (("ba", Origin.OFFICIAL, "Vườn rau"), "ba", "a new text that goes before all others is shown"),
    ],
)
def test_a_choice_lasts_until_a_new_text_goes_before_all(
    library: Library, arrives: tuple[str, Origin, str], then_shown: str, why: str
) -> None:
    names = given_three(library)
    library.turn_to("7/2031/QH99", names["một"])
    end, origin, title = arrives
    came = revision(text=TEXT + end, origin=origin)
    library.put(replace(came, document=replace(came.document, title=title)))
    assert shown(library) == then_shown, why
    ended = [turn.sha256 for turn in library.turns("7/2031/QH99")] == [names["một"], None]
    assert ended is (then_shown == "ba"), "and history says so"


def test_what_a_text_taken_back_said_of_others_counts_no_more(library: Library) -> None:
    amends = Relation(RelationKind.AMENDS, ProvisionRef("7/2031/QH99"), ProvisionRef("9/2033/QH99"), date(2033, 1, 1))
    first = revision(text=TEXT + "một")
    library.put(first)
    library.put(revision(text=TEXT + "hai", relations=(amends,)))
    assert library.relations_to("7/2031/QH99") == (amends,)
    library.turn_to("7/2031/QH99", first.sha256)
    assert library.relations_to("7/2031/QH99") == ()


def test_a_text_read_anew_keeps_its_place_in_the_order_of_arrival(library: Library) -> None:
    names = given_three(library)
    again = replace(revision(text=TEXT + "một"), provisions=())
    assert library.put(again).outcome is Outcome.OUTRANKED
    assert [entry.sha256 for entry in library.history("7/2031/QH99")] == list(names.values())
    assert library.revision("7/2031/QH99", names["một"]) == again


def test_there_is_nothing_to_turn_to_that_is_not_held(library: Library) -> None:
    library.put(revision())
    assert not library.turn_to("7/2031/QH99", "0" * 64)
    assert not library.turn_to("8/2031/QH99", None)
    assert library.turns("7/2031/QH99") == ()


def test_decisions_go_with_the_document(library: Library) -> None:
    number = "15/VBHN-VPQH"
    first = revision(number, TEXT + "một", issued_on=date(2023, 1, 1))
    library.put(first)
    library.put(revision(number, TEXT + "hai", issued_on=date(2023, 1, 1)))
    library.turn_to(number, first.sha256)
    library.put(revision(number, TEXT + "khác", issued_on=date(2025, 1, 1)))
    assert [turn.sha256 for turn in library.turns(f"{number}@2023")] == [first.sha256]
    held = library.revision(f"{number}@2023")
    assert held is not None and held.sha256 == first.sha256
    library.remove(f"{number}@2023")
    assert library.turns(f"{number}@2023") == library.turns(number) == ()


def test_history_says_who(tmp_path: Path) -> None:
    library = open_library(tmp_path / "corpus.sqlite", "lan")
    first = revision(text=TEXT + "một")
    library.put(first)
    library.put(revision())
    library.turn_to("7/2031/QH99", first.sha256)
    again = open_library(tmp_path / "corpus.sqlite", "mai")
    assert [entry.by for entry in again.history("7/2031/QH99")] == ["lan", "lan"]
    assert [turn.by for turn in again.turns("7/2031/QH99")] == ["lan"]
