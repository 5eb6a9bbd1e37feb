"""Unicode Vietnamese written in the encodings of old fonts, by tables of their own."""

from __future__ import annotations

import unicodedata

# TCVN 5712:1993 (VN3), as the code chart lists it: letter by letter with its byte.
_TCVN3_ROWS = {
    "ĂÂÊÔƠƯĐăâêôơưđ": 0xA1, "àảãáạ": 0xB5, "ằẳẵắ": 0xBB, "ặầẩẫấậè": 0xC6, "ẻẽéẹềểễếệìỉ": 0xCE, "ĩíịò": 0xDC,
    "ỏõóọồổỗốộờởỡớợù": 0xE1, "ủũúụừửữứựỳỷỹýỵ": 0xF1,
}  # fmt: skip
_TCVN3 = {letter: chr(first + n) for row, first in _TCVN3_ROWS.items() for n, letter in enumerate(row)}
_VNI_TONES = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï", "": ""}
_VNI_HATS = {"\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0323": "ä", "": "â"}
_VNI_BOWLS = {"\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë", "": "ê"}
_VNI_WHOLE = {"đ": "ñ", "í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"}


def to_tcvn3(text: str) -> str:
    """The Latin-1 letters that a program sees; capitals with tones, which the font lacks, as small ones."""
    return "".join(_TCVN3.get(char) or _TCVN3.get(char.lower(), char) for char in text)


def to_vni(text: str) -> str:
    """The Latin-1 letters that a program sees."""
    return "".join(map(_vni_letter, text))


def _vni_letter(char: str) -> str:
    written = _VNI_WHOLE.get(char.lower()) or _vni_pair(char.lower())
    return written.upper() if char.isupper() else written


def _vni_pair(char: str) -> str:
    base, marks = unicodedata.normalize("NFD", char)[:1], unicodedata.normalize("NFD", char)[1:]
    tone = next((mark for mark in marks if mark in _VNI_TONES), "")
    if "\u0302" in marks:
        return base + _VNI_HATS[tone]
    if "\u0306" in marks:
        return base + _VNI_BOWLS[tone]
    if "\u031b" in marks:
        return {"o": "ô", "u": "ö"}[base] + _VNI_TONES[tone]
    return base + _VNI_TONES[tone] if char > "\x7f" and base.isascii() and base.isalpha() else char
