"""What a reply says in words of its own, sentence by sentence, and the words of law that each sentence leans on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from eval.answers.law import Law
from eval.answers.reply import Cited, Reply
from eval.suite import Row

_MARKER = re.compile(r"\[(\d{1,2})\]")
_QUOTED = re.compile(r"[“\"«][^“”\"«»]*[”\"»]")
_LIST_MARK = re.compile(r"(?m)^[ \t]*(?:\d{1,2}[.)]|[-•*+–]|[a-zđ]\))[ \t]+")
_END = re.compile(r"(?<=[.!?;…])(?<!\b[A-ZĐ]\.)\s+|\n+")


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of the answer's own; `markers` are those that stand in it, else all that the reply has."""

    text: str
    markers: tuple[int, ...]


def claims(reply: Reply) -> list[Claim]:
    """The sentences of the answer's text, without quotes and list marks; what is only quoted is no claim."""
    every = tuple(one.marker for one in reply.citations)
    return [Claim(text, found or every) for text, found in _sentences(own_words(reply, reply.answer))]


def own_words(reply: Reply, text: str) -> str:
    """A text of the reply without the words that it quotes."""
    text = unicodedata.normalize("NFC", text)
    for one in sorted(reply.citations, key=lambda one: -len(one.quote)):
        if len(one.quote.split()) > 2:  # shorter pieces are anybody's words
            text = text.replace(unicodedata.normalize("NFC", one.quote), " ")
    return _LIST_MARK.sub("", _QUOTED.sub(" ", text))


def evidence(row: Row, reply: Reply, law: Law, markers: tuple[int, ...] | None = None) -> list[str]:
    """The words that citations carry: each quote, and the whole provision that it names on the day asked about."""
    day = row.day or reply.as_of
    found = []
    for one in reply.citations:
        if markers is None or one.marker in markers:
            found.append(one.quote)
            held = law.provision(one.ref, day) if one.ref and day else None
            found += [held.text, held.heading] if held else []
    return [unicodedata.normalize("NFC", words) for words in found if words]


def cited_by(reply: Reply, markers: tuple[int, ...]) -> list[Cited]:
    """The citations of some markers."""
    return [one for one in reply.citations if one.marker in markers]


def _sentences(text: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Sentences with their markers. A marker after the full stop belongs to the sentence before it."""
    for sentence in _END.split(re.sub(r"([.!?;])((?:\s*\[\d{1,2}\])+)", r"\2\1", text)):
        words = " ".join(_MARKER.sub(" ", sentence).split())
        if re.search(r"\w", words):
            yield words, tuple(map(int, _MARKER.findall(sentence)))
