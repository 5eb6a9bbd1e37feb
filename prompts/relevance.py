"""How much of a question a piece of text speaks of: shared words, rare ones counting more, marks aside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from corpus.folding import fold
from prompts.phrase import plain

_TOKEN = re.compile(r"[^\W_]+")
_FILLERS = frozenset(
    fold(
        "cho hỏi xin chào ạ dạ với giùm giúp mình em tôi chị anh ơi à vậy thì là mà của và các những một có được "
        "như thế nào gì sao bao nhiêu ở đâu khi nào ai làm muốn cần phải nên về để từ trong ra vào này đó kia nữa "
        "rồi còn hay hoặc bị do theo tại đến trên thưa luật sư quy định pháp luật người việc"
    ).split()
)


def terms(text: str) -> list[str]:
    """The folded words that carry meaning, in order."""
    return [word for word in _TOKEN.findall(fold(plain(text))) if word not in _FILLERS]


_ASKED_FOR = (
    (re.compile(r"bao lau|may (ngay|thang|nam|gio)|thoi han|bao nhieu (ngay|thang|nam)|khi nao"),
     re.compile(r"\d+ (gio|ngay|thang|nam|tuan)\b")),
    (re.compile(r"bao nhieu|muc (phat|luong|dong|huong)|may (trieu|phan tram)|lai suat"),
     re.compile(r"\d+(\.\d{3})+|\d+ ?%|phan tram|\d+ (trieu|dong|lan)\b")),
    (re.compile(r"o dau|noi nao|co quan nao|cho nao|gap ai|bao (cho )?ai|toa (an )?nao"),
     re.compile(r"toa an|uy ban|cong an|co quan|to chuc|trung tam")),
    (re.compile(r"giay to|ho so|can nhung gi|chuan bi gi"), re.compile(r"ho so|giay to|don |ban sao")),
)  # fmt: skip
"""(what is asked, what an answer to it holds), over folded text."""
_BONUS = 0.25


class Relevance:
    """Scores texts against one question; `texts` tell which words are common and so say little."""

    def __init__(self, question: str, texts: Iterable[str]) -> None:
        asked = terms(question)
        pairs = set(pairwise(asked))
        pages = [terms(text) for text in texts]
        seen = Counter(word for page in pages for word in set(page))
        self._words = {word: 1.0 / (1 + seen[word]) + 0.1 for word in asked}
        self._pairs = {pair: self._words[pair[0]] + self._words[pair[1]] for pair in pairs}
        folded = fold(plain(question))
        self._wanted = [sign for asked_for, sign in _ASKED_FOR if asked_for.search(folded)]
        self._total = sum(self._words.values()) + sum(self._pairs.values())

    def of(self, text: str) -> float:
        """0 (nothing shared) to 1 (every word and pair of the question), and a little for what is asked for."""
        if not self._total:
            return 0.0
        found = terms(text)
        words, pairs = set(found), set(pairwise(found))
        score = sum(weight for word, weight in self._words.items() if word in words)
        score += sum(weight for pair, weight in self._pairs.items() if pair in pairs)
        return score / self._total + (self._bonus(text) if score else 0.0)

    def _bonus(self, text: str) -> float:
        """More for a text that holds the kind of thing asked for: a time, an amount, a place, papers."""
        folded = fold(text)
        return _BONUS if any(sign.search(folded) for sign in self._wanted) else 0.0
