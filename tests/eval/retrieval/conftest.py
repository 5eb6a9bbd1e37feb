"""A tiny invented benchmark."""

import gzip
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

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
    {"_id": "q1", "text": "ai nuôi con nhỏ", "metadata": {"source": "lay", "split": "dev", "choices": None}},
    {"_id": "q2", "text": "dat bo hoang", "metadata": {"source": "exam", "split": "dev"}},
    {"_id": "q3", "text": "cưới hỏi ai định", "metadata": {"source": "exam", "split": "dev"}},
    {"_id": "unjudged", "text": "không ai chấm"},
]
GOLD = [("q1", CORPUS[1]["_id"]), ("q2", CORPUS[2]["_id"]), ("q3", "3/2020/NĐ-CP#dieu_1")]


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
