"""Text that programs took for Western letters made Vietnamese again: TCVN3, VNI, UTF-8 read as Windows-1252.

Nothing here guesses from single letters: an encoding holds for a text when nearly all words with marks are syllables of
Vietnamese after the conversion, and most were none before. Lines with letters that only Vietnamese has are Unicode and
stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import partial

from ingest.legacy_fonts import LegacyFont, convert
from ingest.refusal import Refusal
from ingest.syllables import is_marked, is_syllable

_OWN = re.compile("[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
_ABBREVIATION = re.compile(r"[A-ZĐ&]+")
_PARTS = re.compile(r"[^\s,.;:!?()\[\]/“”\"'–—…-]+")
_WESTERN = {chr(byte): bytes([byte]) for byte in range(0x80, 0x100)}
_WESTERN |= {char: bytes([byte]) for byte in range(0x80, 0xA0) if (char := bytes([byte]).decode("cp1252", "ignore"))}
_RUN = re.compile(f"[{re.escape(''.join(_WESTERN))}]+ ?")
_SEAM = "\n\0\n"
_SURE, _CHANCE, _MOST, _LEAST, _SAMPLE = 0.9, 0.5, 0.6, 4, 200_000

Conversion = Callable[[str], str]


def to_unicode(text: str) -> str:
    """A text with what stands in an old encoding converted; raise `Refusal` by name where that is not certain."""
    conversion = conversion_of(text)
    if conversion is not None:
        return converted(text, conversion)
    refuse_legacy(text)
    return text


def all_to_unicode(texts: Iterable[str]) -> list[str]:
    """The paragraphs of one document converted together: one alone may be too short to tell."""
    paragraphs = list(texts)
    return to_unicode(_SEAM.join(paragraphs)).split(_SEAM) if paragraphs else []


def conversion_of(text: str) -> Conversion | None:
    """What makes the lines of a text Vietnamese that are not; None where they are, or nothing does for certain."""
    suspects = _sample(line for line in text.split("\n") if not line.isascii() and not _OWN.search(line))
    return next((each for each in _CONVERSIONS if suspects and _holds(suspects, each)), None)


def converted(text: str, conversion: Conversion) -> str:
    """The lines that are not Unicode converted; of a line that reads either way, what most lines are decides."""
    lines = text.split("\n")
    mostly = 2 * sum(1 for line in lines if _OWN.search(line)) < sum(1 for line in lines if not line.isascii())
    return "\n".join(_line(line, conversion, mostly) for line in lines)


def set_in(text: str, encoding: LegacyFont) -> str:
    """Words set in an old font, converted; unless they are Unicode that was put there by a paste."""
    return _line(text, partial(convert, encoding=encoding), mostly=True)


def from_double_utf8(text: str) -> str:
    """UTF-8 that was read as Windows-1252 or Latin-1, read right; other letters stay."""
    return _RUN.sub(_reread, text)


def _from_triple_utf8(text: str) -> str:
    return from_double_utf8(from_double_utf8(text))


def refuse_legacy(text: str) -> None:
    """Refuse a text that looks like an old encoding, by its name."""
    sample = text[:50_000]
    letters = max(1, sum(c.isalpha() for c in sample))
    name = None
    if len(re.findall(r"§iÒu|Ch­¬ng|®|µ|­(?=[a-z])|Ò|Ö(?=[a-z])", sample)) > letters // 15:
        name = LegacyFont.TCVN3.value
    elif len(re.findall(r"Ñieàu|Chöông|[aeoAEO][øùûõïâäàáåãåëéèêüúöñ]|ñ|ö", sample)) > letters // 12:
        name = LegacyFont.VNI.value
    elif len(re.findall(r"[\xc3\xc4\xc6][\x80-\xbf\u2018\u2019\u0090]|\xe1[\xba\xbb]", sample)) > letters // 30:
        name = "bị mã hóa hai lần (UTF-8 đọc nhầm)"
    if name is not None and not _has_own_letters(sample):
        raise Refusal(
            f"Văn bản dùng bảng mã cũ: {name}, và không chuyển được chắc chắn. "
            "Hãy chuyển sang Unicode (UTF-8), ví dụ bằng UniKey Toolkit, rồi nạp lại."
        )


def _has_own_letters(text: str) -> bool:
    """Whether letters that only Vietnamese has are as common as in real text (legacy encodings have none of them)."""
    letters = [c for c in text if c.isalpha()]
    own = sum(1 for c in letters if c in "đĐơưƠƯ" or "\u1ea0" <= c <= "\u1ef9")
    return not letters or own / len(letters) >= 0.04


def _reread(run: re.Match[str]) -> str:
    letters = run[0].rstrip(" ")
    data = b"".join(_WESTERN[char] for char in letters)
    # The hard space that ends the bytes of `à` often became a plain one on the way.
    tries = [(data + b"\xa0", ""), (data, " ")] if run[0] != letters else [(data, "")]
    for encoded, rest in tries:
        try:
            return encoded.decode("utf-8") + rest
        except UnicodeDecodeError:
            continue
    return run[0]


_CONVERSIONS: tuple[Conversion, ...] = (
    from_double_utf8,
    _from_triple_utf8,
    partial(convert, encoding=LegacyFont.TCVN3),
    partial(convert, encoding=LegacyFont.VNI),
)


def _sample(lines: Iterable[str]) -> list[str]:
    found: list[str] = []
    size = 0
    for line in lines:
        found.append(line)
        if (size := size + len(line)) > _SAMPLE:
            break
    return found


def _holds(lines: list[str], conversion: Conversion) -> bool:
    """Whether a conversion makes Vietnamese of the lines that it betters, which are most of what is none."""
    bettered = [(line, new) for line in lines if _gain(line, new := conversion(line)) > 0]
    before, after = _judged(line for line, _ in bettered), _judged(line for _, line in bettered)
    wrong = _judged(lines).count(False)
    return (
        len(after) >= _LEAST
        and after.count(True) >= _SURE * len(after)
        and before.count(True) <= _CHANCE * len(before)
        and before.count(False) >= _MOST * wrong
    )


def _line(line: str, conversion: Conversion, mostly: bool) -> str:
    if line.isascii() or _OWN.search(line):
        return line
    new = conversion(line)
    gain = _gain(line, new)
    return new if gain > 0 or (gain == 0 and mostly) else line


def _gain(line: str, new: str) -> int:
    """How many more syllables a line has than it had."""
    return _judged([new]).count(True) - _judged([line]).count(True)


def _judged(lines: Iterable[str]) -> list[bool]:
    return [is_syllable(word) for line in lines for word in _marked(line)]


def _marked(line: str) -> list[str]:
    """The words that an encoding could have changed: with a mark, and no abbreviation like `NĐ`."""
    words = (word.strip("\u00a0") for word in _PARTS.findall(unicodedata.normalize("NFC", line)))
    return [word for word in words if is_marked(word) and not _ABBREVIATION.fullmatch(word)]
