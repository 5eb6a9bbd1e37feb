"""What an amending act changes: its instructions, read down to the clause and point that each names.

`1. Sửa đổi, bổ sung khoản 3 Điều 40 như sau:` below `Điều 1. Sửa đổi, bổ sung một số điều của Luật X` changes
khoản 3 Điều 40 of the act whose number the enacting words give for Luật X. Quoted new text is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from corpus.folding import fold
from corpus.level import Level
from corpus.provision import Provision
from corpus.reference import ProvisionRef, Step
from corpus.relation import Relation, RelationKind
from ingest.attached import ATTACHED
from ingest.effect import articles_of
from ingest.halt import lifts
from ingest.number import find_numbers
from ingest.phrases import PhraseChange, read_phrases
from ingest.places import AND, ITEM, LETTER
from ingest.structure.quotes import QuoteTracker

_BEGINS = re.compile(
    r"\W*(?:(?P<verb>Sửa đổi|Bổ sung|Bãi bỏ|Hủy bỏ|Huỷ bỏ|Thay thế|Thay|Bỏ)(?![\wÀ-ỹ])"
    r"|(?:Các )?(?:Khoản|Điểm|Điều|Đoạn|Tên)\s.{0,160}?"
    r"(?P<passive>được sửa đổi|được bổ sung|bị bãi bỏ|được bãi bỏ|được thay))",
    re.IGNORECASE,
)
"""How an instruction begins; a provision that only mentions amendment does not."""
_REPEALING = ("bãi bỏ", "hủy bỏ", "huỷ bỏ", "bị bãi bỏ", "được bãi bỏ")
_ON_PHRASE = re.compile(r"\s+(?:(?:các |một số )?cụm từ|(?:các )?từ)\s*[“\"«:]", re.IGNORECASE)
"""After a verb: only a phrase of the place is meant."""
_PLACE = re.compile(
    rf"(?:(?:các )?điểm (?P<diem>{LETTER}(?:{AND}(?:điểm )?{LETTER})*),? )?"
    rf"(?:(?:các |tại )?khoản (?P<khoan>{ITEM}(?:{AND}(?:khoản )?{ITEM})*),? )?"
    rf"(?:của )?(?:các )?[Đđ]iều (?P<dieu>{ITEM}(?:{AND}(?:[Đđ]iều )?{ITEM})*)"
)
_BELOW = re.compile(
    rf"(?:(?:các )?điểm (?P<diem>{LETTER}(?:{AND}(?:điểm )?{LETTER})*),? ?)?"
    rf"(?:các )?khoản (?P<khoan>{ITEM}(?:{AND}(?:khoản )?{ITEM})*)"
)
_INTO = re.compile(r"\s+vào\s+(?=(?:các )?[Đđ]iều\s+\d)")
"""`Bổ sung khoản 4 vào Điều 94` is khoản 4 Điều 94."""
_AFTER_PLACE = re.compile(r"\s*vào (?:sau|trước) (?:các )?(?:điểm|khoản|[Đđ]iều) [a-zđ0-9]+(?![\wÀ-ỹ])")
_AMENDED_BY = re.compile(r"(?:đã )?được (?:sửa đổi|bổ sung)", re.IGNORECASE)
_OF_LAW = re.compile(
    r"(?:điều|khoản|điểm|cụm từ|chương|mục|phụ lục|luật|nghị định|thông tư|quyết định)(?![\wÀ-ỹ])", re.I
)
_TYPE = r"(?:Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định)"
_TYPED = re.compile(rf"{_TYPE}(?: số)?\s*$")
_MANY = re.compile(r"\W*(?:Sửa đổi|Bổ sung|Bãi bỏ|Thay thế)[^\n]{0,40} một số (?:điều|khoản|nội dung)", re.IGNORECASE)
_NAMED = re.compile(rf"({_TYPE}\s[^;\n“”]{{3,260}}?)\s+số\s+(?=\d)")
_ENACTING = re.compile(r"(?:ban hành|này) [^\n]{0,40}(?:sửa đổi|bổ sung|bãi bỏ)[^\n]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Instructed:
    """What a part of an amending act speaks of: the act that it changes and, where it is known, the article."""

    target: ProvisionRef | None
    """A document, or the regulation that it issued with itself."""
    article: str | None


@dataclass(frozen=True, slots=True)
class _Frame:
    """What an instruction inherits: the act and the article that it changes, and how."""

    target: ProvisionRef | None
    article: str | None = None
    kind: RelationKind = RelationKind.AMENDS


@dataclass(frozen=True, slots=True)
class _Act:
    """The amending act: its text, its own number, the numbers of the acts that it names."""

    text: str
    own: str
    named: Mapping[str, ProvisionRef]
    effective: date | None


def amended(
    provisions: tuple[Provision, ...], text: str, head: str, own: str, effective: date | None, title: str = ""
) -> Iterator[Relation]:
    """One relation for each place that an instruction changes; nothing where the changed act's number is not given.

    Below `Điều 1. Sửa đổi, bổ sung một số điều của Quy chế` it is the title that gives the number.
    """
    act = _Act(text, own, _names(head, own), effective)
    for article, frame in _articles(provisions, head, act):
        named = frame.target or (_titled(title, own) if _MANY.match(_words(article, text)) else None)
        yield from _read(article, replace(frame, target=named), act)


def instructed(
    provisions: tuple[Provision, ...], text: str, head: str, own: str, title: str
) -> dict[ProvisionRef, Instructed]:
    """The act and article that each part of an amending article speaks of; the act is None where none is told."""
    act = _Act(text, own, _names(head, own), None)
    titled = _titled(title, own)
    found: dict[ProvisionRef, Instructed] = {}
    for article, frame in _articles(provisions, head, act):
        if _BEGINS.match(_words(article, text)) and _names_law(article, text):
            found.update(_instructed(article, replace(frame, target=frame.target or titled), act))
    return found


def _titled(title: str, own: str) -> ProvisionRef | None:
    """The one act that the title of an amending act names."""
    titled = _numbers(title, own) if _BEGINS.match(title) else []
    return titled[0] if len(titled) == 1 else None


def _instructed(part: Provision, frame: _Frame, act: _Act) -> Iterator[tuple[ProvisionRef, Instructed]]:
    words, _, frame = _entered(part, frame, act)
    frame = _narrowed(frame, words)
    yield part.ref, Instructed(frame.target, frame.article)
    for child in part.children:
        yield from _instructed(child, frame, act)


def _names_law(article: Provision, text: str) -> bool:
    """Whether an article that begins like an instruction speaks of law: `Bổ sung hồ sơ` does not."""
    return _OF_LAW.search(article.own.slice(text)[len(article.label) :].strip().partition("\n")[0]) is not None


def _articles(provisions: tuple[Provision, ...], head: str, act: _Act) -> Iterator[tuple[Provision, _Frame]]:
    """Each article with what it inherits from the enacting words."""
    enacting = " ".join(match[0] for match in _ENACTING.finditer(head))
    targets = list(dict.fromkeys(_numbers(enacting, act.own)))
    frame = _Frame(targets[0] if len(targets) == 1 else None)
    for article in articles_of(provisions):
        yield article, frame if _BEGINS.match(_words(article, act.text)) else _Frame(None)


def _entered(part: Provision, frame: _Frame, act: _Act) -> tuple[str, bool, _Frame]:
    """The words of a part, whether they are an instruction, and the frame with the act that they name."""
    words = _words(part, act.text)
    is_instruction = _BEGINS.match(words) is not None and not lifts(words)
    if is_instruction or frame.target is not None:
        frame = replace(frame, target=_target(words, act) or frame.target)
    return words, is_instruction, frame


def _narrowed(frame: _Frame, words: str) -> _Frame:
    """The frame for what stands below: in the last article that the words name."""
    if places := list(_PLACE.finditer(words)):
        article = re.match(ITEM, places[-1]["dieu"])
        return replace(frame, article=article[0] if article else None)
    return frame


def _read(part: Provision, frame: _Frame, act: _Act) -> Iterator[Relation]:
    words, is_instruction, frame = _entered(part, frame, act)
    if frame.target is not None:
        read = read_phrases(part, act.text, frame.article)
        phrased = [_on_phrase(change, part, frame, act) for change in read.changes]
        yield from phrased
        covered = {relation.target for relation in phrased}
        if is_instruction and not read.is_whole:
            yield from (r for r in _changes(part, words, frame, act) if r.target not in covered)
    frame = _narrowed(frame, words)
    for child in part.children:
        yield from _read(child, frame, act)


def _on_phrase(change: PhraseChange, part: Provision, frame: _Frame, act: _Act) -> Relation:
    target = _at(frame, change.path)
    return Relation(RelationKind.AMENDS, target, part.ref, act.effective, phrase=change.phrase)


def _at(frame: _Frame, path: tuple[Step, ...]) -> ProvisionRef:
    """A place of the act that an instruction changes."""
    above = frame.target or ProvisionRef("-")
    return ProvisionRef(above.document, (*above.path, *path))


def _changes(part: Provision, words: str, frame: _Frame, act: _Act) -> Iterator[Relation]:
    kind = frame.kind
    for clause in re.split(r";\s", _INTO.sub(" ", _AFTER_PLACE.sub("", words))):
        if begins := _BEGINS.match(clause):
            verb = (begins["verb"] or begins["passive"]).lower()
            ends = verb in _REPEALING and not _ON_PHRASE.match(clause, begins.end())
            kind = RelationKind.REPEALS if ends else RelationKind.AMENDS
        if part.children and re.search(r"một số (?:khoản|điểm)", clause):
            continue  # the instructions below name them
        for path in _paths(clause, frame.article):
            yield Relation(kind, _at(frame, path), part.ref, act.effective)


def _paths(clause: str, article: str | None) -> Iterator[tuple[Step, ...]]:
    places = [
        place for place in _PLACE.finditer(clause) if not clause[: place.start()].rstrip().endswith("quy định tại")
    ]
    for place in places:
        first, *others = re.findall(ITEM, place["dieu"])
        yield from _below((Step(Level.DIEU, first),), place["khoan"], place["diem"])
        yield from ((Step(Level.DIEU, other),) for other in others)
    if not places and article is not None:
        for place in _BELOW.finditer(clause):
            yield from _below((Step(Level.DIEU, article),), place["khoan"], place["diem"])


def _below(path: tuple[Step, ...], clauses: str | None, points: str | None) -> Iterator[tuple[Step, ...]]:
    """The clauses and points of a list, each as a path; the article itself where there are none."""
    numbers = re.findall(ITEM, clauses or "")
    if len(numbers) == 1 and points:
        inner = (*path, Step(Level.KHOAN, numbers[0]))
        yield from ((*inner, Step(Level.DIEM, letter)) for letter in re.findall(LETTER, points))
    elif numbers:
        yield from ((*path, Step(Level.KHOAN, number)) for number in numbers)
    else:
        yield path


def _target(words: str, act: _Act) -> ProvisionRef | None:
    """The act that an instruction names by number, or by a name whose number the head gives."""
    if numbers := _numbers(words, act.own):
        return numbers[0]
    flat = fold(words)
    names = [name for name in act.named if name in flat]
    return act.named[max(names, key=len)] if names else None


def _numbers(words: str, own: str) -> list[ProvisionRef]:
    """The acts in words, without the act itself and those of `đã được sửa đổi, bổ sung theo …`."""
    found = []
    for number, start, _ in find_numbers(words):
        before = words[max(0, start - 250) : start]
        amended_by = list(_AMENDED_BY.finditer(before))
        since = before[amended_by[-1].end() :] if amended_by else ""
        listed = amended_by and not re.search(r"[;.]\s|hết hiệu lực|thay thế|" + _TYPE + r" (?!số)", since)
        if number != own and not listed:
            found.append(_document(number, words[:start]))
    return found


def _document(number: str, before: str) -> ProvisionRef:
    """The act of a number, or the regulation that was issued with it."""
    ref = ProvisionRef(number)
    return ref.child(Level.KEM_THEO, "1") if ATTACHED.search(_TYPED.sub("", before)) else ref


def _names(head: str, own: str) -> dict[str, ProvisionRef]:
    """Names of acts, folded, with their numbers, as the head and the enacting words give them."""
    named: dict[str, ProvisionRef] = {}
    for match in _NAMED.finditer(head):
        name = re.split(rf"(?={_TYPE}\s)", match[1])[-1]
        numbers = find_numbers(head[match.end() : match.end() + 40])
        if numbers and numbers[0][0] != own:
            named.setdefault(fold(" ".join(name.split())), ProvisionRef(numbers[0][0]))
    return named


def _words(part: Provision, text: str) -> str:
    """A provision's own words without its label and without quoted text, on one line."""
    tracker = QuoteTracker()
    own = part.own.slice(text)[len(part.label) :]
    lines = [line for line in own.split("\n")[:12] if not tracker.feed(line)]
    return " ".join(" ".join(lines).split())[:2_000]
