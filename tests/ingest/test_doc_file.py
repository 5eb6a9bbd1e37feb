"""Old Word files through the programs that know them; where none is, or the file is locked, the reason says so."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ingest.doc_file import ANTIWORD, extract, extract_rtf, paragraphs_of
from ingest.file_kind import FileKind, kind_of
from ingest.reading import read
from ingest.refusal import Refusal
from tests.ingest.invented_files import LAW, docx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
needs_antiword = pytest.mark.skipif(shutil.which(ANTIWORD) is None, reason="needs the program antiword, absent here")


def ole(*streams: str) -> bytes:
    """The head of a container that names these streams: enough for what is refused before it is opened."""
    return OLE + b"".join(f"{name}\0".encode("utf-16-le") for name in streams)


def only(folder: Path, monkeypatch: pytest.MonkeyPatch, **programs: str) -> None:
    """Make a PATH with these shell scripts alone."""
    for name, script in programs.items():
        (folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


REFUSED = [
    (ole("EncryptedPackage"), "mật khẩu", "a .docx with a password lies in the old container"),
    (ole("Workbook"), "Excel", "a table of numbers"),
    (ole("PowerPoint Document"), "PowerPoint", "slides"),
    (OLE, "hỏng", "cut off before it names anything"),
]


@pytest.mark.parametrize(("data", "reason", "why"), REFUSED)
def test_containers_that_hold_no_open_word_text(data: bytes, reason: str, why: str) -> None:
    assert kind_of(data) is FileKind.DOC
    with pytest.raises(Refusal, match=reason):
        extract(data)


def test_without_a_program_the_reason_names_both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only(tmp_path, monkeypatch)
    with pytest.raises(Refusal, match=r"antiword.*soffice"):
        extract(ole("WordDocument"))
    with pytest.raises(Refusal, match="LibreOffice"):
        extract_rtf(b"{\\rtf1 x}")


def test_a_locked_file_is_told_by_what_antiword_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only(tmp_path, monkeypatch, antiword="echo 'Encrypted documents are not supported' >&2; exit 1")
    with pytest.raises(Refusal, match="mật khẩu"):
        extract(ole("WordDocument"))


@pytest.mark.parametrize("suffix", ["doc", "rtf"])
def test_libreoffice_makes_a_docx_of_it(suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = tmp_path / "made.docx"
    made.write_bytes(docx(LAW.split("\n")))
    only(tmp_path, monkeypatch, soffice=f'/bin/cp {made} "$6/law.docx"')
    read_file = extract if suffix == "doc" else extract_rtf
    assert read_file(ole("WordDocument") if suffix == "doc" else b"{\\rtf1 x}").text == LAW


def test_a_file_that_libreoffice_cannot_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only(tmp_path, monkeypatch, soffice="exit 1")
    with pytest.raises(Refusal, match="không mở được"):
        extract_rtf(b"{\\rtf1 x}")


@needs_antiword
def test_a_broken_file_is_refused() -> None:
    with pytest.raises(Refusal, match="hỏng"):
        extract(ole("WordDocument"))


LINES = [
    (["|QUỐC HỘI  |CỘNG HÒA  |", "|Số: 1     |Hà Nội |"], ["QUỐC HỘI\tCỘNG HÒA", "Số: 1\tHà Nội"], "rows"),
    (["|1 |Chè xanh|", "|  |và khô  |", "|2 |Mía |"], ["1\tChè xanh và khô", "2\tMía"], "a cell broken at its width"),
    (["|a) Chè |", "|b) Mía |"], ["a) Chè", "b) Mía"], "points in a frame are no broken cell"),
    (["Điều 1. Chè", "mọc trên đồi | dốc"], ["Điều 1. Chè", "mọc trên đồi | dốc"], "no table"),
]


@pytest.mark.parametrize(("lines", "paragraphs", "why"), LINES)
def test_tables_drawn_with_strokes(lines: list[str], paragraphs: list[str], why: str) -> None:
    assert list(paragraphs_of(lines)) == paragraphs, why


@needs_antiword
def test_a_code_of_real_law(shared: Path) -> None:
    revision = read([shared / "laws" / "hard" / "legacy-45-2019-qh14.doc"])
    articles = [part for part in revision.walk() if part.label.startswith("Điều ")]
    assert (len(articles), revision.document.number) == (220, "45/2019/QH14")
