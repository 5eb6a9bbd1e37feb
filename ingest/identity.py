"""Who a document is: number, type, title and id, which must be known before its provisions are read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.folding import fold
from corpus.problem import Problem, Severity
from ingest import recognized_number
from ingest.consolidation import CONSOLIDATED, is_unnumbered, read_consolidated, verified_number
from ingest.declaration import choose
from ingest.extract import Extract
from ingest.file_name import number_of_file, year_of_file
from ingest.front import TYPES, Front, bare_title, cased, read_front, type_in_words
from ingest.issue import constitution_year
from ingest.number import is_number, type_of
from ingest.recognition import RECOGNIZED
from ingest.sidecar import Sidecar
from ingest.structure.lines import article_places, lines_of


@dataclass(frozen=True, slots=True)
class Identity:
    """What is known of a document before its provisions are read."""

    id: str
    number: str
    type: str
    title: str
    front: Front
    head: str
    is_stated: bool
    """Whether the text itself tells a number or a type."""
    problems: tuple[Problem, ...]


def identify(extract: Extract, paths: Sequence[Path], stated: Sidecar) -> Identity:
    """Number, type and title, from the sidecar, the text, the file's own fields and, last, its name."""
    head = head_of(extract)
    trouble: list[Problem] = []
    front, hints = _printed_front(head, extract, trouble), extract.hints
    stem = paths[0].stem if paths else ""
    unnumbered = is_unnumbered(head)
    own = verified_number(extract.text) or (None if unnumbered else front.number) or hints.get("number")
    read = _read_number(own, extract, stem, stated, trouble)
    is_consolidated = _is_named_consolidated(read, stem, head)
    number = read if "number" in stated.words else _with_name(read, stem, is_consolidated, trouble)
    number = number or ""
    type_ = front.type or hints.get("type") or type_of(number) or type_in_words(extract.text) or ""
    type_ = CONSOLIDATED if is_consolidated or unnumbered or "/VBHN-" in number else type_
    type_ = choose("loại văn bản", stated, "type", type_, trouble) or ""
    title = stated.words.get("title") or _title(extract, front, type_, number)
    id_ = stated.words.get("id") or number or _readable_id(type_, title, front, extract, stem)
    is_stated = bool(front.number or front.type or hints.get("number") or hints.get("type"))
    return Identity(id_, number, type_, title, front, head, is_stated, tuple(trouble))


def head_of(extract: Extract) -> str:
    """The text before the first article, at most a few pages."""
    if extract.articles:
        return extract.text[: extract.articles[0]]
    lines = lines_of(extract.text, min(extract.body_end, 60_000))
    first = min((place[0] for number, place in article_places(lines).items() if number == 1), default=None)
    return extract.text[: lines[first].start] if first is not None else extract.text[:6_000]


def _read_number(own: str | None, extract: Extract, stem: str, stated: Sidecar, trouble: list[Problem]) -> str | None:
    """The number that is declared or that the text gives."""
    number = choose("số hiệu", stated, "number", own, trouble)
    if RECOGNIZED in extract.hints and "number" not in stated.words:
        number, doubt = recognized_number.confirmed(number, head_of(extract), extract.text, stem)
        trouble += [doubt] if doubt else []
    return number


def _printed_front(head: str, extract: Extract, trouble: list[Problem]) -> Front:
    """The front of a document, without a day that was filled in by hand on a recognized page."""
    front = read_front(head)
    if RECOGNIZED not in extract.hints or front.day is None or not recognized_number.is_day_written(head):
        return front
    trouble.append(_warning("Ngày ban hành điền tay, máy không đọc chắc được; hãy ghi issued_on vào tệp .yaml."))
    return replace(front, day=None)


def _is_named_consolidated(number: str | None, stem: str, head: str) -> bool:
    """Whether the file is named as a consolidated text and its head lists the acts in it, as such a text does."""
    named = number_of_file(stem)
    if named is None or "/VBHN-" not in named or (number and "VBHN" in number):
        return False
    return bool(read_consolidated(head))


def _with_name(number: str | None, stem: str, is_consolidated: bool, trouble: list[Problem]) -> str | None:
    """The number, taken from the file's name where the text has none or only that of the consolidated act."""
    named = number_of_file(stem)
    if named is None or not is_number(named):  # `59-nd` tells a serial, no number
        return number
    if is_consolidated or not number:
        reason = f"Số hiệu {named} lấy từ tên tệp vì trong văn bản không thấy. Hãy ghi vào tệp {stem}.yaml nếu khác."
        trouble.append(_warning(reason))
        return named
    if fold(named) != fold(number):
        trouble.append(_warning(f"Tên tệp gợi ý số hiệu {named}, văn bản ghi {number}; dùng số trong văn bản."))
    return number


def _title(extract: Extract, front: Front, type_: str, number: str) -> str:
    title = front.title or _without_type(extract.hints.get("title", ""))
    title = re.sub(r"^số \S+\s+", "", title)
    title = re.sub(r"\s+số \d+\S*/\S+$", "", title) if not front.title else title
    title = bare_title(" ".join(title.split()), number)
    title = cased(title, extract.text) if title else ""
    if type_ == CONSOLIDATED and front.type and front.type != CONSOLIDATED:
        return f"{front.type} {title[:1].upper()}{title[1:]}".strip()
    return title


def _without_type(title: str) -> str:
    known = next((known for known in TYPES if title.lower().startswith(known.lower() + " ")), "")
    return title[len(known) :].strip() if known else title


def _readable_id(type_: str, title: str, front: Front, extract: Extract, stem: str) -> str:
    """An id for a document without a number, made of its type, its title and its year."""
    year = (front.day.year if front.day else None) or year_of_file(stem)
    if type_ == "Hiến pháp":
        return f"HP/{constitution_year(extract.text, extract.body_end) or year or 'khong-ro'}"
    words = _slug(f"{type_} {title}")[:80].strip("-") or _slug(stem) or "van-ban"
    return f"{words}-{year}" if year and str(year) not in words else words


def _slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(words)).strip("-")


def _warning(reason: str) -> Problem:
    return Problem(Severity.WARNING, reason)
