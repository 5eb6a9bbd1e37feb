"""Figures in Vietnamese: numbers with their units, dates, years, places of law, each as one comparable value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.folding import fold


@dataclass(frozen=True, slots=True, order=True)
class Figure:
    """A value of a kind, such as `đồng`, `tháng` (years of time too), `tuổi`, `ngày`, `%`, `date`, `dieu`.

    Two figures are the same when kind and value are; `said` is how it was written.
    """

    kind: str
    value: str
    said: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What is compared."""
        return self.kind, self.value


def figures(text: str) -> list[Figure]:
    """The figures of a text in their order; bare numbers without a unit are none."""
    found: list[tuple[int, Figure]] = []
    rest = text
    for reader in (_dates, _law_numbers, _places, _amounts):
        for match, figure in reader(rest):
            if figure is not None:
                found.append((match.start(), figure))
            rest = rest[: match.start()] + " " * (match.end() - match.start()) + rest[match.end() :]
    return [figure for _, figure in sorted(found, key=lambda one: one[0])]


def _dates(text: str) -> Iterator[tuple[re.Match[str], Figure | None]]:
    for pattern in _DATES:
        for match in pattern.finditer(text):
            day, month, year = (match.groupdict().get(name) for name in ("d", "m", "y"))
            value = "-".join(f"{int(part):02}" for part in (year, month, day) if part)
            yield match, Figure("date" if day else "month" if month else "year", value, match[0])


def _law_numbers(text: str) -> Iterator[tuple[re.Match[str], Figure | None]]:
    """The number of a document is a name and no figure."""
    for match in _LAW_NUMBER.finditer(text):
        yield match, None


def _places(text: str) -> Iterator[tuple[re.Match[str], Figure | None]]:
    for match in _PLACE.finditer(text):
        yield match, Figure(fold(match["level"]), match["number"].lower().lstrip("0"), match[0])


def _amounts(text: str) -> Iterator[tuple[re.Match[str], Figure | None]]:
    for match in _AMOUNT.finditer(text):
        unit = match["unit"]
        scale = match["scale"] or (match["scale2"] if match["other"] else None)
        for number, own in ((match["number"], match["scale"] or scale), (match["other"], match["scale2"])):
            value = _number(number) if number else None
            if value is not None and not (number and fold(number) == "mot" and fold(unit or "") not in _COUNTED):
                figure = _measured(value * _SCALES.get(fold(own or ""), 1), fold(unit or "dong"), match[0])
                yield match, figure


def _measured(value: float, unit: str, said: str) -> Figure:
    kind, factor = _UNITS[" ".join(unit.split())]
    return Figure(kind, f"{value * factor:g}", said)


def _number(text: str) -> float | None:
    """A number in digits as Vietnamese writes them (1.000,5) or in words up to 999; None for what is none."""
    if text[0].isdigit():
        whole, _, part = text.replace(" ", "").partition(",")
        digits = whole.replace(".", "") if re.fullmatch(r"\d{1,3}(\.\d{3})+|\d+", whole) else whole
        return float(f"{digits}.{part}" if part else digits)
    return _in_words(fold(text).split())


def _in_words(words: list[str]) -> float | None:
    total, last = 0, 0
    for word in words:
        if word == "tram":
            total, last = total + last * 100, 0
        elif word in ("muoi", "chuc"):
            total, last = total + (last or 1) * 10, 0
        elif word in ("linh", "le"):
            continue
        elif word in _DIGITS:
            last = _DIGITS[word]
        else:
            return None
    return float(total + last)


_DIGITS = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
}  # fmt: skip
_SCALES = {"nghin": 1e3, "ngan": 1e3, "trieu": 1e6, "ty": 1e9, "ti": 1e9}
_UNITS = {
    "dong": ("đồng", 1), "vnd": ("đồng", 1), "vnđ": ("đồng", 1), "d": ("đồng", 1),
    "thang tuoi": ("tháng", 1), "thang": ("tháng", 1), "nam": ("tháng", 12), "nam tuoi": ("tuổi", 1),
    "tuoi": ("tuổi", 1), "ngay": ("ngày", 1), "ngay lam viec": ("ngày làm việc", 1), "gio": ("giờ", 1),
    "tuan": ("tuần", 1), "lan": ("lần", 1), "phut": ("phút", 1), "%": ("%", 1), "phan tram": ("%", 1),
    "m2": ("m2", 1), "m²": ("m2", 1), "met vuong": ("m2", 1), "ha": ("ha", 1), "km": ("km", 1),
}  # fmt: skip
_COUNTED = frozenset({"thang", "nam", "thang tuoi"})
"""With these `một` is a figure; `một lần`, `một ngày` are mostly ways of speaking."""

_WORD = r"(?:một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mười|mươi|trăm|linh|lẻ)"
_NUMBER = rf"(?:\d+(?:[. ]\d{{3}})*(?:,\d+)?|{_WORD}(?:\s+{_WORD})*)"
_SCALE = r"(?:nghìn|ngàn|triệu|tỷ|tỉ)"
_UNIT = (
    r"(?:tháng\s+tuổi|ngày\s+làm\s+việc|năm\s+tuổi|tháng|tuổi|ngày|giờ|tuần|lần|phút|phần\s+trăm|đồng|vnđ|vnd|đ|%|"
    r"mét\s+vuông|m2|m²|ha|km|năm)"
)
_AMOUNT = re.compile(
    rf"(?i)(?<![\w./-])(?P<number>{_NUMBER})(?:\s*(?P<scale>{_SCALE}))?"
    rf"(?:(?:\s+đồng)?\s*(?:-|–|đến(?:\s+dưới)?|tới|hoặc|hay)\s*(?P<other>{_NUMBER})(?:\s*(?P<scale2>{_SCALE}))?)?"
    rf"\s*(?:(?P<unit>{_UNIT})(?!\w)|(?<=triệu)(?!\w)|(?<=nghìn)(?!\w)|(?<=ngàn)(?!\w)|(?<=tỷ)(?!\w)|(?<=tỉ)(?!\w))"
)
_DATES = (
    re.compile(r"(?i)(?:ngày\s+)?(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2})\s+năm\s+(?P<y>\d{4})"),
    re.compile(r"(?i)(?:ngày\s+)?(?<![\d/])(?P<d>\d{1,2})[/-](?P<m>\d{1,2})[/-](?P<y>\d{4})(?![\d/])"),
    re.compile(r"(?i)tháng\s+(?P<m>\d{1,2})(?:/|\s+năm\s+)(?P<y>\d{4})"),
    re.compile(r"(?i)năm\s+(?P<y>(?:19|20)\d\d)(?!\d)"),
)
_LAW_NUMBER = re.compile(r"(?<![\w/])\d{1,4}(?:\.\d)?/(?:\d{4}/)?[A-ZĐ][\wĐ]*(?:-[\wĐ]+)*")
_PLACE = re.compile(r"(?i)(?<!\w)(?P<level>điều|khoản|điểm)\s+(?P<number>\d+[a-zđ]?|[a-zđ](?!\w))")
