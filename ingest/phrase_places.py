"""Where a phrase changes: `tại tên và khoản 2 Điều 61, đoạn mở đầu khoản 1 Điều 53`, or all over an act."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.level import Level
from corpus.reference import Step
from ingest.place_list import paths_at

_PART = re.compile(
    r"[\s,;]*(?:và\s+)?(?:tại\s+)?(?:(?P<opening>(?:đoạn|phần|câu) (?:mở đầu|dẫn)|lời dẫn)"
    r"|(?P<other>tên|tiêu đề|đoạn \S+(?: \S+)?|câu \S+(?: \S+)?|gạch đầu dòng \S+ \S+))\s+(?:của\s+)?(?P<and>và\s+)?"
    r"(?=(?:các )?(?:điểm|khoản|điều|chương|mục)\s)",
    re.IGNORECASE,
)
"""A part of the place that follows; only the opening words are a part that the tree knows."""
_ENDS = re.compile(
    r"\s*(?:[.;,)]*\s*(?:và\s*)?$|(?:của|bằng|được|bị|Bộ luật|Luật|Pháp lệnh|Nghị|Thông|Quyết)(?![^\W\d_])|\()",
    re.IGNORECASE,
)
_STOPS = re.compile(r";(?!\s*(?:(?:tại|các|tên|đoạn|điểm|khoản|điều|và)\s|$))", re.IGNORECASE)
"""Where a list of places is over: what follows is another matter, such as the label of a point on the same line."""
_GOES_ON = re.compile(r"\s*(?:[,;]\s*\w|(?:và|tại|trừ)\s+\w)", re.IGNORECASE)
_ACT = r"(?:Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định|văn bản)"
_WHOLE = re.compile(
    rf"\s*(?:tại|trong)\s+(?:toàn bộ\s+)?(?:nội dung\s+)?(?:(?:tất cả )?các\s+(?:điều|khoản|điểm|quy định|điều khoản)"
    rf"(?:, (?:điều|khoản|điểm))*\s+(?:của|tại|trong)\s+)?(?:của\s+)?{_ACT}(?![^\W\d_])[^:]*[.;]?$",
    re.IGNORECASE,
)
_EXCEPT = re.compile(r"\btrừ\b|sau đây|như sau", re.IGNORECASE)
_UNKNOWN = frozenset({Level.CHUONG, Level.MUC})


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place as a list names it; an empty path is the whole act."""

    path: tuple[Step, ...]
    own_only: bool = False
    is_read: bool = True
    """False for a part that the tree does not know, such as the name of an article."""


@dataclass(frozen=True, slots=True)
class PlacesRead:
    """The places of a list, and whether the list was read to its end."""

    places: tuple[NamedPlace, ...]
    is_whole: bool


def places_in(words: str) -> PlacesRead:
    """The places that words begin with."""
    words = _STOPS.split(words)[0]
    found: list[NamedPlace] = []
    at = 0
    while True:
        part = _PART.match(words, at)
        paths, end = paths_at(words, part.end() if part else at)
        if not paths:
            break
        found += _named(paths, part)
        at = end
    rest = words[at:]
    is_whole = bool(found) and _ENDS.match(rest) is not None and not _GOES_ON.match(rest)
    if not is_whole and found and not _GOES_ON.match(rest):
        found.pop()  # `khoản 1 nội dung C`: what the last place is remains unknown
    known = tuple(place for place in found if not any(step.level in _UNKNOWN for step in place.path))
    return PlacesRead(() if _EXCEPT.search(rest) else known, is_whole and len(known) == len(found))


def _named(paths: Sequence[tuple[Step, ...]], part: re.Match[str] | None) -> list[NamedPlace]:
    places = [NamedPlace(path) for path in paths]
    if part is None:
        return places
    if part["and"]:
        last = [step for step in paths[-1] if step.level is Level.DIEU]
        return [NamedPlace(tuple(last), is_read=False), *places] if last else places
    first = replace(places[0], own_only=bool(part["opening"]), is_read=bool(part["opening"]))
    return [first, *places[1:]]


def names_whole_act(words: str) -> bool:
    """Whether words after a phrase say that it changes all over an act."""
    return _WHOLE.match(words) is not None and not _EXCEPT.search(words)


def with_articles(places: Sequence[NamedPlace], article: str | None) -> list[NamedPlace | None]:
    """The places in full: one that names no article lies in that of the next, or else of the instruction above."""
    out: list[NamedPlace | None] = []
    above: tuple[Step, ...] | None = (Step(Level.DIEU, article),) if article else None
    for place in reversed(places):
        if not place.path or place.path[0].level in (Level.DIEU, Level.PHU_LUC):
            if place.path and place.path[0].level is Level.DIEU:
                above = place.path[:1]
            out.append(place)
        else:
            out.append(replace(place, path=(*above, *place.path)) if above else None)
    return out[::-1]
