"""Places of a mark in a text, neighbours taken together."""

from __future__ import annotations

import re

from corpus.span import Span


def places_of(mark: str, text: str) -> list[Span]:
    """The spans at which `mark` stands, in order; repeated marks in a row are one place."""
    return [Span(*match.span()) for match in re.finditer(re.escape(mark) + "+", text)]
