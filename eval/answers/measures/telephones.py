"""Is every telephone number of a reply in the table of verified contacts.

Numbers in words (`một một ba`) are not read. A number inside a citation's own quote is the law's.
"""

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
from eval.suites.suite import Row

_GAP = "[ \u00a0.\u2013-]"
_LONG = re.compile(  # 0905 123 456, (0236) 3 822 999, 1900 6192
    rf"(?<![\w./-])\(?\+?(?:84|0\d{{1,3}})\)?(?:{_GAP}?\(?\d{{1,4}}\)?){{2,9}}(?![\w/])"
    rf"|(?<![\w./-])1[89]00(?:{_GAP}?\d{{2,4}}){{1,2}}(?![\w/]|\.\d)"
)
_DIGITS = range(9, 13)
"""How many digits a number has that begins with 0 or 84; dates have fewer, identity numbers twelve with 0."""
_NO_CALL = re.compile(
    r"(?i)(?:mã\s+số(?:\s+thuế)?|mst|tài\s+khoản|căn\s+cước|cccd|cmnd|hồ\s+sơ|biên\s+lai|giai\s+đoạn|năm|nghị\s+định|"
    r"nghị\s+quyết|luật|thông\s+tư|quyết\s+định|điều|khoản|lẻ)(?:\s+số)?[\s:]*$"
)
"""What stands right before a number that nobody calls."""
_CALL = re.compile(
    r"(?i)(?<!\w)(?:gọi(?!\s+(?:là|tắt|chung))|tổng\s+đài|đường\s+dây(?:\s+nóng)?|hotline|(?:điện|đt)\s*thoại|đt|sđt|"
    r"liên\s+(?:hệ|lạc)|bấm|nhấn|quay\s+số|alo)(?!\w)[^.!?\n]{0,60}"
)
_SHORT = re.compile(
    r"(?i)(?<![\w./-])1\d{2,3}(?![\w.,/-]*\d|\w|\s*(?:đồng|triệu|nghìn|ngày|tháng|năm|tuổi|giờ|phút|người|m2|%|đường|phố))"
)


def numbers(text: str) -> Iterator[str]:
    """The telephone numbers of a text, digits only; three or four digits count where the words speak of calling."""
    for match in _LONG.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if _is_number(digits) and not _NO_CALL.search(text[: match.start()]):
            yield digits
    for context in _CALL.finditer(text):
        words = re.sub(r"(?<=\d)/(?=1\d\d(?!\d))", " ", context[0])  # 113/114/115
        for match in _SHORT.finditer(words):
            if not _NO_CALL.search(words[: match.start()]):
                yield match[0]


def _is_number(digits: str) -> bool:
    if digits.startswith("1"):
        return True
    return len(digits) in _DIGITS and not (digits.startswith("0") and len(digits) > 11)


def _in_table(row: Row, reply: Reply, law: Law) -> Verdict:
    said = own_words(reply, "\n".join((reply.text, *reply.suggestions)))
    found = list(dict.fromkeys((*numbers(said), *filter(None, map(_digits, reply.phones)))))
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
