"""Run files: what is written is read again in the same order, by us and by trec_eval."""

import unicodedata
from io import StringIO
from pathlib import Path

import pytest
import pytrec_eval
from hypothesis import given
from hypothesis import strategies as st

from eval.retrieval.json_lines import BadBenchmark
from eval.retrieval.run_file import read_run, write_run

HIT = st.tuples(
    st.text("abcđ/#_0123456789", min_size=1, max_size=8),
    st.floats(-1000, 1000) | st.sampled_from([0.0, 0.5, 1.0, 1e-7, -1e-7]),
)
HITS = st.lists(HIT, min_size=1, max_size=12, unique_by=lambda hit: hit[0]).map(
    lambda hits: sorted(hits, key=lambda hit: -hit[1])
)
RUNS = st.dictionaries(st.text("qr0123456789", min_size=1, max_size=4), HITS, min_size=1, max_size=4)


def read(content: str, folder: Path) -> dict[str, list[tuple[str, float]]]:
    path = folder / "run.trec"
    path.write_text(content, encoding="utf-8")
    return read_run(path)


def test_the_layout() -> None:
    out = StringIO()
    write_run({"q1": [("a", 1.5), ("b", 0.25), ("c", 0.25)]}, out)
    assert out.getvalue() == "q1 Q0 a 1 1.500000 hoiluat\nq1 Q0 b 2 0.250000 hoiluat\nq1 Q0 c 3 0.249999 hoiluat\n"


@given(RUNS)
def test_what_is_written_is_read_in_the_same_order(
    tmp_path_factory: pytest.TempPathFactory, run: dict[str, list[tuple[str, float]]]
) -> None:
    out = StringIO()
    write_run(run, out)
    again = read(out.getvalue(), tmp_path_factory.mktemp("run"))
    assert {q: [name for name, _ in hits] for q, hits in again.items()} == {
        q: [name for name, _ in hits] for q, hits in run.items()
    }
    for query, hits in again.items():
        for (_, score), (_, meant) in zip(hits, run[query], strict=True):
            assert score == pytest.approx(meant, abs=0.01)


@given(HITS)
def test_trec_eval_reads_the_order_that_was_meant(hits: list[tuple[str, float]]) -> None:
    out = StringIO()
    write_run({"q": hits}, out)
    scores = {cells[2]: float(cells[4]) for cells in map(str.split, out.getvalue().splitlines())}
    for place, (document, _) in enumerate(hits, 1):
        judge = pytrec_eval.RelevanceEvaluator({"q": {document: 1}}, {"recip_rank"})
        assert judge.evaluate({"q": scores})["q"]["recip_rank"] == pytest.approx(1 / place)


@pytest.mark.parametrize(
    ("content", "order", "reason"),
    [
        ("q Q0 a 2 1 t\nq Q0 b 1 2 t\n", "ba", "the score counts, not the rank"),
        ("q Q0 b 1 1 t\nq Q0 a 2 1 t\nq Q0 c 3 1 t\n", "cba", "equal scores: by document id, the last first"),
        ("q Q0 a 1 1e-3 t\nq\tQ0\tb\t1\t.5\tt\n\n", "ba", "blanks or tabs, any way to write a number"),
    ],
)
def test_the_order_is_that_of_trec_eval(tmp_path: Path, content: str, order: str, reason: str) -> None:
    assert "".join(name for name, _ in read(content, tmp_path)["q"]) == order, reason
    scores = {cells[2]: float(cells[4]) for cells in map(str.split, content.splitlines()) if cells}
    first = pytrec_eval.RelevanceEvaluator({"q": {order[0]: 1}}, {"recip_rank"})
    assert first.evaluate({"q": scores})["q"]["recip_rank"] == 1.0, reason


def test_letters_written_in_parts_name_the_same_document(tmp_path: Path) -> None:
    name = "1/2020/NĐ-CP#dieu_1__diem_ế"
    assert read(f"q Q0 {unicodedata.normalize('NFD', name)} 1 1 t\n", tmp_path)["q"][0][0] == name


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "không có dòng kết quả nào"),
        ("q Q0 a 1 1\n", "dòng 1: có 5 cột, cần sáu"),
        ("q Q0 a 1 1 t\n1/2020/QH99 Q0 Điều 1 1 1 t\n", "dòng 2: có 7 cột"),
        ("q Q0 a 1 cao t\n", "dòng 1: điểm 'cao' không phải là một số"),
        ("q Q0 a 1 nan t\n", "dòng 1: điểm 'nan'"),
        ("q Q0 a 1 inf t\n", "dòng 1: điểm 'inf'"),
        ("q Q0 a 1 1 t\nq Q0 b 2 1 t\nq Q0 a 3 0 t\n", "dòng 3: tài liệu a có hai lần trong câu q"),
        ('{"_id": "q", "text": "một hai ba"}\n', "dòng 1: điểm 'hai'"),
    ],
)
def test_a_bad_run_file_is_told_with_its_line(tmp_path: Path, content: str, said: str) -> None:
    with pytest.raises(BadBenchmark, match=said):
        read(content, tmp_path)


def test_an_absent_run_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadBenchmark, match="Không có tệp"):
        read_run(tmp_path / "absent.trec")


@pytest.mark.parametrize("document", ["", "Điều 1"])
def test_an_id_that_would_break_the_layout_is_not_written(document: str) -> None:
    with pytest.raises(BadBenchmark, match="khoảng trắng"):
        write_run({"q": [(document, 1.0)]}, StringIO())
