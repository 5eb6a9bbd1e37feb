"""Is what is quoted the law's own text: equal to the stored text at its span, inside the provision that it names.

A span that ends before an exception is the law's own text all the same: what is left out is no matter of these.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date

from eval.answers.law import Law, is_invented
from eval.answers.measure import Measure
from eval.answers.reply import Cited, Reply
from eval.answers.verdict import Verdict, not_applicable, scored, unscored
from eval.suites.suite import Row

_SPACE = re.compile(r"\s+")


def _exact(row: Row, reply: Reply, law: Law) -> Verdict:
    return _over("quote_exact", reply.citations, lambda one: _is_exact(one, law))


def _in_place(row: Row, reply: Reply, law: Law) -> Verdict:
    day = row.day or reply.as_of
    return _over("quote_in_place", reply.citations, lambda one: _is_in_place(one, law, day))


def _over(name: str, citations: Sequence[Cited], judge: Callable[[Cited], bool | None]) -> Verdict:
    """The share of citations that hold. What cannot be told leaves the whole untold, unless another is surely wrong."""
    if not citations:
        return not_applicable(name, "nothing is quoted")
    judged = [(one, judge(one)) for one in citations]
    wrong = [f"[{one.marker}] {one.ref}" for one, right in judged if right is False]
    untold = [f"[{one.marker}] {one.ref}" for one, right in judged if right is None]
    compared = f"{len(judged)} quotes against the stored texts"
    if untold and not wrong:
        return unscored(name, compared, f"not held here: {', '.join(untold)}")
    told = [right for _, right in judged if right is not None]
    return scored(name, sum(told) / len(told), compared, f"not so: {', '.join(wrong)}" if wrong else "")


def _is_exact(one: Cited, law: Law) -> bool | None:
    if not one.quote or not 0 <= one.start < one.end:
        return False
    text = law.text(one.document, one.sha256)
    return None if text is None else text[one.start : one.end] == one.quote


def _is_in_place(one: Cited, law: Law, day: date | None) -> bool | None:
    """White space aside: words of one day may stand in several places, each on lines of its own."""
    if not one.quote or one.ref is None or not one.ref.path:
        return False
    held = law.provision(one.ref, day) if day else None
    if held is None:
        return False if day and is_invented(law, one.ref, one.sha256, day) else None
    return _plain(one.quote) in _plain(held.text)


def _plain(text: str) -> str:
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip()


MEASURES = (
    Measure("quote_exact", "The share of quotes that equal the stored text at their span.", _exact),
    Measure("quote_in_place", "The share of quotes that stand in the provision that they name.", _in_place),
)
