"""Phrases of Vietnamese as people type them: with marks, without, with đ alone, and in chat spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from corpus.folding import fold

_WORD = re.compile(r"[^\W\d_]+")
_PART = re.compile(r"=?[^\W\d_]+|…|⋯| ")
_BESIDE = r"[^\w.?!;…,]+"
_BETWEEN = r"[^\w.?!;…]+"
_GAPS = {"…": rf"{_BETWEEN}(?:\w+{_BETWEEN}){{0,4}}?", "⋯": rf"{_BETWEEN}(?:\w+{_BETWEEN}){{0,12}}?"}
_TONED = re.compile("[\u0300-\u036f]")

_CHAT = {
    "ck": "chồng", "ox": "chồng", "dôn": "chồng", "vk": "vợ", "bx": "vợ", "gấy": "vợ",
    "ko": "không", "k": "không", "kh": "không", "kg": "không", "hok": "không", "hong": "không", "hông": "không",
    "hem": "không", "dc": "được", "đc": "được", "mik": "mình", "mk": "mình", "e": "em", "t": "tôi", "tui": "tôi",
    "mún": "muốn", "ng": "người", "ngta": "người ta", "gđ": "gia đình", "gd": "gia đình", "hắn": "nó",
    "dag": "đang", "đag": "đang", "bl": "bạo lực", "blgđ": "bạo lực gia đình", "blgd": "bạo lực gia đình", "tau": "tao",
}  # fmt: skip
"""Chat spelling and central dialect, word for word. Only what does not mean something else."""


def plain(text: str) -> str:
    """Lower case, NFC, one space between words, chat spelling spelt out; marks are kept."""
    lowered = unicodedata.normalize("NFC", text).lower().replace("ð", "đ")
    spelt = _WORD.sub(lambda word: _CHAT.get(word[0], word[0]), lowered)
    return " ".join(spelt.split())


def phrase(pattern: str, *, marked: bool = False) -> re.Pattern[str]:
    """Compile a pattern over `plain` text; words stand side by side, gaps stay within a sentence.

    Each word also matches unmarked, or with đ as its only mark; `=word` matches as it is spelt, and ` … `
    stands for up to four words, ` ⋯ ` for up to twelve. A word typed with other marks never matches: `đạo` is no
    `dao`. `marked` patterns are for writers who use marks: there `cho` is no `chờ`.
    """
    spellings = _marked_spellings if marked else _spellings
    spaced = pattern.replace(" … ", "…").replace(" ⋯ ", "⋯")
    body = _PART.sub(lambda part: _part(part[0], spellings), spaced)
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)")


def _part(part: str, spellings: Callable[[str], str]) -> str:
    if part in _GAPS:
        return _GAPS[part]
    if part == " ":
        return _BESIDE
    return part[1:] if part.startswith("=") else spellings(part)


def _spellings(word: str) -> str:
    return _any(word, moved(word), _without_tones(word), fold(word))


def _marked_spellings(word: str) -> str:
    return _any(word, moved(word))


def _any(*forms: str) -> str:
    different = dict.fromkeys(forms)
    return forms[0] if len(different) == 1 else "(?:" + "|".join(different) + ")"


def _without_tones(word: str) -> str:
    bare = _TONED.sub("", unicodedata.normalize("NFD", word))
    return unicodedata.normalize("NFC", bare)


_PLACES = {"oà": "òa", "oá": "óa", "oả": "ỏa", "oạ": "ọa", "uỷ": "ủy", "uý": "úy", "oẻ": "ỏe", "oẽ": "õe"}


def moved(word: str) -> str:
    """The word with its tone mark in the other accepted place: `hoà` for `hòa` and back."""
    for new, old in _PLACES.items():
        if word.endswith(new):
            return word.removesuffix(new) + old
        if word.endswith(old):
            return word.removesuffix(old) + new
    return word
