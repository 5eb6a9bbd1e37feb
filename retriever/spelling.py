"""Texts as people type them: to ask a question again in another spelling, or to learn from it.

Each spelling is a pure function of the question and a seed, so that two runs ask the same words.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Mapping

AS_WRITTEN = "as_written"
Spell = Callable[[str, random.Random], str]


def spelled(text: str, seed: str, spelling: str) -> str:
    """A text in a spelling of `SPELLINGS`; the same text and seed give the same words."""
    return SPELLINGS[spelling](text, random.Random(f"{spelling} {seed}"))  # noqa: S311


def without_diacritics(text: str) -> str:
    """Every mark gone, `đ` made `d`, capitals kept: `Đất đai` to `Dat dai`."""
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return unicodedata.normalize("NFC", _MARKS.sub("", bare))


def _half(text: str, chance: random.Random) -> str:
    """About every second word without its marks."""
    return _WORD.sub(lambda word: without_diacritics(word[0]) if chance.random() < 0.5 else word[0], text)


def _teencode(text: str, chance: random.Random) -> str:
    """Short forms of the phone, small letters, no marks, hardly any full stop."""
    found = text.lower()
    for words, short in _SHORT:
        found = re.sub(rf"(?<!\w){words}(?!\w)", short, found)
    return re.sub(r"[,.?!;:]+(?=\s|$)", "", without_diacritics(found)).strip()


def _typos(text: str, chance: random.Random) -> str:
    """One word in six with two letters exchanged, one left out or one struck twice."""
    return _WORD.sub(lambda word: _mistyped(word[0], chance) if chance.random() < 1 / 6 else word[0], text)


def _mistyped(word: str, chance: random.Random) -> str:
    if len(word) < 3 or word.isdigit():
        return word
    place = chance.randrange(1, len(word) - 1)
    kind = chance.choice(("exchange", "drop", "double"))
    if kind == "exchange":
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    return word[:place] + word[place + 1 :] if kind == "drop" else word[:place] + word[place] + word[place:]


_MARKS = re.compile("[\u0300-\u036f]")
"""Marks of Latin letters; those of other scripts are letters there."""
_WORD = re.compile(r"[^\W_]+")
_SHORT = (
    ("bao nhiêu", "bn"),
    ("bây giờ", "bh"),
    ("bao giờ", "bgio"),
    ("như thế nào", "ntn"),
    ("công ty", "cty"),
    ("bảo hiểm", "bh"),
    ("ly hôn", "lh"),
    ("mọi người", "mn"),
    ("không", "ko"),
    ("được", "dc"),
    ("chồng", "ck"),
    ("vợ", "vk"),
    ("gì", "j"),
    ("với", "vs"),
    ("người", "ng"),
    ("những", "nhg"),
    ("trước", "trc"),
    ("vậy", "v"),
    ("rồi", "r"),
    ("giờ", "h"),
    ("và", "va"),
    ("biết", "bit"),
    ("cũng", "cug"),
    ("điện thoại", "dt"),
    ("luôn", "lun"),
    ("quá", "wa"),
)
"""Short forms of phones and chats, the longer ones first."""

SPELLINGS: Mapping[str, Spell] = {
    AS_WRITTEN: lambda text, chance: text,
    "no_diacritics": lambda text, chance: without_diacritics(text),
    "half": _half,
    "teencode": _teencode,
    "typos": _typos,
}
"""The name of each spelling; each makes the same of the same question and seed."""
