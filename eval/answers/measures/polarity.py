"""Do claims and the clauses that they lean on agree on not, must, may and must not.

Each sentence of the answer's own is laid beside the clause that shares most of its words. Where they share enough, both
are put into one of the kinds below; a claim whose kind the clause does not bear is wrong. Sentences that no clause is
near enough to are counted as not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from corpus.folding import fold
from eval.answers.claims import claims, evidence
from eval.answers.law import Law
from eval.answers.measure import Measure
from eval.answers.reply import Reply
from eval.answers.verdict import Verdict, not_applicable, scored, unscored
from eval.suite import Row

_NEAR = 0.6
"""The share of a claim's content words that its clause must hold for the two to be compared."""


class Mode(StrEnum):
    """What a clause does: forbid, free of a duty, bind, allow, deny, or none of these."""

    MUST_NOT = "must not"
    NEED_NOT = "need not"
    MUST = "must"
    MAY = "may"
    NOT = "not"
    PLAIN = "plain"


_KIND = (
    (Mode.NEED_NOT, r"(?:không|chưa)\s+(?:phải|bắt\s+buộc|cần)(?!\s+là)|(?:được\s+)?miễn"),
    (Mode.MUST_NOT, r"(?:không|chưa)\s+(?:được|có\s+quyền|thể|có\s+thể)|(?:nghiêm\s+)?cấm"),
    (Mode.NOT, r"(?:không|chưa|chẳng)"),
    (Mode.MUST, r"(?:phải|bắt\s+buộc|có\s+nghĩa\s+vụ|có\s+trách\s+nhiệm)"),
    (Mode.MAY, r"(?:có\s+thể|có\s+quyền|được(?:\s+phép)?)"),
)
"""The signs of each kind; the first that is found tells."""
_SIGNS = tuple((kind, re.compile(rf"(?i)(?<!\w){signs}(?!\w)")) for kind, signs in _KIND)
_AGREE = frozenset(map(frozenset, ((Mode.MAY, Mode.PLAIN), (Mode.MUST, Mode.PLAIN), (Mode.NEED_NOT, Mode.NOT))))
"""Pairs of kinds that may stand for one another."""
_EXCEPT = re.compile(r"(?i)[,;]?\s*(?:trừ\s+(?:trường\s+hợp|khi)|ngoại\s+trừ).*")
_CONDITION = re.compile(r"(?i)^(?:nếu|khi|trường\s+hợp)\b.*?(?:,|\bthì\b)|^.*?\bthì\b")
_CLAUSE = re.compile(r"[;\n]|(?<=[.])\s")
_EMPTY = frozenset(
    """
    không chưa phải được có thể quyền nghĩa vụ trách nhiệm bắt buộc cấm nghiêm miễn bị thì là và của cho các những
    một với về theo tại trong từ đến nếu khi này đó bạn tôi ở để do mà cũng sẽ đã
    """.split()  # noqa: SIM905 (a list of eighty words reads worse)
)


def _agree(row: Row, reply: Reply, law: Law) -> Verdict:
    said = claims(reply)
    if not said:
        return not_applicable("polarity", "the answer says nothing of its own")
    if not reply.citations:
        return not_applicable("polarity", "nothing is cited")
    told = []
    for claim in said:
        clause = _nearest(claim.text, evidence(row, reply, law, claim.markers))
        if clause:
            told.append((claim.text, clause, _fits(claim.text, clause)))
    compared = f"{len(told)} of {len(said)} sentences beside their clauses"
    if not told:
        return unscored("polarity", compared, "no sentence is near enough to a clause that it cites")
    wrong = [f"“{text}” ({mode(text)}) beside “{clause}” ({mode(clause)})" for text, clause, fits in told if not fits]
    return scored("polarity", 1 - len(wrong) / len(told), compared, "; ".join(wrong))


def mode(text: str) -> Mode:
    """The kind of the main part of a sentence: what stands after its condition and before its exception."""
    main = _CONDITION.sub("", _EXCEPT.sub("", text), count=1)
    return next((kind for kind, sign in _SIGNS if sign.search(main)), Mode.PLAIN)


def _fits(claim: str, clause: str) -> bool:
    one, other = mode(claim), mode(clause)
    return one is other or frozenset({one, other}) in _AGREE


def _nearest(claim: str, texts: Iterable[str]) -> str | None:
    """The clause with the largest share of the claim's content words, if that is enough."""
    wanted = _content(claim)
    if len(wanted) < 2:
        return None
    clauses = [clause.strip() for text in texts for clause in _CLAUSE.split(text) if clause.strip()]
    share, _, clause = max(
        ((len(wanted & _content(c)) / len(wanted), -len(c), c) for c in clauses), default=(0.0, 0, "")
    )
    return clause if share >= _NEAR else None


def _content(text: str) -> frozenset[str]:
    words = re.findall(r"[^\W\d_]+", text.lower())
    return frozenset(fold(word) for word in words if word not in _EMPTY)


MEASURES = (Measure("polarity", "The share of claims that agree with their clause on not, must and may.", _agree),)
