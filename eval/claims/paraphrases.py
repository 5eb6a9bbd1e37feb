"""Saying a true sentence otherwise, so that what it says stays: what the check must let pass.

Like flips, each takes a sentence, its place's name and a source of chance. These are the ways of plain writers that
can be done by rule; the hand-written pairs and the answer cards have those that cannot.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

Paraphrase = Callable[[str, str, Random], str | None]

_SHORT = (
    ("Ủy ban nhân dân", "UBND"), ("Tòa án nhân dân", "TAND"), ("Viện kiểm sát nhân dân", "VKSND"),
    ("Bộ luật Dân sự", "BLDS"), ("bảo hiểm xã hội", "BHXH"), ("Hội đồng nhân dân", "HĐND"),
    ("Hội liên hiệp phụ nữ", "Hội LHPN"), ("Tòa án", "Tòa"),
)  # fmt: skip
_PLAIN = (
    ("có nghĩa vụ", "phải"), ("có trách nhiệm", "phải"), ("được phép", "được"), ("không có quyền", "không được"),
    ("trừ trường hợp", "trừ khi"), ("trong thời hạn", "trong"), ("kể từ ngày", "từ ngày"), ("đối với", "với"),
    ("trong trường hợp", "nếu"), ("theo quy định của pháp luật", "theo luật"), ("quy định tại", "nêu tại"),
    ("nghiêm cấm", "cấm"), ("bồi thường thiệt hại", "đền bù thiệt hại"), ("tối đa", "không quá"),
    ("hằng tháng", "mỗi tháng"),
    ("có hiệu lực thi hành", "có hiệu lực"), ("thì bị", "sẽ bị"), ("có quyền", "được quyền"),
)  # fmt: skip
_WORDS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"]
_UNIT = r"(?:ngày|tháng|năm|giờ|tuổi|lần)"
_FRONT = re.compile(
    r"^(?P<when>(?:Trường hợp|Trong trường hợp|Nếu|Khi) [^.;,]{8,120}?),? thì (?P<then>[^.;]{15,})(?=[.;]?$)"
)
_BESIDE = re.compile(r" \([^()]{4,80}\)|,? theo quy định (?:của|tại) (?:pháp luật|Bộ luật này|Luật này)(?= |[.;,])")


def verbatim(sentence: str, place: str, chance: Random) -> str | None:
    """The sentence itself."""
    return sentence


def shortened(sentence: str, place: str, chance: Random) -> str | None:
    """Names of bodies and codes in short form."""
    return _changed(sentence, _SHORT)


def plain(sentence: str, place: str, chance: Random) -> str | None:
    """Plain words for stiff ones."""
    return _changed(sentence, _PLAIN)


def digits(sentence: str, place: str, chance: Random) -> str | None:
    """Numbers written otherwise: `03 ngày` as `ba ngày` or `3 ngày`, `2.000.000 đồng` as `2 triệu đồng`."""
    said = re.sub(r"(\d{1,3})\.000\.000 đồng", r"\1 triệu đồng", sentence)
    said = re.sub(r"(\d{1,3})\.000\.000\.000 đồng", r"\1 tỷ đồng", said)

    def spelt(match: re.Match[str]) -> str:
        value = int(match[1])
        return _WORDS[value] if 0 < value <= 10 and chance.random() < 0.6 else str(value)

    said = re.sub(rf"(?<![\w/.,-])(\d{{1,2}})(?= {_UNIT}(?!\w))(?! tháng \d)(?! năm \d)", spelt, said)
    return said if said != sentence else None


def reordered(sentence: str, place: str, chance: Random) -> str | None:
    """The condition behind what it is the condition of."""
    match = _FRONT.match(sentence)
    if match is None:
        return None
    when = match["when"][0].lower() + match["when"][1:]
    return f"{match['then'][0].upper()}{match['then'][1:]} {'trong ' if when.startswith('trường hợp') else ''}{when}."


def summed_up(sentence: str, place: str, chance: Random) -> str | None:
    """Without what stands in brackets, and without `theo quy định của pháp luật`."""
    said = _BESIDE.sub("", sentence)
    return said if said != sentence else None


def attributed(sentence: str, place: str, chance: Random) -> str | None:
    """With the name of its place before it."""
    return f"Theo {place}, {sentence[0].lower()}{sentence[1:]}" if sentence[:1].isalpha() else None


def together(sentence: str, place: str, chance: Random) -> str | None:
    """Several of these at once, at least two."""
    made, said = 0, sentence
    for way in chance.sample([shortened, plain, digits, reordered, summed_up, attributed], 6):
        other = way(said, place, chance)
        made, said = (made + 1, other) if other else (made, said)
    return said if made >= 2 else None


PARAPHRASES: dict[str, Paraphrase] = {
    "verbatim": verbatim, "shortened": shortened, "plain": plain, "digits": digits, "reordered": reordered,
    "summed_up": summed_up, "attributed": attributed, "together": together,
}  # fmt: skip
"""By what is done."""


def _changed(sentence: str, table: tuple[tuple[str, str], ...]) -> str | None:
    said = sentence
    for old, new in table:
        said = re.sub(rf"(?<!\w){old}(?!\w)", new, said)
        said = re.sub(rf"(?<!\w){old.capitalize()}(?!\w)", new.capitalize(), said) if old[0].islower() else said
    return said if said != sentence else None
