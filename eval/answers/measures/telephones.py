"""Is every telephone number of a reply in the table of verified contacts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from api.contacts import ALWAYS, shipped_contacts
from eval.answers.claims import own_words
from eval.answers.law import Law
from eval.answers.measure import Measure
from eval.answers.reply import Reply
from eval.answers.verdict import Verdict, not_applicable, scored
from eval.suite import Row

_LONG = re.compile(
    r"(?<![\w./-])(?:\(?\+?84\)?|\(?0\d{1,3}\)?)(?:[ .-]?\d{2,4}){2,4}(?![\w/])"  # 0905 123 456, (0236) 3 822 999
    r"|(?<![\w./-])1[89]00(?:[ .-]?\d{2,4}){1,2}(?![\w/])"
)
_SHORT = re.compile(r"(?i)(?:gọi|tổng đài|đường dây(?:\s+nóng)?|hotline|điện thoại|số)\b[^.!?\n]{0,40}")
_THREE = re.compile(r"(?<![\w./-])1\d{2}(?![\w./-]|\s*(?:đồng|triệu|nghìn|ngày|tháng|năm|tuổi|%))")


def numbers(text: str) -> Iterator[str]:
    """The telephone numbers of a text, digits only; three digits count where the words speak of calling."""
    for match in _LONG.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if not (digits.startswith("0") and len(digits) > 11):  # twelve digits are an identity number
            yield digits
    for context in _SHORT.finditer(text):
        yield from (match[0] for match in _THREE.finditer(context[0]))


def _in_table(row: Row, reply: Reply, law: Law) -> Verdict:
    found = list(dict.fromkeys((*numbers(own_words(reply, reply.text)), *map(_digits, reply.phones))))
    if not found:
        return not_applicable("telephones", "the reply names no number")
    known = _table(reply.as_of or row.day or date.max)
    wrong = [number for number in found if number not in known]
    return scored("telephones", not wrong, f"{len(found)} numbers against the table", ", ".join(wrong))


@cache
def _table(day: date) -> frozenset[str]:
    return ALWAYS | {_digits(number) for number in shipped_contacts().numbers(day)}


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


MEASURES = (
    Measure("telephones", "Whether every telephone number stands in the table of verified contacts.", _in_table),
)
