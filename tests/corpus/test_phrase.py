"""Changed phrases: where they are found, how the words of the day run on, what is told where they are not found."""

from dataclasses import replace
from datetime import date

import pytest

from corpus.document import Revision
from corpus.interchange import read_lines, write_lines
from corpus.phrase import Phrase, PhraseVerb, occurrences
from corpus.relation import RelationKind
from corpus.span import Span
from corpus.validity import Status
from corpus.wording import spoken
from tests.corpus.test_standing import act, corpus, ref, stood

BEFORE, DAY = date(2022, 6, 30), date(2022, 7, 1)


def phrase_act(target: str, verb: PhraseVerb, old: str, new: str = "", number: str = "21/2022/QH99") -> Revision:
    """An act of July 2022 that changes one phrase; both stand in its text."""
    base = act(number, DAY, [(RelationKind.AMENDS, target or "dieu_1", "")])
    at = len(base.text)
    phrase = Phrase(
        verb, Span(at, at + len(old)), Span(at + len(old) + 1, at + len(old) + 1 + len(new)) if new else None
    )
    relation = replace(base.relations[0], phrase=phrase)
    if not target:
        relation = replace(relation, target=replace(relation.target, path=()))
    return replace(base, text=f"{base.text}{old}|{new}", relations=(relation,))


def said(acts: list[Revision], path: str, day: date = DAY) -> str:
    """The words of a provision of the garden law on a day."""
    library = corpus(*acts)
    texts = {one.sha256: one.text for name in (d.id for d in library.documents()) if (one := library.revision(name))}
    pieces = stood(library, path, day).pieces
    return " ".join(spoken((p, p.span.slice(texts[p.sha256])) for p in pieces).split())


CASES = [
    (PhraseVerb.REPLACE, "30.000 đồng", "mười quả trứng", "phải trả hoa lợi mười quả trứng", "replaced"),
    (PhraseVerb.AFTER, "hoa lợi", ", trứng", "phải trả hoa lợi, trứng 30.000", "after, clinging to the word before"),
    (PhraseVerb.AFTER, "hoa lợi", "và trứng", "phải trả hoa lợi và trứng 30.000", "after, with the space that parts"),
    (PhraseVerb.BEFORE, "hoa lợi", "trứng,", "phải trả trứng, hoa lợi 30.000", "before"),
    (PhraseVerb.DELETE, "hoa lợi ", "", "phải trả 30.000", "taken out"),
]


@pytest.mark.parametrize(("verb", "old", "new", "expected", "why"), CASES, ids=[why for *_, why in CASES])
def test_a_phrase_changes_from_its_day(verb: PhraseVerb, old: str, new: str, expected: str, why: str) -> None:
    acts = [phrase_act("dieu_2__khoan_2", verb, old, new)]
    assert expected in said(acts, "dieu_2__khoan_2"), why
    assert expected in said(acts, "dieu_2"), "the article carries it too"
    assert "phải trả hoa lợi 30.000 đồng" in said(acts, "dieu_2__khoan_2", BEFORE)
    found = stood(corpus(*acts), "dieu_2__khoan_2", DAY)
    assert (found.unworked, len(found.rephrased_by), found.validity.start) == ((), 1, DAY)


def test_pieces_are_spans_of_the_law_and_of_the_act() -> None:
    acts = [phrase_act("dieu_2__khoan_2", PhraseVerb.REPLACE, "30.000 đồng", "mười quả trứng")]
    pieces = stood(corpus(*acts), "dieu_2__khoan_2", DAY).pieces
    assert [p.document for p in pieces] == ["11/2020/QH99", "21/2022/QH99", "11/2020/QH99"]
    assert [p.joined for p in pieces] == [False, True, True]


def test_a_second_act_finds_its_phrase_across_the_first() -> None:
    first = phrase_act("dieu_2__khoan_2", PhraseVerb.REPLACE, "30.000 đồng", "mười quả trứng")
    second = phrase_act("dieu_2", PhraseVerb.REPLACE, "hoa lợi mười quả", "hai mươi", "22/2022/QH99")
    assert "phải trả hai mươi trứng" in said([first, second], "dieu_2__khoan_2")


def test_a_phrase_that_is_not_there_stays_told() -> None:
    found = stood(corpus(phrase_act("dieu_2__khoan_2", PhraseVerb.REPLACE, "gàu", "xô")), "dieu_2__khoan_2", DAY)
    assert [r.source.document for r in found.unworked] == ["21/2022/QH99"]
    assert len(found.pieces) == 1


def test_what_changes_elsewhere_in_the_article_is_none_of_a_clause() -> None:
    library = corpus(phrase_act("dieu_2", PhraseVerb.REPLACE, "30.000 đồng", "mười quả trứng"))
    assert stood(library, "dieu_2__khoan_1", DAY).made_by == ()
    assert stood(library, "dieu_2__khoan_1", DAY).status is Status.IN_FORCE
    assert len(stood(library, "dieu_2__khoan_2", DAY).made_by) == 1


def test_all_over_the_act_each_provision_that_holds_it_changes() -> None:
    acts = [phrase_act("", PhraseVerb.REPLACE, "30.000 đồng", "mười quả trứng")]
    assert "mười quả trứng" in said(acts, "dieu_2__khoan_2")
    assert stood(corpus(*acts), "dieu_4", DAY).made_by == ()


FOUND = [
    ("gàu tre và gàu nhôm", "gàu", "xô", [(0, 3), (11, 14)], "every one"),
    ("lang thang", "lan", "mai", [], "whole words only"),
    ("gàu\n tre", "gàu tre", "xô", [(0, 8)], "white space falls as it likes"),
    ("Gàu tre", "gàu", "xô", [], "letter for letter"),
    ("ngày làm việc, ngày", "ngày", "ngày làm việc", [(15, 19)], "what carries the change already is left"),
]


@pytest.mark.parametrize(("words", "old", "new", "places", "why"), FOUND, ids=[why for *_, why in FOUND])
def test_occurrences(words: str, old: str, new: str, places: list[tuple[int, int]], why: str) -> None:
    acting = f"{old}|{new}"
    phrase = Phrase(PhraseVerb.REPLACE, Span(0, len(old)), Span(len(old) + 1, len(acting)))
    assert [(p.start, p.end) for p in occurrences(words, phrase, acting)] == places, why


def test_a_changed_phrase_survives_the_interchange_format() -> None:
    one = phrase_act("dieu_2", PhraseVerb.AFTER, "hoa lợi", "và trứng")
    (back,) = read_lines(write_lines([one]))
    assert back == one
    assert ref("dieu_2") == back.relations[0].target
