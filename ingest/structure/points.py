"""The order of points (điểm): a, b, c, d, đ, e, g …; a1 after a (domain 1.3)."""

from __future__ import annotations

from ingest.numerals import POINTS


def point_follows(before: str | None, number: str, strong: bool) -> bool:
    """Whether point `number` may stand after `before`: the next letter, an inserted one, or a small gap."""
    if before is None:
        return number == "a"
    if number[1:] and number[0] == before[0]:
        return int(number[1:]) == int(before[1:] or 0) + 1
    here, last = POINTS.find(number[0]), POINTS.find(before[0])
    if here < 0 or last < 0:  # f, j, w, z of old texts: plain alphabetical order
        return strong and not number[1:] and ord(number[0]) == ord(before[0]) + 1
    return not number[1:] and last < here <= last + (2 if strong else 1)
