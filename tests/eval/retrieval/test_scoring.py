"""From a run to scores by slice."""

from io import StringIO
from pathlib import Path

import pytest

from eval.retrieval.beir import open_benchmark
from eval.retrieval.json_lines import BadBenchmark
from eval.retrieval.scoring import as_record, measured, write_values
from eval.statistics import SMALL
from tests.eval.retrieval.conftest import GOLD

RUN = {"q1": [(GOLD[0][1], 1.0)], "q2": [("twin", 2.0), (GOLD[1][1], 1.0)], "elsewhere": [("x", 1.0)]}


def test_each_slice_has_its_scores(folder: Path) -> None:
    found = measured(open_benchmark(folder), RUN, {})
    record = as_record(found.slices())
    assert next(iter(record)) == "all"
    assert {name: (slice_["Success@1"]["mean"], slice_["queries"]) for name, slice_ in record.items()} == {
        "all": (pytest.approx(1 / 3, abs=1e-4), 3),
        "source=exam": (0.0, 2),
        "source=lay": (1.0, 1),
        "document_type=Luật, nghị quyết của Quốc hội": (0.5, 2),
        "document_type=Nghị định": (0.0, 1),
    }
    assert all(slice_["small"] for slice_ in record.values())
    assert found.unknown == ("elsewhere",)
    assert found.without_results == ("q3",)


def test_duplicates_count_as_gold(folder: Path) -> None:
    twins = {"twin": frozenset({GOLD[1][1]}), GOLD[1][1]: frozenset({"twin"})}
    plain, lenient = (measured(open_benchmark(folder), RUN, given).values["Success@1"] for given in ({}, twins))
    assert (plain["q2"], lenient["q2"]) == (0.0, 1.0)


def test_a_slice_that_is_large_enough_is_not_marked(folder: Path) -> None:
    judged = "".join(f"r{place}\td\t1\n" for place in range(SMALL))
    (folder / "qrels" / "test.tsv").write_text(judged, encoding="utf-8")
    (folder / "queries.jsonl").unlink()
    found = measured(open_benchmark(folder), {"r0": [("d", 1.0)]}, {})
    assert as_record(found.slices())["all"]["small"] is False
    assert len(found.without_results) == SMALL - 1


def test_a_run_of_other_queries_is_refused(folder: Path) -> None:
    with pytest.raises(BadBenchmark, match="kết quả có elsewhere, đánh giá có q1"):
        measured(open_benchmark(folder), {"elsewhere": [("x", 1.0)]}, {})


def test_every_query_can_be_written_down(folder: Path) -> None:
    out = StringIO()
    write_values(measured(open_benchmark(folder), RUN, {}).values, out)
    rows = [line.split("\t") for line in out.getvalue().splitlines()]
    assert rows[0] == ["query-id", "nDCG@10", "Success@1", "Success@5", "RR@10", "R@10", "R@100"]
    assert rows[2][0] == "q2" and rows[2][2:] == ["0.000000", "1.000000", "0.500000", "1.000000", "1.000000"]
