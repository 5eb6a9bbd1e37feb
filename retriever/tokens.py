"""Words of Vietnamese, for embedding models that were trained on them (PhoBERT and its kin).

The word index does without: measured on the benchmark, segmented words add nothing to pairs of bare syllables, they are
lost without diacritics, and loading the segmenter costs seconds (docs/retrieval.md).
"""

from __future__ import annotations

import re
import unicodedata

_NUMBER = re.compile(r"\d+[a-zđ]?/(?:\d{4}/)?[A-ZĐa-zđ][\w-]*")


def segmented(text: str) -> str:
    """The text with the syllables of a word joined by `_`; document numbers stay whole."""
    from underthesea import word_tokenize

    text = unicodedata.normalize("NFC", text)
    parts: list[str] = []
    at = 0
    for match in _NUMBER.finditer(text):
        parts += [word_tokenize(text[at : match.start()], format="text"), match.group()]
        at = match.end()
    parts.append(word_tokenize(text[at:], format="text"))
    return " ".join(part for part in parts if part)
