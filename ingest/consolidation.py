"""The opening of a consolidated text (văn bản hợp nhất): which acts it holds, and since when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ingest.dates import find_dates
from ingest.number import find_numbers
from ingest.structure.ending import VERIFIED

CONSOLIDATED = "Văn bản hợp nhất"
"""The type of such a text."""
_EFFECT = re.compile(r"có hiệu lực(?: thi hành)?(?: kể)?(?: từ)?\s*(?=ngày|\d)", re.IGNORECASE)
_AMENDED = re.compile(r"được sửa đổi, bổ sung(?: một số điều)?(?:,? thay thế[^.]{0,60})? (?:bởi|theo)", re.IGNORECASE)

_STATED = re.compile(r"(?:^|[\s|])[Ss][Ốố]\s*:")
_BESIDE = 200


@dataclass(frozen=True, slots=True)
class Held:
    """One act that a consolidated text holds; the first is the base."""

    number: str
    effective: date | None


def read_consolidated(opening: str) -> tuple[Held, ...]:
    """The acts listed before `Căn cứ`; empty when the opening lists none."""
    flat = re.sub(r"\s+", " ", _listing(opening))
    if not _AMENDED.search(flat) and "có hiệu lực" not in flat:
        return ()
    entries = [place for place in find_numbers(flat) if "VBHN" not in place[0]]
    held: list[Held] = []
    for place, (number, _, end) in enumerate(entries):
        stop = entries[place + 1][1] if place + 1 < len(entries) else len(flat)
        effect = _EFFECT.search(flat, end, stop)
        day = next(find_dates(flat[effect.end() : stop]), None) if effect else None
        if number not in {other.number for other in held}:
            held.append(Held(number, day[0] if day else None))
    return tuple(one for place, one in enumerate(held) if place == 0 or one.effective is not None)


def holds_from(held: tuple[Held, ...]) -> date | None:
    """The day of the latest amendment that the text contains (contract: a VBHN holds from then)."""
    days = [one.effective for one in held if one.effective is not None]
    return max(days, default=None)


def verified_number(text: str) -> str | None:
    """The number of a consolidated text, which stands beside the words that verify it; None where it is not verified.

    Its head names the act that it holds, whose number is not its own.
    """
    place = text.rfind(VERIFIED)
    near = text[max(0, place - _BESIDE) : place + len(VERIFIED) + _BESIDE] if place >= 0 else ""
    return next((number for number, _, _ in find_numbers(near) if "/VBHN-" in number), None)


def is_unnumbered(head: str) -> bool:
    """Whether a head lists the acts in the text and states no number of its own: any number in it is another act's."""
    held = read_consolidated(head)
    amended = len(held) > 1 and all(one.effective is not None for one in held)
    return amended and not any("/VBHN-" in number for number, _, _ in find_numbers(head)) and not _STATED.search(head)


def _listing(opening: str) -> str:
    lines = []
    for line in opening.split("\n"):
        if line.startswith(("Căn cứ", "CĂN CỨ")):
            break
        lines.append(line)
    return "\n".join(lines)
