"""What a file is, told by its content; its name is only a hint."""

from __future__ import annotations

from enum import StrEnum

from ingest.refusal import Refusal


class FileKind(StrEnum):
    """The formats that are read."""

    DOCX = "docx"
    DOC = "doc"
    RTF = "rtf"
    PDF = "pdf"
    HTML = "html"
    TEXT = "txt"
    JSON_LINES = "jsonl"


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN = (
    (b"\x89PNG", "ảnh. Hãy nạp bản có chữ (PDF, Word) của văn bản này"),
    (b"\xff\xd8\xff", "ảnh. Hãy nạp bản có chữ (PDF, Word) của văn bản này"),
    (b"GIF8", "ảnh. Hãy nạp bản có chữ (PDF, Word) của văn bản này"),
    (b"II*\x00", "ảnh. Hãy nạp bản có chữ (PDF, Word) của văn bản này"),
    (b"Rar!", "tệp nén RAR. Hãy giải nén rồi nạp các văn bản bên trong"),
    (b"7z\xbc\xaf", "tệp nén 7z. Hãy giải nén rồi nạp các văn bản bên trong"),
    (b"\x1f\x8b", "tệp nén gzip. Hãy giải nén rồi nạp các văn bản bên trong"),
    (b"\x7fELF", "chương trình máy tính, không phải văn bản"),
    (b"MZ", "chương trình máy tính, không phải văn bản"),
)
_HTML_STARTS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<meta", b"<div", b"<p", b"<table", b"<article")


def kind_of(data: bytes, name: str = "") -> FileKind:
    """The format of a file's bytes; raise `Refusal` with what it is when it is none of ours."""
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise Refusal("Tệp rỗng, không có nội dung. Hãy kiểm tra lại tệp hoặc tải lại.")
    if data.startswith(_OLE):
        return FileKind.DOC
    if data.startswith(b"{\\rtf"):
        return FileKind.RTF
    for mark, what in _FOREIGN:
        if data.startswith(mark):
            raise Refusal(f"Đây là {what}.")
    if b"%PDF-" in data[:1024]:
        return FileKind.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return FileKind.DOCX
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(_HTML_STARTS) or (head.startswith((b"<?xml", b"<!--")) and b"<html" in data[:65536].lower()):
        return FileKind.HTML
    if head.startswith(b"{") and name.lower().endswith((".jsonl", ".ndjson", ".json")):
        return FileKind.JSON_LINES
    _refuse_binary(data, name)
    return FileKind.TEXT


def _refuse_binary(data: bytes, name: str) -> None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return
    sample = data[:65536]
    odd = sum(1 for byte in sample if byte < 32 and byte not in (9, 10, 12, 13, 27))
    nulls = sample.count(0)
    if odd - nulls > len(sample) // 20 or (nulls > len(sample) // 10 and not _looks_utf16(sample)):
        what = "PDF hỏng: không có phần đầu “%PDF-”" if name.lower().endswith(".pdf") else "tệp không phải văn bản chữ"
        raise Refusal(f"Đây là {what}. Hãy kiểm tra lại tệp hoặc tải lại từ nguồn chính thức.")


def _looks_utf16(sample: bytes) -> bool:
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    return max(even, odd) > 4 * max(1, min(even, odd))
