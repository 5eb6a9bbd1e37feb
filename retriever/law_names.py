"""Laws as people call them: by number, by name, by initials (`BLHS`), with or without diacritics."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.document import LegalDocument
from retriever.syllables import bare, syllables

_KINDS = (
    ("bo", "luat"), ("luat",), ("hien", "phap"), ("phap", "lenh"), ("nghi", "dinh"), ("nghi", "quyet"),
    ("thong", "tu"), ("quyet", "dinh"),
)  # fmt: skip
_INITIALS = {
    "blhs": "bộ luật hình sự", "blds": "bộ luật dân sự", "blld": "bộ luật lao động",
    "bltths": "bộ luật tố tụng hình sự",
    "blttds": "bộ luật tố tụng dân sự", "hngd": "luật hôn nhân và gia đình", "lhngd": "luật hôn nhân và gia đình",
    "hn&gd": "luật hôn nhân và gia đình", "ldd": "luật đất đai", "lbhxh": "luật bảo hiểm xã hội",
    "pcblgd": "luật phòng, chống bạo lực gia đình", "tgpl": "luật trợ giúp pháp lý", "lht": "luật hộ tịch",
    "hp": "hiến pháp", "ltgpl": "luật trợ giúp pháp lý", "ltthc": "luật tố tụng hành chính",
}  # fmt: skip
_SHORT_WORDS = {"hngd": "hôn nhân và gia đình", "bhxh": "bảo hiểm xã hội", "bhyt": "bảo hiểm y tế",
                "pcblgd": "phòng, chống bạo lực gia đình", "tgpl": "trợ giúp pháp lý", "dd": "đất đai"}  # fmt: skip
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

Name = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Named:
    document: LegalDocument
    name: Name  # kind and title, bare


class LawNames:
    """The documents of a corpus by what they are called."""

    def __init__(self, documents: Iterable[LegalDocument]) -> None:
        self._named = [_Named(document, _full_name(document)) for document in documents]
        self._numbers: dict[str, list[LegalDocument]] = {}
        for one in self._named:
            if one.document.number:
                self._numbers.setdefault(_number_key(one.document.number), []).append(one.document)

    def documents_in(self, text: str) -> tuple[LegalDocument, ...]:
        """The documents that a text names: by number if it gives one, else by the longest name that it holds."""
        words = _written_out(bare(syllables(text)))
        by_number = [d for word in words for d in self._numbers.get(word, ())]
        if by_number:
            return tuple(dict.fromkeys(by_number))
        best, found = 0, []
        for one in self._named:
            length = _held_length(words, one.name)
            if length > best:
                best, found = length, [one.document]
            elif length and length == best:
                found.append(one.document)
        years = _YEAR.findall(text)
        of_year = [d for d in found if d.issued_on and str(d.issued_on.year) in years]
        return tuple(of_year or found)


def _number_key(number: str) -> str:
    return bare(syllables(number))[0]


def _full_name(document: LegalDocument) -> Name:
    kind, title = bare(syllables(document.type)), bare(syllables(document.title))
    return tuple(title if title[: len(kind)] == kind else kind + title)


def _written_out(words: list[str]) -> list[str]:
    found: list[str] = []
    for word in words:
        if word in _INITIALS and found[-1:] != ["luat"]:
            found.extend(bare(syllables(_INITIALS[word])))
        else:
            found.extend(bare(syllables(_SHORT_WORDS[word])) if word in _SHORT_WORDS else [word])
    return found


def _held_length(words: list[str], name: Name) -> int:
    """How many syllables of a name stand in a row in the words: kind and two of its title at least, or all of it."""
    kind = next((kind for kind in _KINDS if name[: len(kind)] == kind), None)
    if kind is None:
        return 0
    least = min(len(name), len(kind) + 2)
    best = 0
    for start in range(len(words) - least + 1):
        length = 0
        while length < len(name) and words[start + length : start + length + 1] == [name[length]]:
            length += 1
        best = max(best, length if length >= least else 0)
    return best
