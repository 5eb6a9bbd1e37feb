"""What is found: a piece of text that refers to law, and what it means."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.reference import ProvisionRef
from corpus.span import Span


class Kind(StrEnum):
    """How a reference is written."""

    FULL = "full"  # khoản 2 Điều 5 Luật X số 1/2031/QH77
    SHORT = "short"  # khoản 2 Điều 5
    SUPRA = "supra"  # Luật này, Điều 5 của Luật này, Luật đó
    ID = "id"  # khoản 1 Điều này
    DOCUMENT = "document"  # Nghị định số 1/2031/NĐ-CP


@dataclass(frozen=True, slots=True)
class Mention:
    """One referred provision or document.

    The span is the smallest piece of text that carries it: in `các điểm a, b và đ khoản 2 Điều 5 của Luật này` these
    are `điểm a`, `b` and `đ khoản 2 Điều 5 của Luật này`. The inner members of a range share the span of the range.
    """

    span: Span
    kind: Kind
    ref: ProvisionRef | None
    why: str = ""
    """Why it stays open; empty where `ref` is known."""
    exists: bool | None = None
    """Whether a provision of the text itself is in its tree; None for other documents, which are not looked up."""
