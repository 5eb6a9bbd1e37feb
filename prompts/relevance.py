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


class Relevance:
    """Scores texts against one question; `texts` tell which words are common and so say little."""

    def __init__(self, question: str, texts: Iterable[str]) -> None:
        asked = terms(question)
        pairs = set(pairwise(asked))
        pages = [terms(text) for text in texts]
        seen = Counter(word for page in pages for word in set(page))
        self._words = {word: 1.0 / (1 + seen[word]) + 0.1 for word in asked}
        self._pairs = {pair: self._words[pair[0]] + self._words[pair[1]] for pair in pairs}
        self._total = sum(self._words.values()) + sum(self._pairs.values())

    def of(self, text: str) -> float:
        """0 (nothing shared) to 1 (every word and neighbouring pair of the question)."""
        if not self._total:
            return 0.0
        found = terms(text)
        words, pairs = set(found), set(pairwise(found))
        score = sum(weight for word, weight in self._words.items() if word in words)
        score += sum(weight for pair, weight in self._pairs.items() if pair in pairs)
        return score / self._total
