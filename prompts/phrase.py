"""Phrases of Vietnamese as people type them: with marks, without, with đ alone, and in chat spelling."""

from __future__ import annotations

import re
import unicodedata

from corpus.folding import fold

_WORD = re.compile(r"[^\W\d_]+")
_PART = re.compile(r"=?[^\W\d_]+|…| ")
_BETWEEN = r"[^\w.?!;…]+"
_GAP = rf"{_BETWEEN}(?:\w+{_BETWEEN}){{0,4}}?"
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


def phrase(pattern: str) -> re.Pattern[str]:
    """Compile a pattern over `plain` text; words are joined within a sentence only.

    Each word also matches unmarked, or with đ as its only mark; `=word` matches as it is spelt, and ` … `
    stands for up to four words. A word typed with other marks never matches: `đạo` is not `dao`.
    """
    body = _PART.sub(lambda part: _part(part[0]), pattern.replace(" … ", "…"))
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)")


def _part(part: str) -> str:
    if part == "…":
        return _GAP
    if part == " ":
        return _BETWEEN
    return part[1:] if part.startswith("=") else _spellings(part)


def _spellings(word: str) -> str:
    forms = dict.fromkeys((word, moved(word), _without_tones(word), fold(word)))
    return word if len(forms) == 1 else "(?:" + "|".join(forms) + ")"


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
