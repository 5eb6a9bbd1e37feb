"""Folders as a source of documents."""

import json
import pickle
from pathlib import Path

import pytest

from ingest.file_group import FileGroup
from ingest.folder_source import FolderSource, JsonLinesSource
from ingest.refusal import Refusal
from tests.ingest.invented_files import LAW


def names(folder: Path) -> list[list[str]]:
    return [[path.name for path in found.paths] for found in FolderSource([folder]).documents()]


def touch(folder: Path, *paths: str) -> None:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(LAW, encoding="utf-8")


def test_folders_are_read_recursively_in_order_and_strangers_passed_over(tmp_path: Path) -> None:
    touch(
        tmp_path,
        "b.txt",
        "a/z.docx",
        "a/y.html",
        ".an.txt",
        "~$b.docx",
        "ghi.xlsx",
        ".git/x.txt",
        "b.txt.yaml",
        "c.doc",
    )
    assert names(tmp_path) == [["b.txt"], ["c.doc"], ["y.html"], ["z.docx"]]


def test_parts_are_put_together_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    touch(tmp_path, *(f"l-part-{n}.txt" for n in (10, 2, 1, 3)), "l.txt", "k-part-1.pdf", "k-part-1.txt")
    assert names(tmp_path) == [
        ["k-part-1.pdf"],
        ["k-part-1.txt"],
        ["l-part-1.txt", "l-part-2.txt", "l-part-3.txt", "l-part-10.txt"],
        ["l.txt"],
    ]


def test_a_missing_part_refuses_the_whole(tmp_path: Path) -> None:
    touch(tmp_path, "l-part-1.txt", "l-part-3.txt")
    (group,) = FolderSource([tmp_path]).documents()
    with pytest.raises(Refusal, match="Thiếu phần 2 của l"):
        group.read()


def test_a_sidecar_lists_the_parts(tmp_path: Path) -> None:
    touch(tmp_path, "dau.txt", "cuoi.txt")
    (tmp_path / "dau.txt.yaml").write_text("parts: [dau.txt, cuoi.txt]", encoding="utf-8")
    assert names(tmp_path) == [["dau.txt", "cuoi.txt"]]


def test_a_file_that_is_named_is_tried_whatever_its_name(tmp_path: Path) -> None:
    touch(tmp_path, "luat.khac")
    (group,) = FolderSource([tmp_path / "luat.khac"]).documents()
    assert group.read().document.id == "98/2031/QH77"


def test_a_file_named_twice_is_one_document(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt")
    assert len(list(FolderSource([tmp_path, tmp_path / "a.txt"]).documents())) == 1


def test_the_hash_follows_the_file_and_its_sidecar(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt")
    group = FileGroup((tmp_path / "a.txt",))
    first = group.content
    assert FileGroup((tmp_path / "a.txt",)).content == first
    (tmp_path / "a.txt.yaml").write_text("title: Khác", encoding="utf-8")
    second = group.content
    (tmp_path / "a.txt").write_text(LAW + "\nthêm", encoding="utf-8")
    assert len({first, second, group.content}) == 3


def test_groups_can_be_sent_to_another_process(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt")
    (group,) = FolderSource([tmp_path]).documents()
    assert pickle.loads(pickle.dumps(group)) == group  # noqa: S301


def test_lines_of_json(tmp_path: Path) -> None:
    rows = [
        {"number": "98/2031/QH77", "title": "Trồng chè", "text": LAW},
        {
            "number": "99/2031/QH77",
            "type": "Luật",
            "title": "Khác",
            "text": "Điều 1. Một\nLời văn của điều này dài đủ.",
        },
        {"number": "1/2031/QH77"},
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n\nhỏng", encoding="utf-8")
    found = list(JsonLinesSource(path).documents())
    assert [one.read().document.id for one in found[:2]] == ["98/2031/QH77", "99/2031/QH77"]
    with pytest.raises(Refusal, match="Dòng 3: thiếu “text”"):
        found[2].read()
    with pytest.raises(Refusal, match="Dòng 5 không phải JSON"):
        found[3].read()


def test_a_file_that_is_not_utf8_is_refused_once(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "\xff"}')
    (found,) = JsonLinesSource(tmp_path / "a.jsonl").documents()
    with pytest.raises(Refusal, match="UTF-8"):
        found.read()


def test_a_fault_of_a_reader_refuses_the_file_and_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(data: bytes, *_: object) -> None:
        raise RecursionError

    touch(tmp_path, "a.txt")
    monkeypatch.setattr("ingest.text_file.decode", fails)
    with pytest.raises(Refusal, match=r"Không đọc được a\.txt \(RecursionError\)"):
        FileGroup((tmp_path / "a.txt",)).read()
    assert "reading" in caplog.text
