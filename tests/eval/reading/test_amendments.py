"""Measuring what is found of the changes that acts make."""

import json
from pathlib import Path

from eval.reading.amendments import cases
from tests.ingest.invented_files import LAW


def test_found_and_missed_changes(tmp_path: Path) -> None:
    (tmp_path / "luat.txt").write_text(LAW, encoding="utf-8")
    row = {"path": "luat.txt", "so_hieu": "98/2031/QH77", "difficulty": []}
    (tmp_path / "manifest.jsonl").write_text(json.dumps(row), encoding="utf-8")
    known = [
        {"by_so_hieu": "98/2031/QH77", "target_so_hieu": "12/2001/QH55", "target_article": ""},
        {"by_so_hieu": "98/2031/QH77", "target_so_hieu": "12/2001/QH55", "target_article": "Điều 4"},
        {"by_so_hieu": "1/2000/QH1", "target_so_hieu": "12/2001/QH55", "target_article": ""},
    ]
    (tmp_path / "known.jsonl").write_text("\n".join(map(json.dumps, known)), encoding="utf-8")
    assert [case.found for case in cases(tmp_path, tmp_path / "known.jsonl")] == [True, False]


def test_most_changes_are_found_in_real_acts(shared: Path) -> None:
    found = list(cases(shared / "laws", shared / "amendments.jsonl"))
    assert len(found) > 50
    assert sum(case.found for case in found) >= 0.9 * len(found)
