"""Measuring how exactly the letters of files are read."""

import json
from pathlib import Path

from eval.reading.transcription import compared, measure, report

LAW = "LUẬT VƯỜN CHÈ\nSố: 98/2031/QH77\nĐiều 1. Phạm vi\nLuật này quy định việc trồng chè ở các khu phố."


def test_a_refused_file_counts_as_nothing_and_is_told(tmp_path: Path) -> None:
    row = {"format": "txt", "difficulty": ["easy"], "truth_text": "truth.txt"}
    paths = ("law.txt", "empty.txt")
    rows = [*({**row, "path": path} for path in paths), {**row, "path": "other.txt", "truth_text": None}]
    (tmp_path / "manifest.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (tmp_path / "truth.txt").write_text(LAW, encoding="utf-8")
    (tmp_path / "law.txt").write_text(LAW, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    result = measure(tmp_path)
    assert [(t.path, t.accuracy) for t in result.transcripts] == [("law.txt", 1.0), ("empty.txt", 0.0)]
    assert result.as_json()["groups"] == {"txt": 0.5, "easy": 0.5, "all": 0.5}
    assert "refused empty.txt: Tệp rỗng" in "\n".join(report(result))


def test_wrong_letters_and_another_order_are_told_apart() -> None:
    columns = "CHÍNH PHỦ\nSố: 98/2031/NĐ-CP\nCỘNG HÒA\nĐộc lập"
    other_order = compared(("a.pdf", "pdf", ()), "CHÍNH PHỦ CỘNG HÒA Độc lập Số: 98/2031/NĐ-CP", columns)
    wrong_letters = compared(("b.pdf", "pdf", ()), columns.replace("Ủ", "U").replace("ộ", "ô"), columns)
    assert (other_order.words, wrong_letters.words) == (1, 0.75)
    assert other_order.accuracy < wrong_letters.accuracy


def test_another_edition_is_compared_where_both_agree() -> None:
    transcript = compared(("a.pdf", "pdf", ()), "BAN CHÈ\nSố 7\n" + LAW, "Văn bản của khu phố\n" + LAW)
    assert transcript.accuracy < 1 == transcript.shared
    assert (transcript.shared_letters, transcript.letters) == (len(LAW), len(LAW) + len("Văn bản của khu phố "))
