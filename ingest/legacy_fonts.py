"""The encodings of old Vietnamese fonts, as characters of the Latin-1 that programs take them for: TCVN3 (ABC), VNI."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum


class LegacyFont(StrEnum):
    """An encoding that lives in its fonts: the bytes are the same as those of Western letters."""

    TCVN3 = "TCVN3 (ABC)"
    VNI = "VNI"


# TCVN 5712:1993 from 0xA1 to 0xFF (0xB0 to 0xB4 are marks alone).
_TCVN3_LETTERS = (
    "ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậ"
    "èỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)
_TCVN3 = {0xA1 + place: letter for place, letter in enumerate(_TCVN3_LETTERS)}
_CAPITALS = re.compile(r"[A-Z]")

# VNI: a letter and after it its marks; the case is that of the letter.
_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_CIRCUMFLEX = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_BREVE = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_VNI_PAIRS = {
    **{(base, mark): base + tone for base in "aeouyôö" for mark, tone in _TONES.items()},
    **{(base, mark): base + "\u0302" + tone for base in "aeo" for mark, tone in _CIRCUMFLEX.items()},
    **{("a", mark): "a\u0306" + tone for mark, tone in _BREVE.items()},
}
_VNI_HORNS = {"ô": "ơ", "ö": "ư"}
_VNI_ALONE = {"ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", **_VNI_HORNS}
_VNI = re.compile(r"[aeouyôöAEOUYÔÖ][ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË]|[ñíìæóòîôöÑÍÌÆÓÒÎÔÖ]")
_FONT = re.compile(r"\.?Vn[A-Z]|VNI[-_ ]")


def convert(text: str, encoding: LegacyFont) -> str:
    """Text of an old font as Unicode; what the font has no letter for stays as it is."""
    return _from_tcvn3(text) if encoding is LegacyFont.TCVN3 else _from_vni(text)


def font_encoding(font: str) -> LegacyFont | None:
    """The encoding of a font by its name: `.VnTime`, `VNI-Times`; None for every other."""
    if not _FONT.match(font):
        return None
    return LegacyFont.VNI if font.startswith("VNI") else LegacyFont.TCVN3


def is_capital_font(font: str) -> bool:
    """Whether a font draws small letters as capitals: `.VnTimeH`."""
    return font_encoding(font) is LegacyFont.TCVN3 and font.rstrip().endswith("H")


def _from_tcvn3(text: str) -> str:
    lines = text.split("\n")
    return "\n".join(_in_capitals(line, unicodedata.normalize("NFC", line.translate(_TCVN3))) for line in lines)


def _in_capitals(line: str, converted: str) -> str:
    """TCVN3 has no capitals with tones: in a word of capitals (`CéNG`) the small letters are meant as capitals."""
    words, found = line.split(" "), converted.split(" ")
    is_heading = not re.search(r"[a-z]", line) and any(len(_CAPITALS.findall(word)) > 1 for word in words)
    pairs = zip(words, found, strict=True)
    return " ".join(new.upper() if is_heading or _is_in_capitals(old) else new for old, new in pairs)


def _is_in_capitals(word: str) -> bool:
    return len(_CAPITALS.findall(word)) > 1 and not re.search(r"[a-z]", word)


def _from_vni(text: str) -> str:
    return unicodedata.normalize("NFC", _VNI.sub(_vni_letter, text))


def _vni_letter(match: re.Match[str]) -> str:
    found = match[0]
    if len(found) == 1:
        letter = _VNI_ALONE[found.lower()]
    else:
        base, mark = found[0].lower(), found[1].lower()
        letter = _VNI_PAIRS.get((base, mark), "")
        if not letter:  # two letters side by side, no letter and its mark
            return "".join(_vni_alone(char) for char in found)
        letter = _VNI_HORNS.get(letter[0], letter[0]) + letter[1:]
    return letter.upper() if found[0].isupper() else letter


def _vni_alone(char: str) -> str:
    letter = _VNI_ALONE.get(char.lower(), char.lower())
    return letter.upper() if char.isupper() else letter
