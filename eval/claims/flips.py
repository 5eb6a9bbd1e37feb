"""Turning one thing in a true sentence, so that what it says is no more what its provision says.

Each flip takes a sentence and a source of chance and gives the sentence turned, or None where it holds nothing of the
kind. They know nothing of the check that they are made to try.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

Flip = Callable[[str, Random], str | None]

_UNIT = r"(?:ngày|tháng|năm|giờ|phút|tuổi|lần|đồng|mét|người|suất|%)"
_NUMBER = re.compile(rf"(?<![\w/.,-])(\d{{1,3}}(?:\.\d{{3}})+|\d{{1,4}})(?=\s*(?:{_UNIT})(?!\w))")
_DAY = re.compile(r"ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})|(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])")
_PERIOD = re.compile(r"(?<![\w/])(\d{1,3}) (giờ|ngày làm việc|ngày|tháng|năm)(?!\w)(?! tuổi| \d)")
_PLACE = re.compile(r"(?<!\w)(Điều|điều|khoản) (\d{1,3})(?![\w/])")
_EXCEPTION = re.compile(r",? (?:trừ trường hợp|trừ khi|trừ phi) ")
_FRONT = re.compile(r"^(?:Trường hợp|Trong trường hợp|Nếu|Khi) [^.;]{8,160}? thì ")
_BEHIND = re.compile(r"(?<=\w),? (?:nếu|khi có|trong trường hợp) [^.;]{10,}(?=[.;]?$)")
_BY_DUTY = (
    ("có nghĩa vụ", "có quyền"), ("có trách nhiệm", "có quyền"), ("có quyền", "có nghĩa vụ"), ("có thể", "phải"),
    ("không được", "không bắt buộc phải"), ("bắt buộc phải", "có thể"), ("phải", "có thể"),
)  # fmt: skip
_BY_NEGATION = (
    ("không phải", "phải"), ("không được", "được"), ("không có quyền", "có quyền"), ("không thể", "có thể"),
    ("không có nghĩa vụ", "có nghĩa vụ"), ("nghiêm cấm", "cho phép"), ("không bị", "bị"), ("không có", "có"),
    ("có quyền", "không có quyền"), ("có nghĩa vụ", "không có nghĩa vụ"), ("phải", "không phải"),
    ("có thể", "không thể"), ("được", "không được"), ("bị", "không bị"), ("có trách nhiệm", "không có trách nhiệm"),
)  # fmt: skip
_BOUNDS = (
    ("không quá", "ít nhất"), ("ít nhất", "không quá"), ("tối đa", "tối thiểu"), ("dưới", "trên"), ("trên", "dưới"),
    ("trở lên", "trở xuống"),
)  # fmt: skip
_PERSONS = (
    ("người sử dụng lao động", "người lao động"), ("bên cho vay", "bên vay"), ("bên cho thuê", "bên thuê"),
    ("bên bán", "bên mua"), ("bên nhận", "bên giao"), ("người được giám hộ", "người giám hộ"),
    ("bên tặng cho", "bên được tặng cho"),
    ("nguyên đơn", "bị đơn"), ("người khởi kiện", "người bị kiện"), ("bị can", "bị hại"), ("cha mẹ", "con"),
    ("cha, mẹ", "con"),
    ("Tòa án", "Viện kiểm sát"), ("Viện kiểm sát", "Tòa án"), ("Thẩm phán", "Kiểm sát viên"), ("chồng", "vợ"),
    ("vợ", "chồng"),
    ("người thuê", "người cho thuê"), ("người gửi", "người nhận"), ("chủ nợ", "người mắc nợ"), ("Công an", "Tòa án"),
    ("bên có quyền", "bên có nghĩa vụ"), ("bên gửi", "bên giữ"), ("bên ủy quyền", "bên được ủy quyền"),
    ("bên đặt cọc", "bên nhận đặt cọc"),
    ("nhà nước", "người dân"), ("chủ tàu", "thuyền trưởng"), ("thuyền trưởng", "hành khách"),
    ("người vận chuyển", "người gửi hàng"),
    ("đương sự", "Thẩm phán"), ("bị cáo", "người bị hại"), ("chủ sở hữu", "người sử dụng đất"),
    ("người để lại di sản", "người thừa kế"),
)  # fmt: skip


def number(sentence: str, chance: Random) -> str | None:
    """Another number before the same unit."""
    found = list(_NUMBER.finditer(sentence))
    if not found:
        return None
    match = chance.choice(found)
    value = int(match[1].replace(".", ""))
    other = chance.choice([v for v in (value * 2, value + 1, value * 10, value // 2) if v not in (value, 0)])
    width = len(match[1]) if match[1].startswith("0") else 1
    written = f"{other:,}".replace(",", ".") if "." in match[1] else f"{other:0{width}}"
    return sentence[: match.start()] + written + sentence[match.end() :]


def unit(sentence: str, chance: Random) -> str | None:
    """The same number of another unit of time."""
    found = list(_PERIOD.finditer(sentence))
    if not found:
        return None
    match = chance.choice(found)
    other = chance.choice([u for u in ("giờ", "ngày", "tháng", "năm") if u != match[2].split()[0]])
    return sentence[: match.start(2)] + other + sentence[match.end(2) :]


def date(sentence: str, chance: Random) -> str | None:
    """Another day: a number of the date is changed."""
    found = list(_DAY.finditer(sentence))
    if not found:
        return None
    match = chance.choice(found)
    group = chance.choice([g for g in range(1, 7) if match[g]])
    value = int(match[group])
    other = value + 1 if group in (3, 6) else value % (12 if group in (2, 5) else 28) + 1
    return sentence[: match.start(group)] + f"{other:0{len(match[group])}}" + sentence[match.end(group) :]


def article(sentence: str, chance: Random) -> str | None:
    """Another article or clause, which the sentence does not name too."""
    found = list(_PLACE.finditer(sentence))
    if not found:
        return None
    match = chance.choice(found)
    taken = {m[2] for m in found}
    other = next(str(n) for n in range(int(match[2]) + chance.randint(1, 4), 999) if str(n) not in taken)
    return sentence[: match.start(2)] + other + sentence[match.end(2) :]


def negation(sentence: str, chance: Random) -> str | None:
    """A not put in or taken out."""
    return _exchanged(sentence, _BY_NEGATION, chance)


def duty(sentence: str, chance: Random) -> str | None:
    """Must for may, may for must."""
    return _exchanged(sentence, _BY_DUTY, chance)


def bound(sentence: str, chance: Random) -> str | None:
    """At least for at most, below for above; only of figures."""
    return _exchanged(sentence, _BOUNDS, chance) if _NUMBER.search(sentence) else None


def subject(sentence: str, chance: Random) -> str | None:
    """Two persons of a matter exchanged wherever either is named; people named together share what is said."""
    low = sentence.lower()
    for one, other in _PERSONS:
        if re.search(rf"(?<!\w){one.lower()}(?!\w)", low) and not _together(low, one.lower(), other.lower()):
            return _swapped(sentence, one, other)
    return None


def exception(sentence: str, chance: Random) -> str | None:
    """The exception left out, or made a case of the rule."""
    match = _EXCEPTION.search(sentence)
    if match is None or match.start() < 20:
        return None
    if chance.random() < 0.5:
        return sentence[: match.start()].rstrip(",") + "."
    return sentence[: match.start()] + ", kể cả trường hợp " + sentence[match.end() :]


def condition(sentence: str, chance: Random) -> str | None:
    """The condition left out."""
    front = _FRONT.search(sentence)
    if front and len(sentence) - front.end() > 15:
        return sentence[front.end()].upper() + sentence[front.end() + 1 :]
    behind = _BEHIND.search(sentence)
    return sentence[: behind.start()] + "." if behind and behind.start() > 25 else None


FLIPS: dict[str, Flip] = {
    "number": number, "unit": unit, "date": date, "article": article, "negation": negation, "duty": duty,
    "bound": bound,
    "subject": subject, "exception": exception, "condition": condition,
}  # fmt: skip
"""By what is turned."""


def _exchanged(sentence: str, table: tuple[tuple[str, str], ...], chance: Random) -> str | None:
    """One sign for its contrary: the first of the table that stands here and is not part of a longer one."""
    for sign, other in table:
        found = list(re.finditer(rf"(?i)(?<!\w)(?<!không )(?<!chưa ){sign}(?!\w)", sentence))
        if found:
            match = chance.choice(found)
            said = other[0].upper() + other[1:] if match[0][0].isupper() else other
            return sentence[: match.start()] + said + sentence[match.end() :]
    return None


def _together(sentence: str, one: str, other: str) -> bool:
    """Whether two persons are named side by side: `vợ, chồng`, `cha mẹ và con`."""
    joined = r"(?:\s*,\s*|\s+(?:và|hoặc|hay)\s+|\s+)"
    return any(re.search(rf"{a}{joined}{b}(?!\w)", sentence) for a, b in ((one, other), (other, one)))


def _swapped(sentence: str, one: str, other: str) -> str:
    both = sorted((one, other), key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{both[0]}|{both[1]})(?!\w)", re.IGNORECASE)

    def turned(match: re.Match[str]) -> str:
        new = other if match[0].lower() == one.lower() else one
        return new[0].upper() + new[1:] if match[0][0].isupper() else new

    return pattern.sub(turned, sentence)
