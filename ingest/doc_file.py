"""Word files of before 2007 (.doc) and RTF, through a program that knows them: antiword, else LibreOffice."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

from ingest import docx_file
from ingest.encodings import all_to_unicode
from ingest.extract import Extract, Paragraph, assemble
from ingest.limits import DEFAULT, Limits
from ingest.refusal import Refusal

ANTIWORD, OFFICE = "antiword", "soffice"
_SECONDS = {ANTIWORD: 60, OFFICE: 180}
_ROW = re.compile(r"\|(.*)\|\s*")
_OTHERS = {
    "Workbook": "bảng tính Excel",
    "Book": "bảng tính Excel",
    "PowerPoint Document": "bản trình chiếu PowerPoint",
}


def extract(data: bytes, limits: Limits = DEFAULT) -> Extract:
    """The text of a .doc; raise `Refusal` when it is locked, broken, no Word file, or no program here reads it."""
    _check_content(data)
    if shutil.which(ANTIWORD) is not None:
        text = _run_antiword(data, limits)
        if text.strip():
            return _assembled(text, limits)
        if shutil.which(OFFICE) is None:
            raise Refusal("Tệp Word cũ (.doc) hỏng hoặc không có chữ. Hãy mở bằng Word và lưu lại thành .docx.")
    return _through_office(data, "doc", limits)


def extract_rtf(data: bytes, limits: Limits = DEFAULT) -> Extract:
    """The text of an RTF file; raise `Refusal` when LibreOffice is not here or cannot read it."""
    return _through_office(data, "rtf", limits)


def paragraphs_of(lines: Iterable[str]) -> Iterator[str]:
    """Lines of antiword as paragraphs; a table's lines as rows with tabs, a cell's broken lines put together."""
    row: list[str] = []
    for line in lines:
        match = _ROW.fullmatch(line)
        cells = [cell.strip() for cell in match[1].split("|")] if match else []
        if row and len(cells) == len(row) and _goes_on(cells):
            row = [f"{cell} {more}".strip() for cell, more in zip(row, cells, strict=True)]
            continue
        if row:
            yield "\t".join(row).strip("\t")
        row = cells
        if not match:
            yield line
    if row:
        yield "\t".join(row).strip("\t")


def _goes_on(cells: list[str]) -> bool:
    """Whether a line of a table goes on with the row above: all that stands in it begins in small letters."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(cell[0].islower() and not re.match(r"[a-zđ]\)", cell) for cell in filled)


def _assembled(text: str, limits: Limits) -> Extract:
    limits.check_characters(len(text))
    return assemble(map(Paragraph, all_to_unicode(paragraphs_of(text.split("\n")))))


def _check_content(data: bytes) -> None:
    """Refuse what the container says is locked or no Word text; its streams are named in UTF-16."""
    if _names(data, "EncryptedPackage"):
        raise Refusal("Tệp Word bị khóa bằng mật khẩu. Hãy mở bằng Word, bỏ mật khẩu, lưu lại rồi nạp lại.")
    if not _names(data, "WordDocument"):
        what = next((what for name, what in _OTHERS.items() if _names(data, name)), "tệp hỏng hoặc chưa tải xong")
        raise Refusal(f"Đây không phải tệp Word cũ (.doc) đọc được: {what}. Hãy kiểm tra hoặc tải lại tệp.")


def _names(data: bytes, stream: str) -> bool:
    return f"{stream}\0".encode("utf-16-le") in data


def _run_antiword(data: bytes, limits: Limits) -> str:
    """What antiword reads: paragraphs on lines of their own (`-w 0`); empty where it cannot."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "law.doc"
        path.write_bytes(data)
        output, complaint = _run([ANTIWORD, "-m", "UTF-8.txt", "-w", "0", "-t", str(path)], Path(folder), limits)
    if "ncrypted" in complaint:
        raise Refusal("Tệp Word cũ (.doc) bị khóa bằng mật khẩu. Hãy mở bằng Word, bỏ mật khẩu, lưu lại rồi nạp lại.")
    return output.decode("utf-8", errors="replace")


def _through_office(data: bytes, suffix: str, limits: Limits) -> Extract:
    """LibreOffice makes a .docx of it, which is read as every other."""
    if shutil.which(OFFICE) is None:
        needed = f"{ANTIWORD} hoặc LibreOffice ({OFFICE})" if suffix == "doc" else f"LibreOffice ({OFFICE})"
        kind = "Word cũ (.doc)" if suffix == "doc" else "RTF"
        raise Refusal(
            f"Đây là tệp {kind}; máy này chưa có chương trình để đọc: cần {needed}. "
            "Hãy cài chương trình đó, hoặc mở bằng Word và lưu lại thành .docx."
        )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path, made = folder / f"law.{suffix}", folder / "law.docx"
        path.write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        _run([OFFICE, profile, "--headless", "--convert-to", "docx", "--outdir", name, str(path)], folder, limits)
        if not made.is_file():
            raise Refusal(f"Tệp .{suffix} hỏng, LibreOffice không mở được. Hãy mở bằng Word và lưu lại thành .docx.")
        limits.check_file(made.stat().st_size)
        return docx_file.extract(made.read_bytes(), limits)


def _run(command: list[str], folder: Path, limits: Limits) -> tuple[bytes, str]:
    """Run a program on a file of ours: no shell, its home the folder, time and output bounded."""
    program = shutil.which(command[0]) or command[0]
    environment = {**os.environ, "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    with (folder / "complaint").open("w+b") as complaint:
        process = subprocess.Popen(  # noqa: S603 - a fixed command on a file that we wrote
            [program, *command[1:]],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=complaint, env=environment, cwd=folder,
        )  # fmt: skip
        late = threading.Event()

        def stop() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(_SECONDS[command[0]], stop)
        timer.start()
        try:
            with process:
                output = process.stdout.read(limits.expanded_bytes + 1) if process.stdout else b""
                if len(output) > limits.expanded_bytes:
                    process.kill()
        finally:
            timer.cancel()
        complaint.seek(0)
        said = complaint.read(10_000).decode("utf-8", errors="replace")
    if late.is_set():
        raise Refusal(f"{command[0]} đọc tệp quá {_SECONDS[command[0]]} giây. Hãy mở bằng Word và lưu lại thành .docx.")
    limits.check_expanded(len(output))
    return output, said
