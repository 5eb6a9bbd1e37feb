"""JSON lines: one document a line, in the corpus interchange format or as a bare `{number, title, text}`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from corpus.document import Revision
from corpus.interchange import InvalidRecord, read_revision
from ingest.extract import Extract, Paragraph, assemble
from ingest.refusal import Refusal
from ingest.sidecar import Sidecar, sidecar_from

_LONGEST_LINE = 64 * 1024 * 1024


def lines_in(data: bytes) -> Iterator[tuple[int, str]]:
    """The lines that have words, with their number; raise `Refusal` when the file is not UTF-8."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal("Tệp JSON lines không phải UTF-8. Hãy lưu lại với bảng mã UTF-8.") from error
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, line


def read_line(line: str, number: int = 1) -> Revision | tuple[Extract, Sidecar]:
    """A finished revision, or a text with what is stated of it; raise `Refusal` naming the line."""
    record = _record(line, number)
    if "document" in record:
        try:
            return read_revision(record)
        except InvalidRecord as error:
            raise Refusal(f"Dòng {number}: bản ghi không đúng định dạng trao đổi ({error}).") from error
    text = record.pop("text", None)
    if not isinstance(text, str) or not text.strip():
        raise Refusal(f"Dòng {number}: thiếu “text” (nội dung văn bản).")
    return assemble(Paragraph(part) for part in text.splitlines()), sidecar_from(record, f"dòng {number}")


def _record(line: str, number: int) -> dict[str, Any]:
    if len(line) > _LONGEST_LINE:
        raise Refusal(f"Dòng {number} quá dài ({len(line):,} ký tự).")
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Refusal(f"Dòng {number} không phải JSON đúng: {str(error)[:120]}.") from error
    if not isinstance(record, dict):
        raise Refusal(f"Dòng {number} phải là một đối tượng JSON {{…}}.")
    return record
