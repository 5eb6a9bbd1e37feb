"""Does every number, date, period, amount and place of law that the answer says stand in what it cites.

Whether a figure is said of the right thing is not told: the ends of a range exchanged, khoản 2 of the one article
taken for that of another which is cited too, `10 giờ tối` for `22 giờ`.
"""

from __future__ import annotations

from eval.answers.amount import Figure, figures, labels
from eval.answers.claims import claims, evidence
from eval.answers.law import Law
from eval.answers.measure import Measure
from eval.answers.reply import Reply
from eval.answers.verdict import Verdict, not_applicable, scored
from eval.suites.suite import Row


def _supported(row: Row, reply: Reply, law: Law) -> Verdict:
    """What the question itself told may be said again, and so may the day of the answer."""
    said = [figure for claim in claims(reply) for figure in figures(claim.text)]
    if not said:
        return not_applicable("figures", "the answer says no figure of its own")
    known = {figure.key for words in evidence(row, reply, law) for figure in (*figures(words), *labels(words))}
    known |= {figure.key for figure in figures(row.question)} | _of_citations(row, reply)
    missing = [figure for figure in said if not _is_known(figure, known)]
    why = ", ".join(f"{figure.said.strip()} ({figure.kind} {figure.value})" for figure in missing)
    return scored("figures", 1 - len(missing) / len(said), f"{len(said)} figures against what is cited", why)


def _of_citations(row: Row, reply: Reply) -> set[tuple[str, str]]:
    """Places of law by the references cited, and the days that the cited documents carry."""
    known = set()
    for one in reply.citations:
        for step in one.ref.path if one.ref else ():
            known |= {figure.key for figure in figures(step.label())}
        known |= {figure.key for figure in figures(one.label)}
        for day in (one.in_force_from, one.in_force_until):
            known |= _forms(day.isoformat()) if day else set()
    for day in (row.as_of, row.event_date, reply.as_of):
        known |= _forms(day.isoformat()) if day else set()
    return known


def _forms(day: str) -> set[tuple[str, str]]:
    return {("date", day), ("month", day[:7]), ("year", day[:4])}


def _is_known(figure: Figure, known: set[tuple[str, str]]) -> bool:
    """An age in years is the same in months; a year, a month or a day without its year stands in each of its dates."""
    if figure.key in known:
        return True
    if figure.kind == "tuổi":
        return ("tháng tuổi", f"{float(figure.value) * 12:.12g}") in known
    if figure.kind == "tháng":  # `dưới 36 tháng` of a child
        return ("tháng tuổi", figure.value) in known
    if figure.kind == "day":
        return any(kind == "date" and value.endswith(figure.value) for kind, value in known)
    if figure.kind in ("year", "month"):
        return any(kind in ("date", "month") and value.startswith(figure.value) for kind, value in known)
    return False


MEASURES = (
    Measure("figures", "The share of numbers, dates and places in the answer that stand in what it cites.", _supported),
)
