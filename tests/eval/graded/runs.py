"""A small run to be graded."""

from pathlib import Path
from typing import Any

from eval.runs.folder import RunFolder
from eval.runs.session import ask
from eval.runs.system import Scripted
from eval.suites.suite import Row

CITED = [{"marker": 1, "label": "Điều 1", "quote": "Người trồng cây phải tưới nước.", "ref": "1/2024/QH90#dieu_1"}]
REPLIES: dict[str, dict[str, Any]] = {
    "a": {"status": "answered", "answer": "Phải tưới nước [1].", "citations": CITED},
    "b": {"status": "abstained", "answer": "Chưa có luật này."},
    "c": {"status": "answered", "answer": "Nên bón phân."},  # nothing cited and nothing found
    "d": {"status": "answered", "answer": "Phải tưới cây [1].", "citations": CITED},
}
"""`e` has no reply but an error."""
ROWS = [Row(one, f"Câu {one}?", True) for one in "abcde"]


def small_run(path: Path) -> RunFolder:
    """Five rows: two answered from the law, one without ground, one silent, one failed."""
    folder = RunFolder.begin(path, {"system": "scripted", "today": "2026-11-25"}, ROWS)
    ask(folder, Scripted(REPLIES))
    return folder
