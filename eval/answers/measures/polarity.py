"""Do claims and the clauses that they lean on agree on not, must, may and must not.

Each sentence of the answer's own is laid beside the clause that shares most of its words. Where they share enough, the
words that both speak of must stand under the same sign (`không được`, `phải`, `có thể`, …) in both. Sentences that no
clause is near enough to are counted as not told.

Only signs are compared. That a condition or an exception was turned (`khi chủ vườn từ chối` for `trừ khi`), that the
persons of two clauses were exchanged, or that another verb says the contrary (`từ chối` for `đồng ý`), words alone do
not tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from eval.answers.claims import claims, evidence
from eval.answers.law import Law
from eval.answers.measure import Measure
from eval.answers.modality import agree, content, sentence
from eval.answers.reply import Reply
from eval.answers.verdict import Verdict, not_applicable, scored, unscored
from eval.suites.suite import Row

_NEAR = 0.6
"""The share of a claim's content words that its clause must hold for the two to be compared."""

_FEW = 3
"""A claim of fewer content words is near to anything."""

_NAMES = 0.85
"""The share of a line's words that are names of what is cited, for it to be a heading of what follows."""

_SIGN = 12
"""How many letters a sign has at most: law often says one thing of `được` and another of `không được`, and a claim that
is one of the two is right."""
_CLAUSE = re.compile(r"[;\n]|(?<=[.])\s")


def _agree(row: Row, reply: Reply, law: Law) -> Verdict:
    names = _names(row, reply, law)
    said = [claim for claim in claims(reply) if not _claims_nothing(claim.text, names)]
    if not said:
        return not_applicable("polarity", "the answer says nothing of its own")
    if not reply.citations:
        return not_applicable("polarity", "nothing is cited")
    told = []
    for claim in said:
        clause = _nearest(claim.text, evidence(row, reply, law, claim.markers))
        if clause:
            told.append((sentence(claim.text), sentence(clause), claim.text, clause))
    compared = f"{len(told)} of {len(said)} sentences beside their clauses"
    if not told:
        return unscored("polarity", compared, "no sentence is near enough to a clause that it cites")
    wrong = [
        f"“{text}” ({one.main.last}) beside “{clause}” ({other.main.last})"
        for one, other, text, clause in told
        if not agree(one, other)
    ]
    return scored("polarity", 1 - len(wrong) / len(told), compared, "; ".join(wrong))


def _claims_nothing(text: str, names: frozenset[str]) -> bool:
    """A question, or a line that only names the provision whose words follow."""
    said = content(text)
    return text.endswith("?") or (text.endswith(":") and len(said & names) >= _NAMES * len(said))


def _names(row: Row, reply: Reply, law: Law) -> frozenset[str]:
    """The words of the labels and headings of what is cited, and of its document's title."""
    day = row.day or reply.as_of
    found = [f"theo {one.label}" for one in reply.citations]
    for article in {one.ref.dieu or one.ref for one in reply.citations if one.ref}:
        held = law.provision(article, day) if day else None
        found += [held.heading, held.text.partition("\n")[0]] if held else []
    return frozenset().union(*map(content, found))


def _nearest(claim: str, texts: Iterable[str]) -> str | None:
    """The clause, or two that follow one another, with the largest share of the claim's content words, if enough."""
    wanted = content(claim)
    if len(wanted) < _FEW or claim.isascii():  # without marks its signs cannot be read
        return None
    shares = {
        clause: len(wanted & content(clause)) / len(wanted)
        for clause in dict.fromkeys(c for text in texts for c in _clauses(text))
    }
    best = max(shares.values(), default=0.0)
    if best < _NEAR:
        return None
    equal = sorted((clause for clause, share in shares.items() if share == best), key=len)
    alike = [clause for clause in equal if len(clause) <= len(equal[0]) + _SIGN]
    return next((clause for clause in alike if agree(sentence(claim), sentence(clause))), equal[0])


def _clauses(text: str) -> list[str]:
    alone = [clause.strip() for clause in _CLAUSE.split(text) if clause.strip()]
    return alone + [f"{one}, {other}" for one, other in pairwise(alone)]


MEASURES = (Measure("polarity", "The share of claims that agree with their clause on not, must and may.", _agree),)
