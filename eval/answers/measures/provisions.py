"""Are the right provisions cited: precision and recall at the article (điều) and at the clause (khoản).

A citation is right at a level when, cut at that level, it lies in a place of `gold` or `gold_alt` cut at that level;
a whole article is no clause. A consolidated text and the law that it repeats are one, as far as `Law.base` knows.
A place cited twice counts once; a citation whose reference cannot be read is one that names no right place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from corpus.level import Level
from corpus.reference import ProvisionRef
from eval.answers.law import Law
from eval.answers.measure import Measure
from eval.answers.reply import Reply
from eval.answers.verdict import Verdict, not_applicable, scored
from eval.suites.suite import Row

Cut = Callable[[ProvisionRef], ProvisionRef]


def at_article(ref: ProvisionRef) -> ProvisionRef:
    """A place cut at its article; one without an article stays as it is."""
    return ref.dieu or ref


def at_clause(ref: ProvisionRef) -> ProvisionRef:
    """A place cut at its clause; a place above clauses stays as it is."""
    for place, step in enumerate(ref.path):
        if step.level is Level.KHOAN:
            return ProvisionRef(ref.document, ref.path[: place + 1])
    return ref


def _hit(row: Row, reply: Reply, law: Law) -> Verdict:
    if not row.accepted:
        return not_applicable("provision_hit", "the row names no right place")
    cited = _cited(reply)
    right = [ref for ref in cited if _is_right(ref, row.accepted, at_article, law)]
    return scored("provision_hit", bool(right), _told(cited, row.accepted), _status(reply))


def _precision(name: str, cut: Cut, row: Row, reply: Reply, law: Law) -> Verdict:
    if not row.accepted:
        return not_applicable(name, "the row names no right place")
    cited, unread = _cited(reply), sum(one.ref is None for one in reply.citations)
    if not cited and not unread:
        return not_applicable(name, "nothing is cited")
    right = sum(_is_right(ref, row.accepted, cut, law) for ref in cited)
    why = f"{unread} references that cannot be read" if unread else ""
    return scored(name, right / (len(cited) + unread), _told(cited, row.accepted), why)


def _recall(name: str, cut: Cut, row: Row, reply: Reply, law: Law) -> Verdict:
    """Each other right place that is cited stands for one place of the gold that is not."""
    wanted = list(dict.fromkeys(cut(_based(gold, law)) for gold in row.gold))
    if not wanted:
        return not_applicable(name, "the row names no right place")
    cited = _cited(reply)
    found = sum(any(_is_right(ref, (gold,), cut, law) for ref in cited) for gold in wanted)
    spare = [ref for ref in cited if not _is_right(ref, wanted, cut, law)]
    alternatives = {cut(_based(alt, law)) for alt in row.gold_alt}
    others = sum(any(_is_right(ref, (alt,), cut, law) for ref in spare) for alt in alternatives)
    return scored(name, min(found + others, len(wanted)) / len(wanted), _told(cited, row.gold), _status(reply))


def _wrong_place(row: Row, reply: Reply, law: Law) -> Verdict:
    if not row.gold_not:
        return not_applicable("wrong_place", "the row names no tempting place")
    cited = _cited(reply)
    wrong = [ref for ref in cited if any(_based(bad, law).contains(_based(ref, law)) for bad in row.gold_not)]
    return scored("wrong_place", not wrong, _told(cited, row.gold_not), "cited: " + _list(wrong) if wrong else "")


def _is_right(cited: ProvisionRef, places: Iterable[ProvisionRef], cut: Cut, law: Law) -> bool:
    return any(cut(_based(place, law)).contains(cut(_based(cited, law))) for place in places)


def _based(ref: ProvisionRef, law: Law) -> ProvisionRef:
    """A place as it is, or as one of the law that its document repeats."""
    return ref.within(law.base(ref.document))


def _cited(reply: Reply) -> list[ProvisionRef]:
    return list(dict.fromkeys(one.ref for one in reply.citations if one.ref is not None))


def _told(cited: Sequence[ProvisionRef], places: Sequence[ProvisionRef]) -> str:
    return f"cited {_list(cited)} against {_list(places)}"


def _list(refs: Sequence[ProvisionRef]) -> str:
    return ", ".join(map(str, refs)) or "nothing"


def _status(reply: Reply) -> str:
    return "" if reply.status == "answered" else f"the reply is {reply.status or 'without a status'}"


MEASURES = (
    Measure("provision_hit", "Whether any citation lies in an article that is right.", _hit),
    Measure(
        "provision_precision",
        "The share of citations that lie in an article that is right.",
        partial(_precision, "provision_precision", at_article),
    ),
    Measure(
        "provision_recall",
        "The share of the articles wanted that are cited.",
        partial(_recall, "provision_recall", at_article),
    ),
    Measure(
        "clause_precision",
        "The share of citations that lie in a clause that is right.",
        partial(_precision, "clause_precision", at_clause),
    ),
    Measure(
        "clause_recall", "The share of the clauses wanted that are cited.", partial(_recall, "clause_recall", at_clause)
    ),
    Measure("wrong_place", "Whether no tempting wrong place is cited.", _wrong_place),
)
