"""Is what is cited law on the day asked about. The law is asked, not the reply."""

from __future__ import annotations

from datetime import date

from eval.answers.law import Law, is_invented
from eval.answers.measure import Measure
from eval.answers.reply import Cited, Reply
from eval.answers.verdict import Verdict, not_applicable, scored, unscored
from eval.suites.suite import Row

_LAW = frozenset({"in_force", "partly_expired"})


def _in_force(row: Row, reply: Reply, law: Law) -> Verdict:
    if not reply.citations:
        return not_applicable("in_force", "nothing is cited")
    day = row.day or reply.as_of
    if day is None:
        return unscored("in_force", "", "neither the row nor the reply has a day")
    status = {str(one.ref): _status(one, law, day) for one in reply.citations}
    wrong = [f"{ref} {said}" for ref, said in status.items() if said not in _LAW and said != "unknown"]
    untold = [ref for ref, said in status.items() if said == "unknown"]
    compared = f"{len(status)} places on {day}"
    if untold and not wrong:
        return unscored("in_force", compared, f"not known here: {', '.join(untold)}")
    told = len(status) - len(untold)
    return scored("in_force", (told - len(wrong)) / told, compared, ", ".join(wrong))


def _status(one: Cited, law: Law, day: date) -> str:
    """As the contract has it; a place that a law held here never had is `invented`."""
    held = law.provision(one.ref, day) if one.ref else None
    if held is None and one.ref and is_invented(law, one.ref, one.sha256, day):
        return "invented"
    return held.status if held else "unknown"


MEASURES = (Measure("in_force", "The share of cited places that are law on the day asked about.", _in_force),)
