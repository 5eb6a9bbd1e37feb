"""What a sentence does to what it speaks of: forbids, frees, binds, allows, denies, bounds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from corpus.folding import fold


class Mode(StrEnum):
    """What is done to the words that a sign governs; `only` is a leave that stands under its condition alone."""

    MUST_NOT = "must not"
    NEED_NOT = "need not"
    MUST = "must"
    MAY = "may"
    ONLY = "only"
    NOT = "not"
    UP_TO = "up to"
    FROM = "from"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Part:
    """The main part or the condition of a sentence: content words under each sign in turn (the first under none)."""

    pieces: tuple[tuple[Mode, frozenset[str]], ...]

    @property
    def words(self) -> frozenset[str]:
        """Every content word."""
        return frozenset().union(*(words for _, words in self.pieces))

    @property
    def signed(self) -> tuple[tuple[Mode, frozenset[str]], ...]:
        """The pieces under a sign; a part without any is one plain piece."""
        return tuple(piece for piece in self.pieces[1:] if piece[1]) or ((Mode.PLAIN, self.words),)

    @property
    def last(self) -> Mode:
        """The mode that the part ends in."""
        return self.pieces[-1][0]

    def over(self, words: frozenset[str], like: Mode) -> Mode:
        """The mode that most of some words stand under; `like` where they stand under that one too."""
        if any(mode is like and len(words & held) * 2 >= len(words) for mode, held in self.pieces):
            return like
        mode_of = {word: mode for mode, held in self.pieces for word in held}
        return Counter(mode_of[word] for word in sorted(words)).most_common(1)[0][0]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence without its exception."""

    main: Part
    condition: Part

    @property
    def under_lack(self) -> bool:
        """Whether its condition is negated: `nếu không có giấy phép`."""
        return any(mode in _NEGATED for mode, _ in self.condition.pieces)


def sentence(text: str) -> Sentence:
    """Read a sentence."""
    text = _EXCEPT_BEHIND.sub("", _EXCEPT_FIRST.sub("", _ANSWER.sub("", text.strip())))
    main = _CONDITION_FIRST.sub("", text, count=1)
    bare = _CONDITION_BEHIND.sub("", main, count=1)
    return Sentence(_part(bare), _part(text.removesuffix(main) + main.removeprefix(bare)))


def agree(one: Sentence, other: Sentence) -> bool:
    """Whether two sentences do the same to the words that both of them speak of."""
    lacks = one.under_lack, other.under_lack
    pairs = _pairs(one.main, other.main, 0.5) or [(one.main.last, other.main.last)]
    if not all(_fits((a, lacks[0]), (b, lacks[1])) for a, b in pairs):
        return False
    if _frees(one, other) or _frees(other, one):
        return False
    if Mode.ONLY in (mode for pair in pairs for mode in pair):  # its condition is weighed above
        return True
    return all(_fits((a, False), (b, False)) for a, b in _pairs(one.condition, other.condition, 0.75))


def content(text: str) -> frozenset[str]:
    """The words of a text that carry what it is about, folded."""
    return frozenset(fold(word) for word in re.findall(r"[^\W\d_]+", text.lower()) if word not in _EMPTY)


def _frees(one: Sentence, other: Sentence) -> bool:
    """Whether `one` frees of what the leave of `other` (`chỉ được … khi …`) hangs on."""
    needed = other.condition.words if other.main.last is Mode.ONLY else frozenset()
    return any(mode is Mode.NEED_NOT and len(words & needed) * 2 > len(words) for mode, words in one.main.signed)


def _pairs(one: Part, other: Part, share: float) -> list[tuple[Mode, Mode]]:
    """For each signed piece of either, more than a share of which the other speaks of too: both modes."""
    return [*_shared(one, other, share), *((b, a) for a, b in _shared(other, one, share))]


def _shared(one: Part, other: Part, share: float) -> Iterator[tuple[Mode, Mode]]:
    for mode, words in one.signed:
        both = words & other.words
        if len(both) > share * len(words):
            yield mode, other.over(both, mode)


def _fits(one: tuple[Mode, bool], other: tuple[Mode, bool]) -> bool:
    (a, a_lack), (b, b_lack) = one, other
    if Mode.ONLY in (a, b) and a is not b:
        mode, lack = (b, b_lack) if a is Mode.ONLY else (a, a_lack)
        return mode is not Mode.NEED_NOT and (mode in (Mode.MUST_NOT, Mode.NOT)) is lack
    if {a, b} & _BOUNDS:
        return {a, b} != _BOUNDS
    return a is b or frozenset({a, b}) in _ALIKE


def _part(text: str) -> Part:
    return Part(tuple(_settled(list(_pieces(text)))))


def _pieces(text: str) -> Iterator[tuple[Mode, frozenset[str]]]:
    mode, start = Mode.PLAIN, 0
    for match in _SIGN.finditer(text):
        yield mode, content(text[start : match.start()])
        name = match.lastgroup or ""
        mode = mode if name.startswith("NEUTRAL") else Mode[name.rstrip("0123456789")]
        start = match.end()
    yield mode, content(text[start:])


def _settled(pieces: list[tuple[Mode, frozenset[str]]]) -> list[tuple[Mode, frozenset[str]]]:
    """A sign at the end governs what stands before it: `đốt lá là bị cấm`."""
    if len(pieces) > 1 and not pieces[-1][1]:
        (_, words), (mode, _) = pieces[-2:]
        pieces[-2:] = [(pieces[-2][0], frozenset()), (mode, words)]
    return pieces


_KINDS = (
    ("NEUTRAL", r"không\s+(?:chỉ|những)(?!\w)(?:\s+phải)?"),
    ("MUST0", r"không\s+(?:được\s+|có\s+)?(?:miễn|giảm\s+trừ)|không\s+(?:thể|được)\s+không"),
    ("MAY0", r"không\s+(?:bị\s+)?(?:nghiêm\s+)?cấm"),
    ("UP_TO", r"không\s+(?:được\s+)?(?:vượt\s+)?quá|không\s+(?:lớn\s+)?hơn|tối\s+đa|nhiều\s+nhất"),
    ("FROM", r"không\s+(?:được\s+)?(?:dưới|ít\s+hơn)|ít\s+nhất|tối\s+thiểu|vượt\s+quá|(?:quá|trên|hơn)(?=\s+\d)"),
    (
        "NEED_NOT",
        r"(?:không|chưa)\s+(?:phải|bắt\s+buộc|cần)(?:\s+phải)?(?:\s+được)?(?!\s+là)|(?:được\s+)?miễn(?!\s+là)",
    ),
    (
        "MUST_NOT",
        r"không\s+(?:một\s+)?ai(?:\s+\S+){0,6}?\s+(?:được|có\s+quyền|có\s+thể)|"
        r"(?:không|chưa)\s+(?:được(?:\s+phép)?|có\s+quyền|thể|có\s+thể)|(?:bị\s+)?(?:nghiêm\s+)?cấm",
    ),
    ("ONLY", r"chỉ\s+(?:được(?:\s+phép)?|có\s+thể|có\s+quyền)"),
    ("NOT", r"không\s+phải\s+là|không|chưa|chẳng|đừng"),
    ("MUST", r"phải(?:\s+được)?|bắt\s+buộc(?:\s+phải)?|có\s+nghĩa\s+vụ|có\s+trách\s+nhiệm"),
    ("MAY", r"có\s+thể|có\s+quyền|được(?:\s+phép)?"),
    ("PLAIN", r"bị"),
)
_SIGN = re.compile(
    "(?i)(?<!\\w)(?:" + "|".join(rf"(?P<{name}>(?:{signs})(?:\s+bị)?(?!\w))" for name, signs in _KINDS) + ")"
)
"""The signs; where several begin at one place the first of this order counts. `bị` goes with the sign before it."""
_ALIKE = frozenset(
    map(
        frozenset,
        ((Mode.MAY, Mode.PLAIN), (Mode.MUST, Mode.PLAIN), (Mode.NEED_NOT, Mode.NOT), (Mode.MUST_NOT, Mode.NOT)),
    )
)
"""Pairs of modes that may stand for one another."""
_NEGATED = frozenset({Mode.MUST_NOT, Mode.NEED_NOT, Mode.NOT})
_BOUNDS = frozenset({Mode.UP_TO, Mode.FROM})
"""Bounds go with every mode and only not with one another."""
_ANSWER = re.compile(r"(?i)^(?:không|có|được|vâng|dạ|đúng|sai)(?:\s+ạ)?\s*[,:!.–-]\s*")
_EXCEPT_FIRST = re.compile(r"(?i)^(?:trừ\s+(?:trường\s+hợp|khi)|ngoại\s+trừ)[^,]*,\s*")
_EXCEPT_BEHIND = re.compile(r"(?i)[,;]?\s*(?<!\w)(?:trừ\s+(?:trường\s+hợp|khi)|ngoại\s+trừ).*")
_CONDITION_FIRST = re.compile(r"(?i)^(?:nếu|khi|trường\s+hợp|trong\s+trường\s+hợp)\b.*?(?:,|\bthì\b)|^.*?\bthì\b")
_CONDITION_BEHIND = re.compile(
    r"(?i)(?<!sau)(?<!trước)(?<!từ)(?<!trong)(?<!đến)[,]?\s+(?:nếu|khi|(?:trong\s+)?trường\s+hợp)\s.*$"
)
_EMPTY = frozenset(
    """
    không chưa phải được có thể quyền nghĩa vụ trách nhiệm bắt buộc cấm nghiêm miễn bị thì là và của cho các những
    một với về theo tại trong từ đến nếu khi này đó bạn tôi ở để do mà cũng sẽ đã vẫn còn nên
    điều khoản điểm luật pháp hành vi việc quy định hỏi
    """.split()  # noqa: SIM905 (a list of eighty words reads worse)
)
