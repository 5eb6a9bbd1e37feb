"""Acts as they are written: with a number, by name, as `Luật này` or `Luật đó`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.attached import ATTACHED, REGULATIONS
from ingest.mentions.names import Names
from ingest.number import find_numbers

_ACTS = (
    "Bộ luật", "Luật", "Hiến pháp", "Pháp lệnh", "Nghị định", "Nghị quyết liên tịch", "Nghị quyết",
    "Thông tư liên tịch", "Thông tư", "Quyết định", "Chỉ thị", "Văn bản",
)  # fmt: skip
_TYPE = re.compile(rf"(?<!\w)(?:{'|'.join(_ACTS)})(?!\w)")
_OTHER = re.compile(
    rf"(?<!\w)(?:{'|'.join((*_ACTS, *REGULATIONS))}|Công ước|Hiệp định|Nghị định thư|Điều ước)(?!\w)"
    r"(?!\s+(?:này|đó)(?!\w))"
)
_POINTED = re.compile(rf"(?<!\w)(?P<type>{'|'.join((*_ACTS, *REGULATIONS))})\s+(?P<which>này|đó)(?!\w)")
_NAMED = re.compile(r"(?<!\w)(?P<type>Bộ luật|Luật|Pháp lệnh)\s+(?!(?:này|đó|số|sư)(?!\w)|\d)(?=\w)")
_CONSTITUTION = re.compile(
    r"(?<!\w)Hiến pháp(?!\s+(?:này|đó)(?!\w))(?:\s+nước Cộng h(?:òa|oà) xã hội chủ nghĩa Việt Nam)?"
    r"(?:,?\s+(?:năm\s+)?(?P<year>(?:19|20)\d\d)(?!\d))?"
)
_YEAR = re.compile(r"\s+(?:(?:năm\s+)?|ngày\s+\d+\s+tháng\s+\d+\s+năm\s+)((?:19|20)\d\d)(?![\d/])")
_DATED = re.compile(
    r"(?<!\w)(?<!của )(?P<name>(?:Bộ luật|Luật|Pháp lệnh) (?!sửa đổi|Sửa đổi)"
    r"(?:(?!Luật|ngày|hiệu lực|số)[^\n;“”]){2,120}?)"
    r",? ngày \d{1,2} tháng \d{1,2} năm (?P<year>\d{4})"
)
"""`Luật X ngày … tháng … năm 2031`, as older grounds name an act."""
_NUMBER_WORD = re.compile(r"\s+số\s*:?\s*$|\s+$")
_AMENDING = re.compile(
    r"(?<!ban hành )(?:Luật|Nghị định|Nghị quyết|Thông tư|Quyết định) [Ss]ửa đổi,[^;.\n]{0,160}của (?:các )?$"
)
_NAME_STOPS = frozenset((
    "quy", "có", "được", "thì", "là", "và", "hoặc", "về", "năm", "ngày", "số", "này", "đó", "để", "tại", "do", "theo",
    "với", "bị", "từ", "hiện", "như", "khi", "trong", "phải", "không",
))  # fmt: skip
_BACK = 260


@dataclass(frozen=True, slots=True)
class Act:
    """A document as it is written. `id` is known where a number stands there; `pointer` is `này` or `đó`."""

    type: str
    start: int
    end: int
    id: str | None = None
    pointer: str = ""
    is_weak: bool = False
    """Whether only a place before it makes it a reference: `Điều 5 của Công ước …`."""
    regulation_start: int | None = None
    """Where `Quy chế … ban hành kèm theo` begins, whose places are those of the attached text."""


def acts_in(text: str, names: Names, body: int) -> list[Act]:
    """Every act that a text mentions, in order; numbers that stand before `body` are those of the grounds."""
    numbered = list(_numbered(text, names, body))
    taken = sorted((act.start, act.end) for act in numbered)
    for dated in _DATED.finditer(text[:body]):
        names.date(dated["name"], dated["year"])
    others = [*_pointed(text), *_constitutions(text, taken), *_by_name(text, names, taken)]
    sure = sorted([*numbered, *others], key=_start)
    return sorted([*sure, *_weak(text, [(place_of(act), act.end) for act in sure])], key=_start)


def _start(act: Act) -> int:
    return act.start


def place_of(act: Act) -> int:
    """Where an act begins for a place before it: with the regulation that was issued with it."""
    return act.start if act.regulation_start is None else act.regulation_start


def _weak(text: str, taken: list[tuple[int, int]]) -> Iterator[Act]:
    for match in _outside(_OTHER.finditer(text), taken):
        yield Act(match[0], match.start(), match.end(), is_weak=True)


def _numbered(text: str, names: Names, body: int) -> Iterator[Act]:
    place = 0
    for number, start, end in find_numbers(text):
        window_start = max(place, start - _BACK)
        before = text[window_start:start]
        before = before[max(before.rfind("\n"), before.rfind(";")) + 1 :]
        type_, name, length = _written_before(before)
        begin = start - length
        amending = _AMENDING.search(text[max(place, begin - 200) : begin])
        listed = re.match(r",? (?:và )?(?:Luật|Bộ luật) ", text[end : end + 14])
        if name and (not amending or listed):
            names.learn(f"{type_} {name}", number, begin < body)
        attached = ATTACHED.search(text[max(place, begin - 200) : begin])
        regulation = begin - (attached.end() - attached.start()) if attached else None
        yield Act(type_, begin, end, number, regulation_start=regulation)
        place = end


def _written_before(before: str) -> tuple[str, str, int]:
    """Type and name of the act whose number follows, and how many characters of `before` they take."""
    said = _NUMBER_WORD.search(before)
    if said is None:
        return "", "", 0
    last = next(reversed(list(_TYPE.finditer(before, 0, said.start()))), None)
    alone = "", "", len(before) - said.start() - len(said[0]) + len(said[0].lstrip())
    if last is None:
        return alone
    name = before[last.end() : said.start()].strip()
    if not name:
        return last[0], "", len(before) - last.start()
    is_law = last[0] in ("Luật", "Bộ luật", "Pháp lệnh")
    if not is_law or "số" not in said[0] or re.search(r"[“”\".]|\bnày\b|\bđó\b|\bsố\b|quy định", name):
        return alone
    return last[0], name, len(before) - last.start()


def _pointed(text: str) -> Iterator[Act]:
    for match in _POINTED.finditer(text):
        yield Act(match["type"], match.start(), match.end(), pointer=match["which"])


def _constitutions(text: str, taken: list[tuple[int, int]]) -> Iterator[Act]:
    for match in _outside(_CONSTITUTION.finditer(text), taken):
        yield Act("Hiến pháp", match.start(), match.end(), f"HP/{match['year']}" if match["year"] else None)


def _by_name(text: str, names: Names, taken: list[tuple[int, int]]) -> Iterator[Act]:
    place = 0
    for match in _outside(_NAMED.finditer(text), taken):
        if match.start() < place:
            continue
        stop = min(len(text), match.end() + 200)
        line = text.find("\n", match.end(), stop)
        stop = line if line >= 0 else stop
        end = names.longest(text, match.start(), stop)
        if end <= match.end():
            end = _guessed_end(text, match.end(), stop)
        if end <= match.end():
            continue
        year = _YEAR.match(text, end)
        found = names.find(text[match.start() : end], year[1] if year else None)
        place = year.end() if year else end
        yield Act(match["type"], match.start(), place, found)


def _guessed_end(text: str, start: int, stop: int) -> int:
    """Where an unknown name may end: at a mark or a word that goes on with the sentence; nothing in small letters."""
    if not text[start].isupper() or re.match(r"[Ss]ửa đổi", text[start : start + 8]):
        return start
    end = start
    for word in re.finditer(r"\S+", text[start:stop]):
        bare = word[0].rstrip('.,;:)”"')
        if bare in _NAME_STOPS:
            break
        end = start + word.start() + len(bare)
        if bare != word[0]:
            break
    return end


def _outside(matches: Iterator[re.Match[str]], taken: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """The matches that begin in none of the places `taken`; both in order."""
    place = 0
    for match in matches:
        while place < len(taken) and taken[place][1] <= match.start():
            place += 1
        if place == len(taken) or not taken[place][0] <= match.start():
            yield match
