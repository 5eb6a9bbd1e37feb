"""What people type in a hurry or say at home in central Viet Nam, put into the words that danger is described in."""

from __future__ import annotations

import re

from corpus.folding import fold
from prompts.phrase import plain

_WORD = re.compile(r"\w+")
_MARKED_SHARE = 0.45
"""Of the words of a writer who uses marks three in four carry one; of one who does not, hardly any."""
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")

_TYPED = {
    "ny": "người yêu", "bme": "bố mẹ", "vs": "với", "r": "rồi", "z": "vậy", "j": "gì", "dt": "điện thoại",
    "đt": "điện thoại", "a": "anh", "c": "con", "m": "mày", "ns": "nói", "nt": "nhắn tin", "ms": "mới", "h": "giờ",
    "hqua": "hôm qua", "tnay": "tối nay", "hnay": "hôm nay", "cx": "cũng", "iu": "yêu", "thg": "thằng", "th": "thằng",
    "bit": "biết", "bik": "biết", "wa": "quá", "trog": "trong", "lm": "làm", "nv": "như vậy", "cíu": "cứu",
    "kíu": "cứu", "kiu": "kêu", "ik": "đi", "hp": "hạnh phúc", "s0": "sợ", "k0": "không", "trc": "trước",
}  # fmt: skip
"""Chat spelling. Wider than `prompts.phrase` allows, since nothing is looked up in law with these words."""

_CENTRAL = {
    "mi": "mày", "chừ": "giờ", "ni": "này", "nớ": "đó", "tê": "kia", "mô": "đâu", "rứa": "thế", "mạ": "mẹ",
    "chưởi": "chửi", "mần": "làm", "nỏ": "không", "tụi hắn": "tụi nó", "mệ": "bà", "ả": "chị",
}  # fmt: skip
"""Central dialect, where it is typed with its marks; without them `chu` may be five words."""


def spoken(text: str) -> str:
    """The text as `plain` gives it, drawn-out letters shortened, hurried and central words in common ones."""
    shortened = _DRAWN_OUT.sub(r"\1", plain(text))
    return _WORD.sub(lambda word: _TYPED.get(word[0]) or _CENTRAL.get(word[0], word[0]), shortened)


def writes_marks(text: str) -> bool:
    """Whether the writer uses diacritics, so that a word without them is meant without them."""
    words: list[str] = _WORD.findall(text.lower())
    return sum(fold(word) != word for word in words) > _MARKED_SHARE * len(words)
