"""Plain text and Markdown: the encoding found, YAML front matter set apart, hard-wrapped lines joined."""

from __future__ import annotations

import itertools
import re
import unicodedata
from dataclasses import replace

from ingest.encodings import conversion_of, converted, refuse_legacy, to_unicode
from ingest.extract import Extract, Paragraph, assemble
from ingest.limits import DEFAULT, Limits
from ingest.refusal import Refusal
from ingest.running_heads import is_gazette_head
from ingest.sidecar import split_front_matter

_MARKDOWN = re.compile(r"^(?:#{1,6}\s+|>\s?)|\*\*|__(?=\S)|(?<=\S)__|\\(?=[.\-*_#>()])")
FRONT_MATTER = "front_matter"


def extract(data: bytes, limits: Limits = DEFAULT, markdown: bool = False) -> Extract:
    """The text of a file; raise `Refusal` when its encoding cannot be told or it is a legacy one."""
    text = decode(data)
    limits.check_characters(len(text))
    front, body = split_front_matter(text)
    lines = [_plain(line) if markdown else line for line in body.splitlines()]
    result = assemble(Paragraph(line) for line in unwrapped([line for line in lines if not is_gazette_head(line)]))
    return replace(result, hints={FRONT_MATTER: front}) if front else result


def decode(data: bytes) -> str:
    """Bytes as text: UTF-8, UTF-16, Windows-1258, an old encoding made Unicode; raise `Refusal` where none is sure."""
    text = _unicode(data)
    if text is not None:
        return to_unicode(text)
    western = data.decode("cp1252", errors="replace") if b"\x81" not in data else data.decode("latin-1")
    if (conversion := conversion_of(western)) is not None:
        return converted(western, conversion)
    text = unicodedata.normalize("NFC", data.decode("cp1258", errors="replace"))
    refuse_legacy(western)
    if text.count("\ufffd") > max(2, len(text) // 500) or not _is_vietnamese(text):
        raise Refusal("Không nhận ra bảng mã của tệp. Hãy mở tệp, lưu lại với bảng mã UTF-8 rồi nạp lại.")
    return to_unicode(text)


def unwrapped(lines: list[str]) -> list[str]:
    """Lines cut at a fixed width joined into paragraphs; a text whose lines are paragraphs stays as it is."""
    if not _is_wrapped(lines):
        return lines
    out: list[str] = []
    for line in lines:
        words = line.strip()
        goes_on = words[:1].islower() and not re.match(r"[a-zđ]\d?\s?\)", words)
        if goes_on and out and out[-1] and out[-1][-1] not in ".;:!?":
            out[-1] += " " + words
        else:
            out.append(words)
    return out


def _unicode(data: bytes) -> str | None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    even, odd = data[:4096:2].count(0), data[1:4096:2].count(0)  # a byte of every plain letter is zero in UTF-16
    if even + odd > len(data[:4096]) // 4:
        return data.decode("utf-16-le" if odd > even else "utf-16-be", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.start > len(data) - 4:  # a file cut in the middle of its last character
            return data[: error.start].decode("utf-8-sig")
        return None


def _is_vietnamese(text: str, floor: float = 0.03) -> bool:
    letters = [c for c in text[:50_000] if c.isalpha()]
    marked = sum(1 for c in letters if c in "đĐăĂơƠưƯ" or "\u1ea0" <= c <= "\u1ef9" or c in "àáãâèéêìíòóõôùúýĩũ")
    return not letters or marked / len(letters) >= floor


def _is_wrapped(lines: list[str]) -> bool:
    filled = [line.strip() for line in lines if line.strip()]
    if len(filled) < 20:
        return False
    broken = sum(
        1
        for line, after in itertools.pairwise(filled)
        if line[-1] not in ".;:!?" and after[0].islower() and after[1:2] != ")"
    )
    return broken > len(filled) // 6 and max(map(len, filled)) < 400


def _plain(line: str) -> str:
    return _MARKDOWN.sub("", line)
