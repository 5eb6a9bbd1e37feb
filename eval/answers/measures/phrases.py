"""Words that the answer must show, and words that it must not say. Capitals and line breaks do not matter, marks do."""

from __future__ import annotations

import re
import unicodedata

from eval.answers.law import Law
from eval.answers.measure import Measure
from eval.answers.reply import Reply
from eval.answers.verdict import Verdict, not_applicable, scored
from eval.suite import Row


def holds(text: str, phrase: str) -> bool:
    """Whether the phrase stands in the text as words: `15 tuổi` is not in `115 tuổi`."""
    return re.search(rf"(?<!\w){re.escape(_plain(phrase))}(?!\w)", _plain(text)) is not None


def _must_include(row: Row, reply: Reply, law: Law) -> Verdict:
    """Quotes count: they are shown with the answer."""
    if not row.must_include and not row.must_include_any:
        return not_applicable("must_include", "the row wants no words")
    shown = "\n".join((reply.text, *(one.quote for one in reply.citations)))
    demands = [(one, holds(shown, one)) for one in row.must_include]
    if row.must_include_any:
        demands.append((" | ".join(row.must_include_any), any(holds(shown, one) for one in row.must_include_any)))
    missing = [demand for demand, there in demands if not there]
    value = 1 - len(missing) / len(demands)
    return scored("must_include", value, f"{len(demands)} demands", f"missing: {'; '.join(missing)}" if missing else "")


def _must_not_include(row: Row, reply: Reply, law: Law) -> Verdict:
    """Quotes do not count: they are the law's words and no claim of the answer."""
    if not row.must_not_include:
        return not_applicable("must_not_include", "the row forbids no words")
    said = reply.text
    for one in reply.citations:
        said = said.replace(one.quote, " ") if one.quote else said
    found = [one for one in row.must_not_include if holds(said, one)]
    return scored("must_not_include", not found, f"{len(row.must_not_include)} phrases", "; ".join(found))


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


MEASURES = (
    Measure("must_include", "The share of the words wanted that the answer or its quotes show.", _must_include),
    Measure("must_not_include", "Whether the answer says none of what it must not.", _must_not_include),
)
