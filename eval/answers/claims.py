"""What a reply says in words of its own, sentence by sentence, and the words of law that each sentence leans on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eval.answers.law import Law
from eval.answers.reply import Cited, Reply
from eval.suites.suite import Row

_MARKER = re.compile(r"\[(\d{1,2})\]")
_QUOTED = re.compile(r"[“\"«][^“”\"«»]*[”\"»]")
_OMITTED = re.compile(r"…|\.\.\.|\[…\]")
_LIST_MARK = re.compile(r"(?m)^[ \t]*(?:\d{1,2}[.)]|[-•*+–]|[a-zđ]\))[ \t]+")
_END = re.compile(r"(?<=[.!?;…])(?<!\b[A-ZĐ]\.)(?<!\bTP\.)(?<!\bTp\.)\s+|\n+")


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of the answer's own; `markers` are those that stand in it, else all that the reply has."""

    text: str
    markers: tuple[int, ...]


def claims(reply: Reply) -> list[Claim]:
    """The sentences of the answer's text, without quotes and list marks; what is quoted from a citation is no claim."""
    every = tuple(one.marker for one in reply.citations)
    return [Claim(text, found or every) for text, found in _sentences(own_words(reply, reply.answer))]


def own_words(reply: Reply, text: str) -> str:
    """A text of the reply without the words that it quotes from its citations.

    Quotation marks alone free no words: what is in them and in no citation, the answer made up itself.
    """
    text = unicodedata.normalize("NFC", text)
    quotes = [unicodedata.normalize("NFC", one.quote) for one in reply.citations]
    for quote in sorted(quotes, key=len, reverse=True):
        if len(quote.split()) > 2:  # shorter pieces are anybody's words
            text = re.sub(r"\s+".join(map(re.escape, quote.split())), " ", text)
    text = _QUOTED.sub(lambda match: " " if _is_of(match[0], quotes) else match[0], text)
    return _LIST_MARK.sub("", text)


def _is_of(quoted: str, quotes: Sequence[str]) -> bool:
    """Whether each piece between the dots of an omission stands in a quote."""
    wholes = [" ".join(quote.casefold().split()) for quote in quotes]
    pieces = (" ".join(piece.casefold().split()).strip(" ,;.") for piece in _OMITTED.split(quoted[1:-1]))
    return all(any(piece in whole for whole in wholes) for piece in pieces if piece)


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
