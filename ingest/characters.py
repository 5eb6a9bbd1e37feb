"""The characters of stored text: NFC, one kind of space, no invisible marks. Law is otherwise kept as written."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = dict.fromkeys(
    [0x00AD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), 0xFEFF, 0xFFFE, 0xFFFF]
)
_CONTROL = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(127, 160)], " ")
_ETH = {0x00D0: "\u0110"}
_TABLE = {**_CONTROL, **_INVISIBLE, **_ETH, 0x0085: "\n", 0x2028: "\n", 0x2029: "\n", 0x000D: "\n", 0x000B: "\n"}
_SPACES = re.compile(r"[^\S\n\t]+")
_AROUND_TAB = re.compile(r" *\t[ \t]*")


def clean(text: str) -> str:
    """Tidy a text line by line; cleaning twice changes nothing. Tabs separate the cells of a table row."""
    text = text.replace("\r\n", "\n").translate(_TABLE)
    text = unicodedata.normalize("NFC", text).translate(_ETH)
    text = _AROUND_TAB.sub("\t", _SPACES.sub(" ", text))
    return "\n".join(line.strip() for line in text.split("\n"))


def is_letter_spaced(text: str) -> bool:
    """Whether words are torn into single letters (`q u y đ ị n h`)."""
    words = text[:200_000].split()
    single = sum(1 for word in words if len(word) == 1 and word.isalpha())
    return len(words) > 50 and single > len(words) // 4


def is_unreadable(text: str) -> bool:
    """Whether a text is the rubble of a broken font map (domain 1.5): many U+FFFD, `(cid:n)` or private characters."""
    if not text:
        return False
    broken = text.count("\ufffd") + text.count("\ufffe") + text.count("(cid:")
    broken += sum(1 for c in text if "\ue000" <= c <= "\uf8ff")
    return broken > max(3, len(text) // 100)
