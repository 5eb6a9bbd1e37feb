"""The word index on disk against its twin in memory."""

from pathlib import Path

import pytest

from retriever.fault import IndexBusy, IndexCorrupt
from retriever.lexical import Clause
from retriever.memory_index import MemoryLexicalIndex
from retriever.tantivy_index import TantivyIndex
from retriever.unit import Unit, units_of
from tests.retriever.law import LAND, MARRIAGE, library

QUESTIONS = ["ly hôn", "thu hoi dat bo hoang", "giấy chứng nhận vợ chồng", "31/2024/QH99", "điều 3", "không có gì hợp"]


def units() -> list[Unit]:
    corpus = library(MARRIAGE, LAND)
    return [unit for document in corpus.documents() for unit in units_of(corpus.passages(document.id))]


def filled(folder: Path) -> TantivyIndex:
    index = TantivyIndex(folder)
    index.add(units())
    index.commit()
    return index


@pytest.mark.parametrize("question", QUESTIONS)
def test_agrees_with_its_twin(tmp_path: Path, question: str) -> None:
    twin = MemoryLexicalIndex()
    twin.add(units())
    twin.commit()
    clauses = [Clause(question), Clause("cấp dưỡng", 0.5)]
    real = {hit.ref: hit.score for hit in filled(tmp_path).search(clauses, 50)}
    told = {hit.ref: hit.score for hit in twin.search(clauses, 50)}
    # Tantivy keeps the length of a field in one byte: above 40 terms it is rounded.
    assert real == pytest.approx(told, rel=0.03)


def test_removes_a_document_and_keeps_the_rest(tmp_path: Path) -> None:
    index = filled(tmp_path)
    before = index.count()
    index.remove("31/2024/QH99")
    assert index.count() == before, "not before commit"
    index.commit()
    assert index.count() == before - 3
    assert {hit.document for hit in index.search([Clause("đất vợ chồng ly hôn")], 50)} == {"1/2020/QH99"}


def test_stays_on_disk(tmp_path: Path) -> None:
    filled(tmp_path)
    assert [hit.ref for hit in TantivyIndex(tmp_path).search([Clause("bồi thường")], 1)] == [
        "31/2024/QH99#dieu_5__khoan_2"
    ]


def test_a_second_writer_is_told(tmp_path: Path) -> None:
    one, other = TantivyIndex(tmp_path), TantivyIndex(tmp_path)
    one.add(units()[:1])
    with pytest.raises(IndexBusy, match="tiến trình khác"):
        other.add(units()[1:])
    one.commit()
    other.add(units()[1:])
    other.commit()
    assert one.count() == len(units())


def test_a_broken_folder_is_told(tmp_path: Path) -> None:
    filled(tmp_path)
    (tmp_path / "meta.json").write_text("{", encoding="utf-8")
    with pytest.raises(IndexCorrupt, match="reindex"):
        TantivyIndex(tmp_path)


def test_an_empty_question_finds_nothing(tmp_path: Path) -> None:
    assert filled(tmp_path).search([Clause("")], 5) == []
    assert filled(tmp_path).search([], 5) == []
