"""What is known of a document: read from its text, corrected by its sidecar, disagreements kept as problems."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus.document import LegalDocument, Origin
from corpus.folding import fold
from corpus.problem import Problem, Severity
from corpus.provision import Provision
from corpus.reference import ProvisionRef
from corpus.relation import Relation, RelationKind
from ingest import acts
from ingest.consolidation import holds_from, is_unnumbered, read_consolidated, verified_number
from ingest.dates import find_dates
from ingest.effect import read_effect
from ingest.extract import Extract
from ingest.file_name import number_of_file, year_of_file
from ingest.front import TYPES, Front, bare_title, cased, read_front, type_in_words
from ingest.instructions import amended
from ingest.new_words import with_words
from ingest.number import issuer_of, type_of
from ingest.recognition import RECOGNIZED
from ingest.sidecar import Sidecar
from ingest.structure.lines import article_places, lines_of

_ADOPTED = re.compile(r"thông qua\s+(?=ngày)|thông qua(?=[^.]{0,40}ngày)", re.IGNORECASE)
_CLOSING = re.compile(
    r"^(?:Bộ luật|Luật|Nghị quyết|Pháp lệnh|Hiến pháp)(?: này)?(?: đã)? được [^\n.]{5,160}thông qua\s+(?=ngày)",
    re.MULTILINE,
)
_VERIFIED = "XÁC THỰC VĂN BẢN HỢP NHẤT"
_UNOFFICIAL = re.compile(r"unofficial|khong-chinh-thuc|không chính thức", re.IGNORECASE)
_ISSUERS = re.compile(
    r"(?:ỦY BAN|UỶ BAN|HỘI ĐỒNG|BỘ|CHÍNH PHỦ|QUỐC HỘI|THỦ TƯỚNG|TÒA ÁN|VIỆN|HỘI LIÊN HIỆP)(?![\wÀ-ỹ])[^a-z\d]*"
)
_UNIT = re.compile(r"(\s(?:phường|xã|quận|huyện|tỉnh|thành phố|đặc khu|thị trấn)\s)((?:(?!ban\s)[^\W\d_]+\s?){1,4})")
CONSOLIDATED = "Văn bản hợp nhất"


@dataclass(frozen=True, slots=True)
class Identity:
    """What must be known before the provisions are read: who the document is."""

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
    front = read_front(head)
    trouble: list[Problem] = []
    stem = paths[0].stem if paths else ""
    named = number_of_file(stem)
    unnumbered = is_unnumbered(head)
    own = verified_number(extract.text) or (None if unnumbered else front.number) or extract.hints.get("number")
    number = _choose("số hiệu", stated, "number", own, trouble)
    if RECOGNIZED in extract.hints and "number" not in stated.words:
        number = _confirmed(number, named, stem, trouble)
    consolidated = (
        named is not None
        and "/VBHN-" in named
        and (not number or "VBHN" not in number)
        and bool(read_consolidated(head))
    )
    if "number" not in stated.words and (consolidated or not number) and named:
        number = named
        trouble.append(
            _warning(
                f"Số hiệu {named} lấy từ tên tệp vì trong văn bản không thấy. Hãy ghi vào tệp {stem}.yaml nếu khác."
            )
        )
    elif number and named and fold(named) != fold(number) and "number" not in stated.words:
        trouble.append(_warning(f"Tên tệp gợi ý số hiệu {named}, văn bản ghi {number}; dùng số trong văn bản."))
    number = number or ""
    stated_in_text = bool(front.number or front.type or extract.hints.get("number") or extract.hints.get("type"))
    consolidated = consolidated or unnumbered or "/VBHN-" in number
    type_ = (
        CONSOLIDATED
        if consolidated
        else (front.type or extract.hints.get("type") or type_of(number) or type_in_words(extract.text) or "")
    )
    type_ = _choose("loại văn bản", stated, "type", type_, trouble) or ""
    title = stated.words.get("title") or _title(extract, front, type_, number)
    id_ = stated.words.get("id") or number or _readable_id(type_, title, front, extract, stem)
    return Identity(id_, number, type_, title, front, head, stated_in_text, tuple(trouble))


def describe(
    who: Identity, extract: Extract, provisions: tuple[Provision, ...], paths: Sequence[Path], stated: Sidecar
) -> tuple[LegalDocument, tuple[Relation, ...], tuple[Problem, ...]]:
    """The whole record of a document, its relations, and where text and sidecar disagree."""
    trouble = list(who.problems)
    held = read_consolidated(who.head) if who.type == CONSOLIDATED or "hợp nhất" in who.title.lower() else ()
    issued = _issued_on(who, extract) or _day(extract.hints.get("issued_on"))
    effect = read_effect(provisions, extract.text, None if held else issued)
    read: dict[str, date | None] = {
        "issued_on": issued,
        "in_force_from": effect.start
        or (held[0].effective if held else None)
        or _day(extract.hints.get("in_force_from")),
        "in_force_until": effect.until,
        "holds_from": holds_from(held) if held else None,
    }
    days = {name: _choose_day(name, stated, value, trouble) for name, value in read.items()}
    document = LegalDocument(
        id=who.id,
        number=who.number,
        type=who.type,
        title=who.title,
        issuer=stated.words.get("issuer") or issuer_of(who.number) or _issuer_in(who.head) or "",
        territory=stated.words.get("territory") or "toàn quốc",
        origin=stated.origin or _origin(paths, extract),
        source_url=stated.words.get("source_url") or extract.hints.get("source_url"),
        issued_on=days["issued_on"],
        in_force_from=days["in_force_from"],
        in_force_until=days["in_force_until"],
        holds_from=days["holds_from"],
        survives_parent=stated.survives_parent,
    )
    here = ProvisionRef(document.id)
    if held:
        found: Iterable[Relation] = [
            Relation(RelationKind.CONSOLIDATES, ProvisionRef(h.number), here, h.effective) for h in held
        ]
    else:
        found = _relations(who, provisions, extract, days["in_force_from"])
    relations = (*stated.relations_of(here), *_unique(found, document.id))
    if document.in_force_from is None:
        trouble.append(
            _warning("Không thấy ngày có hiệu lực trong văn bản; hãy ghi in_force_from vào tệp .yaml bên cạnh.")
        )
    return document, relations, tuple(trouble)


def head_of(extract: Extract) -> str:
    """The text before the first article, at most a few pages."""
    if extract.articles:
        return extract.text[: extract.articles[0]]
    lines = lines_of(extract.text, min(extract.body_end, 60_000))
    first = min((place[0] for number, place in article_places(lines).items() if number == 1), default=None)
    return extract.text[: lines[first].start] if first is not None else extract.text[:6_000]


def _relations(
    who: Identity, provisions: tuple[Provision, ...], extract: Extract, effective: date | None
) -> Iterable[Relation]:
    here, text = ProvisionRef(who.id), extract.text
    yield from acts.based_on(who.head, here)
    yield from acts.guided(who.head, who.title, here)
    yield from with_words(amended(provisions, text, who.head, who.id, effective), provisions, text)
    yield from acts.ended(provisions, text, effective)


def _unique(relations: Iterable[Relation], document_id: str) -> tuple[Relation, ...]:
    seen: dict[tuple[object, ...], Relation] = {}
    for relation in relations:
        if relation.target.document != document_id:
            seen.setdefault((relation.kind, relation.target, relation.source), relation)
    return tuple(seen.values())


def _title(extract: Extract, front: Front, type_: str, number: str) -> str:
    title = front.title or extract.hints.get("title", "")
    for known in TYPES:
        if not front.title and title.lower().startswith(known.lower() + " "):
            title = title[len(known) :].strip()
            break
    title = re.sub(r"^số \S+\s+", "", title)
    title = re.sub(r"\s+số \d+\S*/\S+$", "", title) if not front.title else title
    title = bare_title(" ".join(title.split()), number)
    title = cased(title, extract.text) if title else ""
    if type_ == CONSOLIDATED and front.type and front.type != CONSOLIDATED:
        return f"{front.type} {title[:1].upper()}{title[1:]}".strip()
    return title


def _issued_on(who: Identity, extract: Extract) -> date | None:
    tail = extract.text[: extract.body_end]
    if who.type == CONSOLIDATED:
        place = tail.rfind(_VERIFIED)
        near = tail[max(0, place - 400) : place + 1_500] if place >= 0 else ""
        stated = re.search(r"(?:Hà Nội|Thành phố[^,\n]{0,30}|[^\s,][^,\n]{2,30}),\s*(?=ngày\s*\d)", near)
        return next((day for day, _, _ in find_dates(near[stated.end() :])), None) if stated else None
    if who.front.day is not None:
        return who.front.day
    adopted = [match.end() for match in _CLOSING.finditer(tail)]  # annexes may follow it
    adopted += [match.end() for match in _ADOPTED.finditer(tail, max(0, len(tail) - 6_000))]
    for place in reversed(adopted):
        day = next(find_dates(tail[place : place + 60]), None)
        if day is not None:
            return day[0]
    return None


def _issuer_in(head: str) -> str | None:
    for line in head.split("\n")[:12]:
        cell = re.split(r"\s+(?:CỘNG H|SỐ\s*:|Số\s*:|ĐỘC LẬP)", line.split("\t")[0].strip())[0]
        if (match := _ISSUERS.match(cell)) and len(words := match[0].strip(" -–_*:")) > 3:
            return _UNIT.sub(lambda unit: unit[1] + unit[2].title(), words[:1] + words[1:].lower())
    return None


def _readable_id(type_: str, title: str, front: Front, extract: Extract, stem: str) -> str:
    year = (front.day.year if front.day else None) or year_of_file(stem)
    if type_ == "Hiến pháp":
        years = re.search(r"(?:Hiến pháp|HIẾN PHÁP)\D{0,80}?((?:19|20)\d\d)", extract.text[:3_000])
        adopted = _ADOPTED.search(extract.text, max(0, extract.body_end - 4_000))
        day = next(find_dates(extract.text[adopted.start() : adopted.start() + 120]), None) if adopted else None
        return f"HP/{day[0].year if day else (years[1] if years else year or 'khong-ro')}"
    words = re.sub(r"[^a-z0-9]+", "-", fold(f"{type_} {title}")).strip("-")[:80].strip("-")
    words = words or re.sub(r"[^a-z0-9]+", "-", fold(stem)).strip("-") or "van-ban"
    return f"{words}-{year}" if year and str(year) not in words else words


def _confirmed(number: str | None, named: str | None, stem: str, trouble: list[Problem]) -> str | None:
    """The number of a recognized text: a digit is soon misread, so that the file's name goes first."""
    if number is None or (named and fold(named) == fold(number)):
        return number
    remedy = f"Hãy ghi number vào tệp khai báo của {stem}."
    if named:
        trouble.append(_warning(f"Số hiệu nhận dạng từ ảnh là {number}, tên tệp gợi ý {named}: dùng tên tệp. {remedy}"))
        return named
    reason = f"Số hiệu {number} nhận dạng từ ảnh chụp, chưa có gì xác nhận; phải đối chiếu bản chính. {remedy}"
    trouble.append(Problem(Severity.ERROR, reason))
    return number


def _origin(paths: Sequence[Path], extract: Extract) -> Origin:
    """Unofficial also what was recognized from pictures: letters may be wrong, so any text of the same law goes before.

    Who has read it against the paper declares `origin: official`.
    """
    is_copy = RECOGNIZED in extract.hints or any(_UNOFFICIAL.search(path.name) for path in paths)
    return Origin.UNOFFICIAL if is_copy else Origin.OFFICIAL


def _choose(name: str, stated: Sidecar, field: str, read: str | None, trouble: list[Problem]) -> str | None:
    said = stated.words.get(field)
    if said and read and fold(said) != fold(read):
        who = stated.called
        trouble.append(_warning(f"{who} ghi {name} “{said}”, văn bản ghi “{read}”; dùng {who[:1].lower()}{who[1:]}."))
    return said or read


_DAY_NAMES = {
    "issued_on": "ngày ban hành", "in_force_from": "ngày có hiệu lực", "in_force_until": "ngày hết hiệu lực",
    "holds_from": "ngày bản này đúng",
}  # fmt: skip


def _choose_day(name: str, stated: Sidecar, read: date | None, trouble: list[Problem]) -> date | None:
    if name not in stated.days:
        return read
    chosen = stated.days[name]
    if chosen is not None and read is not None and chosen != read:
        who = stated.called
        trouble.append(
            _warning(
                f"{who} ghi {_DAY_NAMES[name]} {chosen:%d/%m/%Y}, "
                f"văn bản ghi {read:%d/%m/%Y}; dùng {who[:1].lower()}{who[1:]}."
            )
        )
    return chosen


def _day(text: str | None) -> date | None:
    return next((day for day, _, _ in find_dates(text)), None) if text else None


def _warning(reason: str) -> Problem:
    return Problem(Severity.WARNING, reason)


__all__ = ["CONSOLIDATED", "Identity", "describe", "head_of", "identify"]
