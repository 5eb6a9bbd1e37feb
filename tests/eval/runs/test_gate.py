from pathlib import Path
from typing import Any

import pytest

from eval.runs.gate import BadGate, misses, read_gate

SLICES: dict[str, dict[str, dict[str, Any]]] = {
    "all": {
        "exact": {"mean": 0.9, "low": 0.8, "high": 0.95},
        "latency": {"mean": 120.0, "low": 90.0, "high": 150.0},
        "empty": {"mean": None, "low": None, "high": None},
    }
}


@pytest.mark.parametrize(
    ("gate", "missed", "reason"),
    [
        ("all: {exact: 0.9}", [], "exactly at the threshold"),
        ("all: {exact: 0.91}", [("exact", "at_least")], "below it"),
        ("all: {exact: {low: 0.85}}", [("exact", "low")], "the interval reaches below"),
        ("all: {exact: {high: 0.9}}", [("exact", "high")], "suspiciously good"),
        ("all: {latency: {at_most: 100}}", [("latency", "at_most")], "too slow"),
        ("all: {latency: {at_most: 120}}", [], "just in time"),
        ("all: {empty: 0.0}", [("empty", "at_least")], "what nobody scored is not kept"),
        ("all: {absent: 0.0}", [("absent", "at_least")], "nor is a measure that does not exist"),
        ("night: {exact: 0.1}", [("exact", "at_least")], "nor a slice without rows"),
        ("all: {exact: {at_least: 0.99, low: 0.1}}", [("exact", "at_least")], "several bounds"),
    ],
)
def test_thresholds(tmp_path: Path, gate: str, missed: list[tuple[str, str]], reason: str) -> None:
    path = tmp_path / "gate.yaml"
    path.write_text(gate, encoding="utf-8")
    assert [(one.measure, one.bound) for one in misses(read_gate(path), SLICES)] == missed, reason


@pytest.mark.parametrize(
    "content",
    ["", "[]", "all: 3", "all: {exact: cao}", "all: {exact: true}", "all: {exact: {about: 1}}", "all: {exact: [1"],
)
def test_a_bad_file_is_told(tmp_path: Path, content: str) -> None:
    path = tmp_path / "gate.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadGate, match=r"gate\.yaml"):
        read_gate(path)
