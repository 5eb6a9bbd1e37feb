"""A tiny invented benchmark through the product's own ranking."""

import gzip
import json
from collections.abc import Iterable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from cli.main import main
from eval.beir import BadBenchmark, BeirUnits, open_benchmark
from eval.measures import by_group, per_query
from eval.retrieval import benchmark_index, run_queries, write_run
from eval.statistics import summed_up
from retriever.hashing_embedder import HashingEmbedder

CORPUS: list[dict[str, str]] = [
    {"_id": "1/2020/QH99#dieu_1", "title": "Điều 1. Cưới hỏi — Luật Nhà", "text": "Việc cưới hỏi do hai bên định."},
    {
        "_id": "1/2020/QH99#dieu_2",
        "title": "Điều 2. Nuôi con — Luật Nhà",
        "text": "1. Con nhỏ do mẹ nuôi.\n2. Người kia cấp dưỡng mỗi tháng.",
    },
    {"_id": "2/2020/QH99#dieu_1", "title": "Điều 1. Đất bỏ hoang — Luật Đất", "text": "Đất bỏ hoang thì bị thu hồi."},
    {"_id": "bare-id", "title": "", "text": "Văn bản không có số."},
]
QUERIES: list[dict[str, Any]] = [
    {"_id": "q1", "text": "ai nuôi con nhỏ", "metadata": {"source": "lay"}},
    {"_id": "q2", "text": "dat bo hoang", "metadata": {"source": "exam"}},
    {"_id": "q3", "text": "cưới hỏi ai định", "metadata": {"source": "exam"}},
    {"_id": "unjudged", "text": "không ai chấm"},
]
GOLD = [("q1", CORPUS[1]["_id"]), ("q2", CORPUS[2]["_id"]), ("q3", "an id that is not held")]


def lines(rows: Iterable[object]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "bench"
    (folder / "qrels").mkdir(parents=True)
    with gzip.open(folder / "corpus.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(lines(CORPUS))
    (folder / "queries.jsonl").write_text(lines(QUERIES), encoding="utf-8")
    judged = "".join(f"{query}\t{document}\t1\n" for query, document in GOLD)
    (folder / "qrels" / "test.tsv").write_text(f"query-id\tcorpus-id\tscore\n{judged}", encoding="utf-8")
    return folder


def test_ranks_and_measures(folder: Path, tmp_path: Path) -> None:
    benchmark, embedder = open_benchmark(folder), HashingEmbedder()
    index = benchmark_index(benchmark, tmp_path / "home", embedder)
    run, times = run_queries(benchmark, index, 10)
    assert run["q1"][0][0] == "1/2020/QH99#dieu_2", "two clauses of an article are one document"
    assert [run[q][0][0] for q in ("q1", "q2")] == [GOLD[0][1], GOLD[1][1]]
    assert all(len({name for name, _ in hits}) == len(hits) for hits in run.values())
    assert len(times) == 4

    scores = per_query(run, benchmark.judgements, ["q1", "q2", "q3"])
    assert scores["nDCG@10"] == [1.0, 1.0, 0.0], "what is never found counts as 0"
    groups = by_group(scores, ["lay", "exam", "exam"])
    assert {name: measures["Success@1"].mean for name, measures in groups.items()} == pytest.approx(
        {"all": 2 / 3, "lay": 1.0, "exam": 0.5}
    )

    again = benchmark_index(benchmark, tmp_path / "home", embedder)
    assert again.manifest == index.manifest
    assert len(embedder.embedded) == 4, "the index is kept"


@pytest.mark.parametrize("channel", ["words", "meaning"])
def test_one_side_alone(folder: Path, tmp_path: Path, channel: str) -> None:
    benchmark = open_benchmark(folder)
    run, _ = run_queries(benchmark, benchmark_index(benchmark, tmp_path, HashingEmbedder(256)), 10, channel)
    assert run["q2"][0][0] == GOLD[1][1]


def test_a_run_is_trec(folder: Path, tmp_path: Path) -> None:
    out = StringIO()
    write_run({"q1": [("a", 1.5), ("b", 0.25)]}, out)
    assert out.getvalue() == "q1 Q0 a 1 1.500000 hoiluat\nq1 Q0 b 2 0.250000 hoiluat\n"


def test_units_keep_every_word(folder: Path) -> None:
    source = BeirUnits(folder / "corpus.jsonl.gz")
    assert source.documents() == ["1/2020/QH99", "2/2020/QH99", "bare-id"]
    units = source.units("1/2020/QH99")
    assert [unit.ref for unit in units] == [
        "1/2020/QH99#dieu_1",
        "1/2020/QH99#dieu_2__1",
        "1/2020/QH99#dieu_2__2",
    ]
    assert "\n".join(unit.text for unit in units[1:]) == CORPUS[1]["text"]


def test_the_command(
    folder: Path, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOILUAT_EMBEDDING_MODEL", "hashing")
    run = folder / "out.trec"
    assert main(["eval", "retrieval", str(folder), "--run", str(run), "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["scores"]["all"]["Success@1"]["mean"] == pytest.approx(0.6667)
    assert record["scores"]["all"]["queries"] == 3
    assert {line.split()[0] for line in run.read_text(encoding="utf-8").splitlines()} == {row["_id"] for row in QUERIES}
    assert main(["eval", "retrieval", str(folder)]) == 0
    assert "tất cả (3 câu)" in capsys.readouterr().out


def test_the_command_says_what_is_wrong(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "retrieval", str(tmp_path / "absent")]) == 2
    assert "Không có thư mục" in capsys.readouterr().err


def test_what_is_no_benchmark_is_told(folder: Path) -> None:
    with pytest.raises(BadBenchmark, match="Không có thư mục"):
        open_benchmark(folder / "absent")
    (folder / "queries.jsonl").write_text('{"text": "x"}\n', encoding="utf-8")
    with pytest.raises(BadBenchmark, match=r"queries\.jsonl, dòng 1"):
        open_benchmark(folder)
    (folder / "corpus.jsonl.gz").rename(folder / "corpus.a.jsonl.gz")
    (folder / "corpus.b.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(BadBenchmark, match="--corpus"):
        open_benchmark(folder)


def test_a_mean_and_its_interval() -> None:
    score = summed_up([0.0, 1.0] * 50)
    assert score.mean == 0.5
    assert 0.35 < score.low < 0.45 < 0.55 < score.high < 0.65
    assert summed_up([]).queries == 0
