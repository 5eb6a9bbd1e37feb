"""What a document does to others, as far as its own words say it plainly: relations with their source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from corpus.provision import Provision
from corpus.reference import ProvisionRef
from corpus.relation import Relation, RelationKind
from ingest.effect import articles_of
from ingest.halt import halts
from ingest.number import find_numbers
from ingest.structure.quotes import QuoteTracker

_ENDS = re.compile(r"hết hiệu lực|bị thay thế|chấm dứt hiệu lực", re.IGNORECASE)
_REPLACES = re.compile(r"thay thế(?! cụm từ| các từ| từ(?! ngày))", re.IGNORECASE)
_REPEALS = re.compile(r"bãi bỏ|hủy bỏ|huỷ bỏ", re.IGNORECASE)
_AMENDED_BY = re.compile(r"(?:đã )?được sửa đổi,? bổ sung|(?:đã )?được bổ sung|(?:đã )?được sửa đổi", re.IGNORECASE)
_PARTLY = re.compile(
    r"(?:thay thế|bãi bỏ|hủy bỏ|huỷ bỏ|bỏ)(?:,? (?:và )?(?:bổ sung|thay thế|bãi bỏ))* "
    r"(?:(?:một số|các|những) )?(?:cụm từ|từ ngữ|từ(?! ngày)|chữ) ",
    re.IGNORECASE,
)
"""Words of other documents that are exchanged or struck out: nothing of these ends as a whole."""
_WHOLE_BEFORE = re.compile(r"(?:điều|khoản|điểm|chương|mục|phụ lục|cụm từ|mẫu số)\s[^;]{0,160}$", re.IGNORECASE)
_RULES_OF = re.compile(r"(?:các|những) quy định (?:về|liên quan|có liên quan|tại)\s[^;]*$", re.IGNORECASE)
_UNDER = re.compile(r"theo (?:các )?quy định (?:tại|của)\s[^;,]{0,200}$", re.IGNORECASE)
"""Before a number: only some rules of that document are meant, or what was done under it."""
_GUIDES = re.compile(
    r"quy định chi tiết|hướng dẫn (?:thi hành|một số|thực hiện)|biện pháp (?:thi hành|để)", re.IGNORECASE
)


def based_on(head: str, document: ProvisionRef) -> Iterator[Relation]:
    """The grounds: `Căn cứ … số …`."""
    for line in head.split("\n"):
        if line.startswith(("Căn cứ", "CĂN CỨ")):
            for number in _main_numbers(line):
                yield Relation(RelationKind.BASED_ON, ProvisionRef(number), document)


def guided(head: str, title: str, document: ProvisionRef) -> Iterator[Relation]:
    """The laws that a detailing text guides: those its title names, by the numbers of its grounds."""
    if not _GUIDES.search(title):
        return
    flat_title = " ".join(title.lower().split())
    for match in re.finditer(r"(?:Luật|Bộ luật|Nghị quyết|Pháp lệnh) ([^;\n]{2,160}?) (?:số )?(?=\d+/\d{4}/)", head):
        numbers = find_numbers(head[match.end() : match.end() + 40])
        if numbers and match[1].lower() in flat_title:
            yield Relation(RelationKind.GUIDES, ProvisionRef(numbers[0][0]), document)
    for number, _, _ in find_numbers(title):
        yield Relation(RelationKind.GUIDES, ProvisionRef(number), document)


def ended(provisions: tuple[Provision, ...], text: str, effective: date | None) -> Iterator[Relation]:
    """Documents that this one replaces or repeals as a whole, said in its last articles."""
    for article in articles_of(provisions):
        words = article.span.slice(text).lower()
        if "hiệu lực" not in words and "bãi bỏ" not in words:
            continue
        for part in article.walk():
            for sentence in _sentences(part, text):
                yield from _ended(sentence, part.ref, effective)


def _ended(sentence: str, source: ProvisionRef, effective: date | None) -> Iterator[Relation]:
    if halts(sentence):
        return
    expires, replaces, repeals = _ENDS.search(sentence), _REPLACES.search(sentence), _REPEALS.search(sentence)
    mark = expires or replaces or repeals
    if mark is None or (_PARTLY.search(sentence) and not expires):
        return
    kind = RelationKind.REPEALS if repeals and not expires and not replaces else RelationKind.REPLACES
    reach = sentence[: mark.start()] if expires else sentence[mark.end() :]
    for number, start, _ in _numbers_outside_amendments(reach):
        before = reach[:start].split(";")[-1]
        if not any(sign.search(before) for sign in (_WHOLE_BEFORE, _RULES_OF, _UNDER)):
            yield Relation(kind, ProvisionRef(number), source, effective)


def _numbers_outside_amendments(words: str) -> list[tuple[str, int, int]]:
    """The numbers that are not those of `(đã) được sửa đổi, bổ sung theo …`."""
    found = []
    for number, start, end in find_numbers(words):
        before = words[:start]
        amended_by = list(_AMENDED_BY.finditer(before))
        if amended_by and not re.search(r"[;.]\s|hết hiệu lực|thay thế", before[amended_by[-1].end() :]):
            continue
        found.append((number, start, end))
    return found


def _main_numbers(line: str) -> list[str]:
    return [number for number, _, _ in _numbers_outside_amendments(line)]


def _sentences(part: Provision, text: str) -> list[str]:
    return [" ".join(s.split()) for s in re.split(r"(?<=[.;])\s*\n|\.\s+(?=[A-ZĐ])", _unquoted(part.own.slice(text)))]


def _unquoted(words: str) -> str:
    tracker = QuoteTracker()
    return "\n".join(line for line in words.split("\n") if not tracker.feed(line))
