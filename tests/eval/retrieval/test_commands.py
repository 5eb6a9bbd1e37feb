"""`hoiluat eval retrieval`, `compare` of run files and `robustness`, from the outside."""

import json
from pathlib import Path
from typing import Any

import pytest

from cli.main import main
from tests.eval.retrieval.conftest import GOLD, QUERIES

Said = pytest.CaptureFixture[str]


@pytest.fixture
def hashing(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOILUAT_EMBEDDING_MODEL", "hashing")
    return home


def told(capsys: Said) -> Any:
    return json.loads(capsys.readouterr().out)


def test_the_product_is_asked_and_its_run_file_measures_the_same(folder: Path, hashing: Path, capsys: Said) -> None:
    run = folder / "out.trec"
    assert main(["eval", "retrieval", str(folder), "--run", str(run), "--json"]) == 0
    record = told(capsys)
    assert record["scores"]["all"]["Success@1"]["mean"] == pytest.approx(0.6667)
    assert record["scores"]["all"]["queries"] == 3
    assert record["unknown_queries"] == ["unjudged"]
    assert {line.split()[0] for line in run.read_text(encoding="utf-8").splitlines()} == {row["_id"] for row in QUERIES}
    assert main(["eval", "retrieval", str(folder), "--from", str(run), "--json"]) == 0
    assert told(capsys)["scores"] == record["scores"]
    assert main(["eval", "retrieval", str(folder), "--slices"]) == 0
    printed = capsys.readouterr()
    assert "tất cả (3 câu, ít câu)" in printed.out and "source=exam (2 câu, ít câu)" in printed.out
    assert "1 câu không có đánh giá nên không được chấm: unjudged" in printed.err


def test_a_run_file_alone_is_measured_without_a_home(folder: Path, home: Path, capsys: Said) -> None:
    run = folder / "other.trec"
    run.write_text(f"q1 Q0 x 1 9 t\nq1 Q0 {GOLD[0][1]} 2 8 t\nq2 Q0 twin 1 2 t\n", encoding="utf-8")
    (folder / "duplicates.tsv").write_text(f"{GOLD[1][1]}\ttwin\n", encoding="utf-8")
    (folder / "corpus.jsonl.gz").unlink()
    lines = folder / "values.tsv"
    assert main(["eval", "retrieval", str(folder), "--from", str(run), "--per-query", str(lines)]) == 0
    printed = capsys.readouterr()
    assert "RR@10      0.500" in printed.out
    assert "1 câu có đánh giá mà không có kết quả, tính 0 điểm: q3" in printed.err
    assert [line.split("\t")[4] for line in lines.read_text(encoding="utf-8").splitlines()[1:]] == [
        "0.500000",
        "1.000000",
        "0.000000",
    ]
    none = folder / "none.tsv"
    none.write_text("", encoding="utf-8")
    assert main(["eval", "retrieval", str(folder), "--from", str(run), "--duplicates", str(none), "--json"]) == 0
    assert told(capsys)["scores"]["all"]["RR@10"]["mean"] == pytest.approx(0.1667)
    assert not home.exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["absent"], "Không có thư mục"),
        (["bench", "--from", "absent.trec"], "Không có tệp"),
        (["bench", "--from", "bad.trec"], "bad.trec, dòng 1: có 2 cột, cần sáu"),
        (["bench", "--from", "foreign.trec"], "Không câu nào của kết quả có đánh giá"),
        (["bench", "--qrels", "bad.trec"], "không có đánh giá nào"),
        (["bench", "--corpus", "khac"], "--corpus"),
    ],
)
def test_what_cannot_be_measured_is_said(
    folder: Path, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said, words: list[str], said: str
) -> None:
    monkeypatch.chdir(folder.parent)
    Path("bad.trec").write_text("xin chào\n", encoding="utf-8")
    Path("foreign.trec").write_text("z1 Q0 d 1 1 t\n", encoding="utf-8")
    assert main(["eval", "retrieval", *words]) == 2
    assert said in capsys.readouterr().err


def test_two_run_files_are_compared_query_by_query(tmp_path: Path, capsys: Said) -> None:
    bench = tmp_path / "bench"
    (bench / "qrels").mkdir(parents=True)
    ids = [f"q{place:02}" for place in range(30)]
    (bench / "qrels" / "all.trec").write_text(
        "".join(f"{one} 0 1/2020/NĐ-CP#dieu_1 1\n" for one in ids), encoding="utf-8"
    )
    first, second = tmp_path / "a.trec", tmp_path / "b.trec"
    first.write_text("".join(f"{one} Q0 wrong 1 2 t\n" for one in ids), encoding="utf-8")
    found = "".join(f"{one} Q0 1/2020/NĐ-CP#dieu_1 1 2 t\n" for one in ids[:20])
    second.write_text(found, encoding="utf-8")
    assert main(["eval", "compare", str(first), str(second), "--bench", str(bench), "--json"]) == 0
    record = told(capsys)
    assert (record["rows"], {one["outcome"] for one in record["measures"]}) == (30, {"better"})
    best = next(one for one in record["measures"] if one["measure"] == "Success@1")
    assert [change["id"] for change in best["gains"]] == ids[:20] and best["losses"] == []
    assert best["difference"]["mean"] == pytest.approx(2 / 3)
    assert best["slices"]["document_type=Nghị định"]["queries"] == 30
    page = tmp_path / "page.html"
    words = ["eval", "compare", str(second), str(first), "--bench", str(bench), "--questions", "--report", str(page)]
    assert main(words) == 0
    printed = capsys.readouterr()
    assert "kém hơn; hơn 0, kém 20 trên 30" in printed.out
    assert "    kém q00: 1.000 → 0.000\n" in printed.out
    assert "b.trec: 10 câu có đánh giá mà không có kết quả" in printed.err
    assert "a.trec" in page.read_text(encoding="utf-8")
    assert main(["eval", "compare", str(first), str(second)]) == 2
    assert "--bench" in capsys.readouterr().err


def test_clauses_count_as_their_article_where_wanted(folder: Path, home: Path, capsys: Said) -> None:
    run = folder / "clauses.trec"
    run.write_text(f"q1 Q0 {GOLD[0][1]}__khoan_2 1 9 t\n", encoding="utf-8")
    words = ["eval", "retrieval", str(folder), "--from", str(run), "--json"]
    assert main(words) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["scores"]["all"]["R@10"]["mean"] == 0.0
    assert "--by-article" in printed.err
    assert main([*words, "--by-article"]) == 0
    assert told(capsys)["scores"]["all"]["R@10"]["mean"] == pytest.approx(0.3333)
    assert main(["eval", "compare", str(run), str(run), "--bench", str(folder), "--by-article", "--json"]) == 0
    assert all(one["difference"]["mean"] == 0 for one in told(capsys)["measures"])


@pytest.mark.parametrize(
    ("gate", "code", "said"),
    [
        ("all: {R@10: 0.3}", 0, ""),
        ("all: {R@10: 0.4}", 1, "Không đạt ngưỡng: all R@10 at_least 0.4, đo được 0.3333"),
        ("source=lay: {nDCG@10: {low: 1}}", 0, ""),
        ("source=none: {nDCG@10: 0}", 1, "đo được None"),
        ("all: 3", 2, "cần các cặp"),
    ],
)
def test_a_gate(folder: Path, home: Path, capsys: Said, gate: str, code: int, said: str) -> None:
    run, thresholds = folder / "run.trec", folder / "gate.yaml"
    run.write_text(f"q1 Q0 {GOLD[0][1]} 1 9 t\n", encoding="utf-8")
    thresholds.write_text(gate, encoding="utf-8")
    assert main(["eval", "retrieval", str(folder), "--from", str(run), "--gate", str(thresholds)]) == code
    assert said in capsys.readouterr().err


def test_every_spelling_beside_what_was_written(folder: Path, hashing: Path, capsys: Said) -> None:
    kept = folder / "runs"
    words = ["eval", "robustness", str(folder), "--spelling", "no_diacritics", "--run", str(kept)]
    assert main([*words, "--json"]) == 0
    drops = {one["change"]["measure"]: one for one in told(capsys)["drops"]}
    assert drops["RR@10"]["spelling"] == "no_diacritics"
    assert drops["RR@10"]["written"]["queries"] == 3
    assert sorted(path.name for path in kept.iterdir()) == ["as_written.trec", "no_diacritics.trec"]
    bare = folder / "queries.bare.jsonl"
    bare.write_text("".join(json.dumps({"_id": f"q{n}", "text": "xe may"}) + "\n" for n in (1, 2, 3)), encoding="utf-8")
    assert main(["eval", "robustness", str(folder), "--queries", str(bare)]) == 0
    assert "bare" in capsys.readouterr().out
    assert main(["eval", "robustness", str(folder), "--target", "http://127.0.0.1:1"]) == 2


def test_an_answer_suite_in_another_spelling(home: Path, tmp_path: Path, capsys: Said) -> None:
    suite = tmp_path / "suite.jsonl"
    row = {"id": "a", "question": "Thời tiết ngày mai thế nào?", "answerable": False}
    suite.write_text(json.dumps(row) + "\n", encoding="utf-8")
    runs = tmp_path / "runs"
    words = ["eval", "robustness", str(suite), "--spelling", "no_diacritics", "--run", str(runs), "--json"]
    assert main(words) == 0
    outcome = next(one for one in told(capsys)["drops"] if one["change"]["measure"] == "outcome")
    assert (outcome["spelling"], outcome["written"]["queries"]) == ("no_diacritics", 1)
    assert sorted(path.name for path in runs.iterdir()) == ["as_written", "no_diacritics"]
    assert main(["eval", "compare", str(runs / "as_written"), str(runs / "no_diacritics")]) == 0
    assert "1 câu chung, 0 câu không chung" in capsys.readouterr().out
