"""The manifest of a folder of laws."""

import json
from pathlib import Path

from eval.reading.manifest import files_of, rows


def test_rows_are_taken_by_the_beginning_of_their_path(tmp_path: Path) -> None:
    listed = [{"path": path} for path in ("core/che.txt", "more/core/che.txt", "core/vuon.txt")]
    (tmp_path / "manifest.jsonl").write_text("\n".join(map(json.dumps, listed)), encoding="utf-8")
    assert [row["path"] for row in rows(tmp_path, "core/")] == ["core/che.txt", "core/vuon.txt"]
    assert list(rows(tmp_path)) == listed


def test_a_document_in_several_files_has_them_in_order() -> None:
    laws = Path("laws")
    assert files_of(laws, {"path": "che.txt", "parts": ["che-2.txt", "che-1.txt"]}) == [
        laws / "che-2.txt",
        laws / "che-1.txt",
    ]
    assert files_of(laws, {"path": "che.txt", "parts": []}) == [laws / "che.txt"]
