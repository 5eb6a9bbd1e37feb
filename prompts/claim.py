"""Whether the places that a claim leans on carry it. Words alone are compared; what fails is not said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum

from corpus.folding import fold
from corpus.passage import Passage
from prompts.figures import figures
from prompts.phrase import plain


class Fault(StrEnum):
    """What makes a claim fall."""

    NUMBER = "number"
    BOUND = "bound"
    PLACE = "place"
    DUTY = "duty"
    SUBJECT = "subject"
    CONDITION = "condition"
    EXCEPTION = "exception"
    AUTHORITY = "authority"
    QUOTE = "quote"
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True)
class Basis:
    """A place of law: its name (`khoản 1 Điều 5 Luật …`) and all its words."""

    label: str
    text: str


def basis_of(passage: Passage) -> Basis:
    """A passage as a basis: its article's name, what leads it in, its own words."""
    return Basis(passage.label, "\n".join(part for part in (passage.heading, passage.lead, passage.text) if part))


def claim_fault(claim: str, basis: Sequence[Basis], day: date) -> Fault | None:
    """The first thing in a claim that its places do not carry on `day`; None where they carry it."""
    said = _normal(claim)
    words = _normal("\n".join(one.text for one in basis))
    names = _normal("\n".join(one.label for one in basis))
    said = re.sub(r"^theo (?:điều|khoản)[^,]*, (?!khoản|điều)", "", named := said)
    near = _nearest(said, words)
    told = (
        (Fault.AUTHORITY, day >= _ENDED and bool(_GONE.search(said) and not _PAST.search(said))),
        (Fault.QUOTE, any(quoted not in words for quoted in re.findall(r"[“\"]([^”\"]+)[”\"]", said))),
        (Fault.PLACE, not _places(named) <= _places(f"{words}\n{names}")),
        (
            Fault.NUMBER,
            not _amounts(said) <= _amounts(words) or bool(figures(said) - figures(f"{words}\n{names}") - {0}),
        ),
        (Fault.BOUND, _bounds_differ(said, near)),
        (Fault.DUTY, _signs_differ(said, near)),
        (Fault.EXCEPTION, _exception_is_lost(said, near)),
        (Fault.CONDITION, _condition_is_lost(said, near)),
        (Fault.SUBJECT, _subject_differs(said, near)),
        (Fault.UNSUPPORTED, _share(said, f"{words}\n{names}") < _SUPPORTED),
    )
    return next((fault for fault, found in told if found), None)


_ENDED = date(2025, 7, 1)
"""From this day there is no district level (Luật 72/2025/QH15); ministries merged before it."""
_SUPPORTED = 0.5
_GONE = re.compile(
    r"(?:ủy ban nhân dân|tòa án(?: nhân dân)?|công an|viện kiểm sát(?: nhân dân)?|hội đồng nhân dân|phòng tư pháp) "
    r"(?:cấp )?(?:huyện|quận|thị xã|cấp cao)(?!\w)|(?<!\w)bộ (?:tài nguyên|lao động|thông tin và truyền thông|"
    r"giao thông vận tải|kế hoạch và đầu tư)(?!\w)"
)
_PAST = re.compile(r"trước đây|không còn|trước ngày 0?1/0?7/2025|đã (?:bị |được )?(?:bỏ|bãi bỏ|sáp nhập)")
_SAME = tuple(
    (re.compile(rf"(?<!\w){old}(?!\w)"), new)
    for old, new in (
        ("ubnd", "ủy ban nhân dân"), ("tand", "tòa án nhân dân"), ("vksnd", "viện kiểm sát nhân dân"),
        ("tòa(?! án)", "tòa án"),
        ("toà", "tòa"), ("bhxh", "bảo hiểm xã hội"), ("hđnd", "hội đồng nhân dân"), ("km", "kilômét"),
        ("blds", "bộ luật dân sự"),
        ("có nghĩa vụ|có trách nhiệm|bắt buộc phải", "phải"), ("được phép|được quyền|có quyền", "được"),
        ("được miễn|không cần|không bắt buộc phải|không bắt buộc", "không phải"), ("nghiêm cấm|cấm", "không được"),
        ("trừ khi|trừ phi|ngoại trừ", "trừ trường hợp"), ("hai phần ba", "2/3"), ("gấp đôi", "hai lần"),
        ("tiếng(?= một ngày)", "giờ"),
    )
)  # fmt: skip
_CLASSES = {
    "must_not": r"không được|không thể|không có thể", "need_not": r"không phải", "not": r"không bị|không|chưa",
    "must": r"phải|buộc", "may": r"có thể", "leave": r"được", "suffer": r"bị",
}  # fmt: skip
_SIGN = re.compile("|".join(rf"(?P<{name}>(?<!\w)(?:{words})(?!\w))" for name, words in _CLASSES.items()))
_ALIKE = frozenset(map(frozenset, (("may", "leave"), ("not", "need_not"), ("not", "must_not"))))
_UNIT = r"(?:ngày|tháng|năm|giờ|phút|tuổi|lần|đồng|triệu|nghìn|tỷ|mét|kilômét|km|đêm|con|%)"
_AMOUNT = re.compile(rf"(?<![\w/.,-])0*(\d+(?:[.,]\d+)*)\s*({_UNIT})(?!\w)")
_PLACE = re.compile(r"(?<!\w)(điều|khoản) (\d+[a-zđ]?)(?!\w)")
_UP = re.compile(r"(?:không quá|tối đa|đến dưới|dưới|chưa đủ|cao nhất là)$")
_FROM = re.compile(r"(?:ít nhất|tối thiểu|trên|từ đủ|từ)$")
_EXCEPT = re.compile(r"(?<!\w)trừ (?:trường hợp|\w)")
_WHEN = re.compile(r"(?<!\w)(?:nếu|trong trường hợp|trường hợp|chỉ khi)(?!\w)(?! này)([^.;]*?)(?= thì |,|[.;]|$)")
_EMPTY = frozenset(
    fold("của và cho các những một là thì mà với tại về theo để do có này đó trong từ việc người khi").split()
)


def _normal(text: str) -> str:
    said = plain(text)
    for old, new in _SAME:
        said = old.sub(new, said)
    return said


def _content(text: str) -> list[str]:
    return [w for w in re.findall(r"[^\W_]+", fold(text)) if w not in _EMPTY]


def _share(said: str, held: str) -> float:
    wanted = set(_content(said))
    return len(wanted & set(_content(held))) / len(wanted) if wanted else 0.0


def _nearest(said: str, words: str) -> str:
    """The clause of the places that says most of what the claim says; of equals the one with least besides."""
    parts = [part for part in re.split(r"(?<=[.;])\s+(?!\d)|;", words) if part.strip()] or [words]
    return max(parts, key=lambda part: (_share(said, part), _share(part, said)))


def _amounts(text: str) -> set[tuple[str, str]]:
    scaled = {"triệu", "nghìn", "tỷ", "đồng"}  # sums are compared by their value
    return {(m[1], m[2]) for m in _AMOUNT.finditer(text) if m[2] not in scaled}


def _places(text: str) -> set[tuple[str, str]]:
    found = {(m[1], m[2]) for m in _PLACE.finditer(text)}
    for listed in re.finditer(r"(?:các )?(điều|khoản) ([\d, ]+(?:và|hoặc) \d+)", text):
        found |= {(listed[1], number) for number in re.findall(r"\d+", listed[2])}
    return found


def _bound_of(text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for match in _AMOUNT.finditer(text):
        before, after = text[: match.start()].rstrip(), text[match.end() :]
        kind = "from" if after.startswith(" trở lên") or _FROM.search(before) else ""
        kind = "up" if after.startswith(" trở xuống") or _UP.search(before) else kind
        found.setdefault(match[0], set()).add(kind)
    return found


def _bounds_differ(said: str, near: str) -> bool:
    held = _bound_of(near)
    told = ((kinds - {""}, held.get(amount, set()) - {""}) for amount, kinds in _bound_of(said).items())
    return any(mine and theirs and not mine & theirs for mine, theirs in told)


def _signs(text: str) -> Iterator[tuple[str, str]]:
    """Each sign with the content word that it governs."""
    for match in _SIGN.finditer(text):
        after = _content(_SIGN.sub(" ", text[match.end() :])[:40])
        if after:
            yield match.lastgroup or "", after[0]


def _signs_differ(said: str, near: str) -> bool:
    mine, theirs = list(_signs(said)), list(_signs(near))
    for one, other, text in ((mine, theirs, near), (theirs, mine, said)):
        for sign, word in one:
            held = {s for s, w in other if w == word}
            if held and not any(sign == s or frozenset((sign, s)) in _ALIKE for s in held):
                return True
            if not held and sign in ("must_not", "need_not", "not") and word in _content(text):
                return True
    return False


def _exception_is_lost(said: str, near: str) -> bool:
    if "kể cả" in said and "kể cả" not in near:
        return True
    return bool(_EXCEPT.search(near)) and not re.search(r"(?<!\w)(?:trừ|nếu|thì|mà|chỉ)(?!\w)", said)


def _condition_is_lost(said: str, near: str) -> bool:
    lost = (m[1] for m in _WHEN.finditer(near) if len(_content(m[1])) > 1 and "trừ " not in near[: m.start()][-6:])
    return any(_share(condition, said) < 0.35 for condition in lost)


def _subject_differs(said: str, near: str) -> bool:
    """Whether other words stand where the place has its own, or those before the first sign stand behind it there."""
    if _replaced(said, near):
        return True
    mine, theirs = _SIGN.search(said), _SIGN.search(near)
    if mine is None or theirs is None or _WHEN.search(f"{near[:20]}.") or _WHEN.search(said):
        return False
    front = _content(said[: mine.start()])[-6:]
    held, behind = set(_content(near[: theirs.start()])), set(_content(near[theirs.end() :]))
    return bool(front) and sum(w in behind and w not in held for w in front) > len(front) / 2


def _replaced(said: str, near: str) -> bool:
    """Whether a claim in nearly the place's own words and order has other words in some stead."""
    mine, theirs = (re.findall(r"[^\W\d_]+", _SIGN.sub(" ", text)) for text in (said, near))
    turns = SequenceMatcher(None, theirs, mine, autojunk=False)
    if turns.ratio() < _NEARLY:
        return False
    ops = turns.get_opcodes()
    stead = ((theirs[a:b], mine[c:d]) for tag, a, b, c, d in ops if tag == "replace" and max(b - a, d - c) <= _FEW)
    return any(set(old) - _LOOSE and set(new) - _LOOSE for old, new in stead)


_NEARLY = 0.85
_FEW = 4
_LOOSE = frozenset(
    plain(
        "không một hai ba bốn năm sáu bảy tám chín mười triệu nghìn tỷ "
        "nếu trong trường hợp theo nêu quy định sẽ thì nào của gì với"
    ).split()
)
"""Numbers, which are compared by their value, and words that are put for others without a change of meaning."""
