"""Figures in Vietnamese: numbers with their units, dates, years, places of law, each as one comparable value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.folding import fold
from eval.answers.quantity import SCALE, SCALED, SIMPLE, WORD, Value, number_of, value_of


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
    for reader in (_dates, _law_numbers, _places, _multiples, _amounts):
        for match, figure in reader(rest):
            if figure is not None:
                found.append((match.start(), figure))
            rest = rest[: match.start()] + " " * (match.end() - match.start()) + rest[match.end() :]
    return [figure for _, figure in sorted(found, key=lambda one: one[0])]


def labels(text: str) -> list[Figure]:
    """The places of law whose labels begin the lines of a text: `2.`, `a)`, `Điều 3.`."""
    found = []
    for match in _LABEL.finditer(text):
        level = "dieu" if match["dieu"] else "khoan" if match["khoan"] else "diem"
        found.append(Figure(level, (match["dieu"] or match["khoan"] or match["diem"]).lower(), match[0]))
    return found


def _dates(text: str) -> Iterator[tuple[re.Match[str], Figure | None]]:
    """A day without its year is of the kind `day`."""
    for pattern in _DATES:
        for match in pattern.finditer(text):
            day, month, year = (match.groupdict().get(name) for name in ("d", "m", "y"))
            value = "-".join(f"{int(part):02}" for part in (year, month, day) if part)
            kind = ("date" if year else "day") if day else "month" if month else "year"
            yield match, Figure(kind, value, match[0])
            text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]


def _law_numbers(text: str) -> Iterator[tuple[re.Match[str], Figure | None]]:
    """The number of a document is a name and no figure."""
    for match in _LAW_NUMBER.finditer(text):
        yield match, None


def _places(text: str) -> Iterator[tuple[re.Match[str], Figure | None]]:
    """Each place of a list: `khoản 1, 2 và 4`."""
    for match in _PLACE.finditer(text):
        level = fold(match["level"])
        for number in re.findall(rf"(?i)(?<!\w){_PLACE_NUMBER}(?!\w)", match["numbers"]):
            yield match, Figure(level, number.lower().lstrip("0"), f"{match['level']} {number}")


def _multiples(text: str) -> Iterator[tuple[re.Match[str], Figure | None]]:
    """`gấp đôi` is two times; `gấp hai lần` is an amount like any other."""
    for match in _MULTIPLE.finditer(text):
        yield match, Figure("lần", f"{2 if fold(match['times']) == 'doi' else number_of(match['times']):g}", match[0])


def _amounts(text: str) -> Iterator[tuple[re.Match[str], Figure | None]]:
    """Both ends of a range have the unit, and the scale, that stands behind the second."""
    for match in _AMOUNT.finditer(text):
        unit = fold(match["unit"] or "dong")
        first, second = value_of(match["first"]), value_of(match["second"]) if match["second"] else None
        if second and not first.scaled:
            first = Value(first.number * second.factor, True)
        if unit not in _COUNTED and fold(match["first"]).strip() == "mot" and not _PERIOD.search(text[: match.start()]):
            yield match, None
            continue
        if match["rest"]:  # một năm rưỡi
            last = second or first
            first, second = (
                (first, Value(last.number + 0.5, True)) if second else (Value(last.number + 0.5, True), None)
            )
        for value in filter(None, (first, second)):
            yield match, _measured(value.number, unit, match[0])


def _measured(value: float, unit: str, said: str) -> Figure:
    kind, factor = _UNITS[" ".join(unit.split())]
    return Figure(kind, f"{value * factor:.12g}", said)


_UNITS = {
    "dong": ("đồng", 1), "vnd": ("đồng", 1), "vnđ": ("đồng", 1), "d": ("đồng", 1),
    "thang tuoi": ("tháng tuổi", 1), "thang": ("tháng", 1), "nam": ("tháng", 12), "nam tuoi": ("tuổi", 1),
    "tuoi": ("tuổi", 1), "ngay": ("ngày", 1), "ngay lam viec": ("ngày làm việc", 1), "gio": ("giờ", 1), "h": ("giờ", 1),
    "tuan": ("tuần", 1), "lan": ("lần", 1), "phut": ("phút", 1), "%": ("%", 1), "phan tram": ("%", 1),
    "m2": ("m2", 1), "m²": ("m2", 1), "met vuong": ("m2", 1), "ha": ("m2", 10_000), "km": ("km", 1),
}  # fmt: skip
_COUNTED = frozenset({"thang", "nam", "thang tuoi"})
"""With these `một` is a figure; `một lần`, `một ngày` are mostly ways of speaking, but after the words below."""
_PERIOD = re.compile(r"(?i)(?<!\w)(?:trong|vòng|hạn|sau|quá|đủ|tối đa|ít nhất)\s+$")

_UNIT = (
    r"(?:tháng\s+tuổi|ngày\s+làm\s+việc|năm\s+tuổi|tháng|tuổi|ngày|giờ|h|tuần|lần|phút|phần\s+trăm|đồng|vnđ|vnd|đ|%|"
    r"mét\s+vuông|m2|m²|ha|km|năm)"
)
_AMOUNT = re.compile(
    rf"(?i)(?<![\w./-])(?P<first>{SCALED}|{SIMPLE})"
    rf"(?:(?:\s+đồng|đ)?\s*(?:-|–|đến(?:\s+dưới)?|tới|hoặc|hay)\s*(?P<second>{SCALED}|{SIMPLE}))?"
    rf"\s*(?:(?P<unit>{_UNIT})(?!\w)|(?<=triệu)(?!\w)|(?<=nghìn)(?!\w)|(?<=ngàn)(?!\w)|(?<=tỷ)(?!\w)|(?<=tỉ)(?!\w)"
    r"|(?<=rưỡi)(?!\w))(?P<rest>\s+rưỡi(?!\w))?"
)
_MULTIPLE = re.compile(rf"(?i)(?<!\w)gấp\s+(?P<times>đôi|{WORD}|\d+)(?!\w)(?!\s+(?:lần|rưỡi|{WORD}))")
_DATES = (
    re.compile(r"(?i)(?:ngày\s+)?(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2})\s+năm\s+(?P<y>\d{4})"),
    re.compile(
        r"(?i)(?:ngày\s+)?(?<![\d/.-])(?P<d>\d{1,2})(?P<sep>[/.-])(?P<m>\d{1,2})(?P=sep)(?P<y>\d{4})(?![\d/]|\.\d)"
    ),
    re.compile(r"(?i)(?:tháng\s+|(?<![\d/.]))(?P<m>\d{1,2})(?:/|\s+năm\s+)(?P<y>(?:19|20)\d\d)(?![\d/])"),
    re.compile(r"(?i)ngày\s+(?P<d>\d{1,2})(?:\s+tháng\s+|/)(?P<m>\d{1,2})(?![\d/])"),
    re.compile(r"(?i)năm\s+(?P<y>(?:19|20)\d\d)(?!\d)"),
)
_LAW_NUMBER = re.compile(r"(?<![\w/])\d{1,4}(?:\.\d)?/(?:\d{4}/)?[A-ZĐ][\wĐ]*(?:-[\wĐ]+)*")
_PLACE_NUMBER = r"(?:\d+[a-zđ]?|[a-zđ])"
_NO_AMOUNT = rf"(?!\w|[.,]\d|\s*(?:{SCALE}|{_UNIT})(?!\w))"
"""`khoản 5 triệu`, `khoản 150.000` are sums, `thời điểm 3 tháng` is a time."""
_PLACE = re.compile(
    rf"(?i)(?<!\w)(?P<level>điều|khoản|điểm)\s+"
    rf"(?P<numbers>{_PLACE_NUMBER}{_NO_AMOUNT}(?:(?:\s*,\s*|\s+(?:và|hoặc|hay)\s+){_PLACE_NUMBER}{_NO_AMOUNT}(?!\s+(?:người|bạn)))*)"
)
_LABEL = re.compile(
    r"(?m)^[ \t]*(?:Điều\s+(?P<dieu>\d+[a-zđ]?)\.|(?P<khoan>\d{1,2}[a-zđ]?)\.(?=\s)|(?P<diem>[a-zđ]\d?)\)(?=\s))"
)
