"""How law writes a place in a law: the numbers of articles and clauses, the letters of points, and what joins them."""

from __future__ import annotations

ITEM = r"\d{1,4}[a-zđ]?(?![\wÀ-ỹ/])"
"""The number of an article or clause: `5`, `12a`; not the beginning of a number of a document."""
LETTER = r"(?<![\wÀ-ỹ])[a-zđ]\d{0,2}(?![\wÀ-ỹ])"
"""The letter of a point: `a`, `đ`, `a1`."""
AND = r"(?:,| và|, và| hoặc|;)\s+"
"""What joins the members of a list."""
