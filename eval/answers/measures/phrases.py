"""Words that the answer must show, and words that it must not say.

Capitals, line breaks, bold type and the vowel that carries a tone (toà, tòa) do not matter; other marks do. Words are
looked for and no meaning: `phải nộp` stands in `không phải nộp` too, so a phrase must be chosen to tell.
"""

from __future__ import annotations

import re
import unicodedata

from eval.answers.claims import own_words
from eval.answers.law import Law
from eval.answers.measure import Measure
from eval.answers.reply import Reply
from eval.answers.verdict import Verdict, not_applicable, scored
from eval.suites.suite import Row

_LATE_TONE = re.compile(r"(?<!q)(o(?=[ae])|u(?=y))([aey])([\u0300\u0301\u0303\u0309\u0323])(?![\u0302\u0306]|[^\W\d_])")
"""A tone on the second vowel of oa, oe, uy where nothing follows (in NFD, dots below come before hats)."""


def holds(text: str, phrase: str) -> bool:
    """Whether the phrase stands in the text as words: `15 tuổi` is not in `115 tuổi` nor `150 đồng` in `2.150 đồng`."""
    return re.search(rf"(?<!\w)(?<!\d[.,]){re.escape(_plain(phrase))}(?!\w|[.,]\d)", _plain(text)) is not None


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
    said = own_words(reply, reply.text)
    found = [one for one in row.must_not_include if holds(said, one)]
    return scored("must_not_include", not found, f"{len(row.must_not_include)} phrases", "; ".join(found))


def _plain(text: str) -> str:
    text = _LATE_TONE.sub(r"\1\3\2", unicodedata.normalize("NFD", text.casefold().replace("**", "")))
    return " ".join(unicodedata.normalize("NFC", text).split())


MEASURES = (
    Measure("must_include", "The share of the words wanted that the answer or its quotes show.", _must_include),
    Measure("must_not_include", "Whether the answer says none of what it must not.", _must_not_include),
)
