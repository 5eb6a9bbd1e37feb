"""Folders and judgements: what is read, and what is told of what cannot be."""

from pathlib import Path

import pytest

from eval.retrieval.beir import askable, open_benchmark
from eval.retrieval.json_lines import BadBenchmark
from eval.retrieval.judgements import read_judgements
from tests.eval.retrieval.conftest import GOLD

MADE = {query: {document: 1} for query, document in GOLD}


def test_queries_with_judgements_are_measured(folder: Path) -> None:
    found = open_benchmark(folder)
    assert [query.id for query in found.queries] == ["q1", "q2", "q3", "unjudged"]
    assert [query.id for query in found.judged] == ["q1", "q2", "q3"]
    assert found.judgements == MADE


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("query-id\tcorpus-id\tscore\nq\td\t2\nq\te\t0\n", "BEIR with its heading"),
        ("q\td\t2\nq\te\t0\n", "BEIR without one"),
        ("q 0 d 2\nq 0 e 0\n", "TREC between blanks"),
        ("q\t0\td\t2\n\nq\t0\te\t0\n", "TREC between tabs, a line left blank"),
        ("q Q0 d 2\r\nq Q0 e 0\r\n", "TREC with ends of lines of Windows"),
    ],
)
def test_both_layouts_of_judgements(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "qrels"
    path.write_bytes(content.encode())
    assert read_judgements(path) == {"q": {"d": 2, "e": 0}}, reason


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("q\td\t1\nq d\n", "dòng 2"),
        ("q\td\t1\nq\te\thigh\n", "dòng 2"),
        ("query-id\tcorpus-id\tscore\n", "không có đánh giá nào"),
        ("", "không có đánh giá nào"),
    ],
)
def test_bad_judgements_are_named(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "qrels.tsv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadBenchmark, match=said):
        read_judgements(path)


def test_a_folder_of_judgements_of_trec_alone_can_be_measured_and_not_asked(folder: Path) -> None:
    (folder / "qrels" / "test.tsv").unlink()
    trec = "".join(f"{query} 0 {document} 1\n" for query, document in GOLD)
    (folder / "qrels" / "test.trec").write_text(trec, encoding="utf-8")
    (folder / "queries.jsonl").unlink()
    found = open_benchmark(folder)
    assert found.judgements == MADE
    assert [query.id for query in found.judged] == ["q1", "q2", "q3"]
    with pytest.raises(BadBenchmark, match=r"cần queries\.jsonl"):
        askable(found.queries)


def test_the_files_of_beir_go_before_the_same_in_trec(folder: Path) -> None:
    (folder / "qrels" / "test.trec").write_text("q9 0 other 1\n", encoding="utf-8")
    assert open_benchmark(folder).judgements == MADE
    assert open_benchmark(folder, qrels=folder / "qrels" / "test.tsv").judgements == MADE


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("queries.jsonl", '{"text": "x"}\n', r"queries\.jsonl, dòng 1: .*_id"),
        ("queries.jsonl", '{"_id": "q1"}\n', r"queries\.jsonl, dòng 1: .*text"),
        ("queries.jsonl", "[]\n", "dòng 1"),
        ("queries.jsonl", '{"_id": "q1", "text": "x"}\n{"_id": "q1", "text": "y"}\n', "'q1' có hai lần"),
        ("queries.jsonl", "\n", "không có câu hỏi nào"),
        ("queries.jsonl", '{"_id": "other", "text": "x"}\n', "Không câu nào"),
        ("queries.jsonl", b"\xff\xfe", "UTF-8"),
        ("qrels/test.tsv", "a\n", "không có đánh giá nào"),
    ],
)
def test_what_is_no_benchmark_is_told(folder: Path, name: str, content: str | bytes, said: str) -> None:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(BadBenchmark, match=said):
        open_benchmark(folder)


def test_what_is_not_there_is_told(folder: Path) -> None:
    with pytest.raises(BadBenchmark, match="Không có thư mục"):
        open_benchmark(folder / "absent")
    with pytest.raises(BadBenchmark, match="Không có tệp"):
        open_benchmark(folder, folder / "absent.jsonl")
    (folder / "qrels" / "test.tsv").unlink()
    with pytest.raises(BadBenchmark, match="Không có tệp đánh giá"):
        open_benchmark(folder)
