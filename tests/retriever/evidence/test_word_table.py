from pathlib import Path

import numpy as np

from retriever.evidence.word_table import WordTable, empty_table
from retriever.syllables import syllables
from retriever.unit import Unit
from tests.retriever.evidence.town import DOGS, TOWN, TREES, unit


def _spoken(table: WordTable) -> dict[str, list[str]]:
    """The words of every unit, in letters again."""
    rows = np.split(table.words, table.units[1:-1])
    return {ref: [table.vocabulary[word] for word in row] for ref, row in zip(table.refs, rows, strict=True)}


def _table(documents: dict[str, list[Unit]]) -> WordTable:
    return empty_table().grown(list(documents), documents)


def test_every_unit_and_every_title_keeps_its_words_in_order() -> None:
    table = _table(TOWN)
    assert _spoken(table) == {one.ref: syllables(one.text) for one in [*DOGS, *TREES]}
    titles = np.split(table.titles, table.title_places[1:-1])
    assert [[table.vocabulary[word] for word in row] for row in titles] == [
        syllables(one.title) for one in (DOGS[0], DOGS[2], *TREES)
    ]
    assert table.articles == ["1/QC#1", "1/QC#2", "2/QC#1", "2/QC#2"]
    assert table.first_units.tolist() == [0, 2, 3, 4, 5]
    assert table.documents == ["1/QC", "1/QC", "2/QC", "2/QC"]


def test_only_fresh_documents_are_read_and_the_others_stay() -> None:
    changed = {**TOWN, "2/QC": [unit("2/QC#1", "Điều 1. Trồng hoa — Quy chế", "Hoa hồng.")], "0/QC": [DOGS[2]]}
    order = ["0/QC", "1/QC", "2/QC"]
    grown = _table(TOWN).grown(order, {"2/QC": changed["2/QC"], "0/QC": changed["0/QC"]})
    assert _spoken(grown) == _spoken(_table({name: changed[name] for name in order}))
    assert grown.articles == ["1/QC#2", "1/QC#1", "1/QC#2", "2/QC#1"]


def test_a_document_that_is_gone_leaves_no_rows() -> None:
    assert _spoken(_table(TOWN).grown(["2/QC"], {})) == _spoken(_table({"2/QC": TREES}))


def test_it_comes_back_from_disk(tmp_path: Path) -> None:
    table = _table(TOWN)
    table.save(tmp_path)
    again = WordTable.load(tmp_path)
    assert _spoken(again) == _spoken(table)
    assert (again.documents, again.place) == (table.documents, table.place)
    assert _spoken(again.grown(list(TOWN), {})) == _spoken(table)


def test_nothing_on_disk_is_an_empty_table(tmp_path: Path) -> None:
    assert WordTable.load(tmp_path).articles == []


def test_two_spellings_of_a_syllable_have_two_numbers_and_one_bare_number() -> None:
    table = _table({"a": [unit("a#1", "Chó", "cho chờ chó")]})
    assert len({table.number[word] for word in ("chó", "cho", "chờ")}) == 3
    assert len({int(table.bare_of[table.number[word]]) for word in ("chó", "cho", "chờ")}) == 1
