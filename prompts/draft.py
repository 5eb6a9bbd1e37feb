"""Checking what a language model wrote: what its passages do not carry is not said."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.passage import Passage
from corpus.span import Span
from prompts.claim import basis_of, claim_fault
from prompts.clause import body, clauses
from prompts.composition import Composition, Quote
from prompts.figures import figures
from prompts.modality import contradicts
from prompts.phrase import phrase, plain
from prompts.relevance import terms

_MARKS = re.compile(r"\s*\[(\d+(?:\s*[,;]\s*\d+)*)\]")
_PHONE = re.compile(r"(?<![\d/.])(?:1[89]00[ .]?\d{2,6}(?:[ .]\d{2,4})?|0\d{2,3}(?:[ .]?\d{3}){2}\d?)(?![\d/])")
_SHORT = re.compile(r"(?<![\d/.])(?<!Điều )(?<!điều )(?<!khoản )11[0-9](?![\d/])")
_CALLING = re.compile(r"(?i)\b(gọi|tổng đài|đường dây|hotline|điện thoại|số máy|liên hệ)\b")
"""A number of three digits is a telephone's only beside such a word: laws have articles 110 to 119."""
_FORBIDDEN = phrase(
    "(tôi tư vấn|chúng tôi tư vấn|tư vấn cho bạn|với tư cách luật sư|chắc chắn (thắng|được|sẽ)|bảo đảm (thắng|sẽ)|"
    "đảm bảo (thắng|sẽ)|cam kết (thắng|kết quả)|nên hòa giải|hãy hòa giải|hãy tha thứ|nên tha thứ|hãy đối mặt|"
    "nên đối chất|bí mật ghi âm|lén ghi âm|lén quay|hãy bỏ đi ngay|nên bỏ đi ngay|hãy rời khỏi nhà ngay)"
)
_STRUCTURE = re.compile(r"^[-*•]?\s*(?:\*\*|#+\s*)?[^.\[\]\d]{1,60}:(?:\*\*)?$")
_SHARED = 0.5
"""The part of a sentence's telling words that its passages must share."""


@dataclass(frozen=True, slots=True)
class CheckedDraft:
    """The draft without what was not supported; `composition` is None when too little is left."""

    composition: Composition | None
    dropped: tuple[str, ...] = ()


def checked(
    draft: str, passages: Sequence[Passage], phones: Collection[str] = (), day: date = date.max
) -> CheckedDraft:
    """Keep the sentences whose markers exist and whose numbers, duties and words stand in the passages marked."""
    dropped: list[str] = []
    lines = [_kept(line, passages, phones, day, dropped) for line in draft.strip().splitlines()]
    text = _tidy(lines)
    quotes = tuple(_quote(n, passages[n - 1]) for n in sorted(_markers(text)))
    said = len([sentence for line in lines for sentence in _sentences(line)])
    if not quotes or len(dropped) > said:
        return CheckedDraft(None, tuple(dropped))
    return CheckedDraft(Composition(text, quotes), tuple(dropped))


def fault(sentence: str, passages: Sequence[Passage], phones: Collection[str] = (), day: date = date.max) -> str | None:
    """Why a sentence may not be said of the law of `day`; None when it may."""
    said = _MARKS.sub("", sentence)
    numbers = _markers(sentence)
    if not numbers:
        return "no marker"
    if any(not 1 <= n <= len(passages) for n in numbers):
        return "unknown marker"
    if telephone_numbers(said) - set(phones):
        return "telephone number"
    if _FORBIDDEN.search(plain(said)):
        return "forbidden words"
    source = " ".join(_source(passages[n - 1]) for n in numbers)
    if figures(said) - figures(source):
        return "number"
    if contradicts(said, source):
        return "duty"
    if _shared(said, source) < _SHARED:
        return "not supported"
    return claim_fault(said, [basis_of(passages[n - 1]) for n in sorted(numbers)], day)


def telephone_numbers(text: str) -> set[str]:
    """Everything in a text that looks like a telephone number, digits alone."""
    found = set(_PHONE.findall(text))
    for sentence in re.split(r"(?<=[.;])\s|\n", text):
        if _CALLING.search(sentence):
            found.update(_SHORT.findall(sentence))
    return {re.sub(r"\D", "", phone) for phone in found}


def _kept(line: str, passages: Sequence[Passage], phones: Collection[str], day: date, dropped: list[str]) -> str:
    if not line.strip() or _STRUCTURE.match(line.strip()):
        return line
    sentences = _sentences(line)
    kept = []
    for sentence in sentences:
        if fault(sentence, passages, phones, day) is None:
            kept.append(_MARKS.sub(lambda m: "".join(f" [{n}]" for n in re.findall(r"\d+", m[1])), sentence))
        else:
            dropped.append(sentence)
    return " ".join(kept)


def _sentences(line: str) -> list[str]:
    """The sentences of a line; a marker right after a full stop belongs to the sentence before it."""
    moved = re.sub(r"([.!?;])((?:\s*\[\d+(?:\s*[,;]\s*\d+)*\])+)", r"\2\1", line.strip())
    return [span.slice(moved) for span in clauses(moved)]


def _markers(text: str) -> set[int]:
    return {int(n) for group in _MARKS.findall(text) for n in re.findall(r"\d+", group)}


def _source(passage: Passage) -> str:
    return f"{passage.context} {passage.lead} {passage.text}"


def _shared(said: str, source: str) -> float:
    words, held = set(terms(said)), set(terms(source))
    return len(words & held) / len(words) if words else 0.0


def _quote(marker: int, passage: Passage) -> Quote:
    inner, at = body(passage.text, passage.heading), passage.span.start
    return Quote(marker, passage, Span(inner.start + at, inner.end + at), passage.ref)


def _tidy(lines: Sequence[str]) -> str:
    """Headings that nothing follows are left out, and so are doubled blank lines."""
    kept: list[str] = []
    for line in reversed(lines):
        heading = bool(_STRUCTURE.match(line.strip()))
        follows = kept[-1].strip() if kept else ""
        if (heading and (not follows or _STRUCTURE.match(follows))) or (not line.strip() and not follows):
            continue
        kept.append(line)
    return "\n".join(reversed(kept)).strip()
