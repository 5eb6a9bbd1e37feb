"""References to provisions: `52/2014/QH13#dieu_56__khoan_1`, printed and parsed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from corpus.level import Level

_STEP = re.compile(
    "(?P<level>" + "|".join(sorted((level.value for level in Level), key=len, reverse=True)) + r")"
    r"_(?P<number>[0-9A-Za-zĐđ]+(?:\.[0-9A-Za-zĐđ]+)*)"
)
_NUMBER = re.compile(r"(\d*)([^\W\d_]*)(\d*)")
_LETTERS = "abcdđefghijklmnopqrstuvwxyz"


class InvalidReference(ValueError):
    """A text that is no provision reference."""


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """One step of a path: a level and its number as printed (`12a`, `đ`, `IV`, `4.2`)."""

    level: Level
    number: str

    def __str__(self) -> str:
        return f"{self.level.value}_{self.number}"

    @classmethod
    def parse(cls, text: str) -> Step:
        """Read `khoan_2a`; raise `InvalidReference` with the text otherwise."""
        match = _STEP.fullmatch(text)
        if match is None:
            raise InvalidReference(f"not a step of a reference: {text!r} (expected e.g. 'dieu_56')")
        return cls(Level(match["level"]), match["number"])

    def label(self) -> str:
        """The step in a citation: `khoản 1`."""
        return f"{self.level.word} {self.number}"

    @property
    def place(self) -> tuple[int, str, int]:
        """Orders steps of one level as law does: 2 < 2a < 3, d < đ < e, a < a1 (domain 1.3)."""
        digits, letters, more = _NUMBER.match(self.number).groups()  # type: ignore[union-attr]
        if digits:
            return int(digits), letters, 0
        return _LETTERS.find(letters[:1]), letters[1:], int(more or 0)


@dataclass(frozen=True, slots=True, order=True)
class ProvisionRef:
    """A place in a document; an empty path is the whole document. Text is kept in NFC."""

    document: str
    path: tuple[Step, ...] = ()

    def __str__(self) -> str:
        return f"{self.document}#{self.fragment}" if self.path else self.document

    @property
    def fragment(self) -> str:
        """The path alone: `dieu_56__khoan_1`, as used in URLs."""
        return "__".join(map(str, self.path))

    @classmethod
    def parse(cls, text: str) -> ProvisionRef:
        """Read a printed reference (NFC is applied); raise `InvalidReference` otherwise."""
        document, hash_, path = unicodedata.normalize("NFC", text).strip().partition("#")
        if not document or bool(hash_) != bool(path) or any(c.isspace() for c in path):
            raise InvalidReference(f"not a reference: {text!r} (expected e.g. '52/2014/QH13#dieu_56')")
        return cls(document, tuple(Step.parse(step) for step in path.split("__")) if path else ())

    def child(self, level: Level, number: str) -> ProvisionRef:
        """The reference one step below."""
        return ProvisionRef(self.document, (*self.path, Step(level, number)))

    def contains(self, other: ProvisionRef) -> bool:
        """Whether `other` is this place or lies inside it."""
        return self.document == other.document and other.path[: len(self.path)] == self.path

    @property
    def dieu(self) -> ProvisionRef | None:
        """This reference cut at its article, or None where it has none."""
        for place, step in enumerate(self.path):
            if step.level is Level.DIEU:
                return ProvisionRef(self.document, self.path[: place + 1])
        return None

    def within(self, document: str) -> ProvisionRef:
        """The same place in another document id."""
        return ProvisionRef(document, self.path)

    def label(self) -> str:
        """The place in words, smallest first (Điều 68 NĐ 78/2025/NĐ-CP): `điểm a khoản 1 Điều 56`."""
        return " ".join(step.label() for step in reversed(self.path))
