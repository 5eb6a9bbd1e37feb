"""An answer as it came from a system that speaks the contract, read with tolerance: what is missing is empty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from corpus.reference import InvalidReference, ProvisionRef


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation. `ref` is None where what the system gave is no reference."""

    marker: int
    ref: ProvisionRef | None
    label: str
    quote: str
    start: int
    end: int
    sha256: str
    origin: str
    document: str
    status: str
    in_force_from: date | None
    in_force_until: date | None


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that the system looked at."""

    ref: ProvisionRef | None
    score: float
    text: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What a system answered to one row."""

    status: str
    answer: str
    citations: tuple[Cited, ...] = ()
    passages: tuple[Found, ...] = ()
    notices: tuple[tuple[str, str], ...] = ()
    """Kind and text."""
    suggestions: tuple[str, ...] = ()
    level: str = "none"
    message: str = ""
    """The words of the safety banner."""
    phones: tuple[str, ...] = ()
    """The numbers of the contacts that the reply carries as data."""
    as_of: date | None = None
    confidence: float | None = None
    """As the system gives it; else the score of its first passage. Only the order is meant."""
    latency_ms: float | None = None

    @property
    def text(self) -> str:
        """Everything that a person reads: banner, answer, notices."""
        return "\n".join(filter(None, (self.message, self.answer, *(text for _, text in self.notices))))


def read_reply(record: Mapping[str, Any], latency_ms: float | None = None) -> Reply:
    """The answer object of `POST /ask`; fields of a wrong kind count as missing."""
    safety = _map(record.get("safety"))
    passages = tuple(_found(_map(one)) for one in _list(record.get("passages")))
    confidence = record.get("confidence")
    given = float(confidence) if isinstance(confidence, int | float) else None
    return Reply(
        status=_text(record.get("status")),
        answer=_text(record.get("answer")),
        citations=tuple(_cited(_map(one)) for one in _list(record.get("citations"))),
        passages=passages,
        notices=tuple((_text(_map(n).get("kind")), _text(_map(n).get("text"))) for n in _list(record.get("notices"))),
        suggestions=tuple(map(_text, _list(record.get("suggestions")))),
        level=_text(safety.get("level")) or "none",
        message=_text(safety.get("message")),
        phones=tuple(filter(None, (_text(_map(c).get("phone")) for c in _list(safety.get("contacts"))))),
        as_of=_day(record.get("as_of")),
        confidence=given if given is not None else (passages[0].score if passages else None),
        latency_ms=latency_ms,
    )


def _cited(record: Mapping[str, Any]) -> Cited:
    document = _map(record.get("document"))
    return Cited(
        marker=_whole(record.get("marker")),
        ref=_ref(record.get("ref")),
        label=_text(record.get("label")),
        quote=_text(record.get("quote")),
        start=_whole(record.get("start")),
        end=_whole(record.get("end")),
        sha256=_text(record.get("source_sha256")),
        origin=_text(record.get("origin")),
        document=_text(document.get("id")),
        status=_text(document.get("status")),
        in_force_from=_day(document.get("in_force_from")),
        in_force_until=_day(document.get("in_force_until")),
    )


def _found(record: Mapping[str, Any]) -> Found:
    score = record.get("score")
    return Found(
        _ref(record.get("ref")), float(score) if isinstance(score, int | float) else 0.0, _text(record.get("text"))
    )


def _ref(value: object) -> ProvisionRef | None:
    try:
        return ProvisionRef.parse(_text(value))
    except InvalidReference:
        return None


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(_text(value))
    except ValueError:
        return None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _whole(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else -1


def _map(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
