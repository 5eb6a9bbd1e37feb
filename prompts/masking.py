"""Personal data of a question, put behind words that say what kind it is, before a language model reads it."""

from __future__ import annotations

import re

_UPPER = "".join(filter(str.isupper, map(chr, (*range(0x41, 0x1B1), *range(0x1EA0, 0x1EFA)))))
_CAPITAL = rf"[{_UPPER}][^\W\d_]*"
_NAME = rf"{_CAPITAL}(?: {_CAPITAL}){{1,4}}"
_DIGITS = r"\d(?:[ .-]?\d)"
_KINDS = (
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), "[thư điện tử]"),
    (
        re.compile(
            r"(?i)((?:số tài khoản|so tai khoan|tài khoản|tai khoan|stk)"
            rf"[^\d\n]{{0,20}}){_DIGITS}{{5,18}}(?!\d)"
        ),
        r"\1[số tài khoản]",
    ),
    (
        re.compile(
            r"(?i)((?:cccd|cmnd|căn cước|can cuoc|định danh|dinh danh|hộ chiếu|ho chieu|mã số thuế|ma so thue)"
            rf"[^\d\n]{{0,20}}){_DIGITS}{{7,12}}(?!\d)"
        ),
        r"\1[số giấy tờ]",
    ),
    (re.compile(rf"(?<![\d.,])(?:\+84|0){_DIGITS[2:]}{{8,9}}(?![\d/])"), "[số điện thoại]"),
    (re.compile(r"(?<![\d.,])\d{12}(?!\d)"), "[số giấy tờ]"),
    (re.compile(r"(?<!\w)\d{2}[A-Z]\d?[ -]?\d{3}\.?\d{2}(?!\d)"), "[biển số]"),
    (
        re.compile(
            rf"((?<!\w)(?:[Tt]ên|[Tt]ôi là|[Ee]m là|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Bb]é|[Cc]hồng là|[Vv]ợ là)"
            rf"(?: (?:là|tên))? ){_NAME}"
        ),
        r"\1[tên người]",
    ),
    (re.compile(rf"((?:[Ss]ố nhà|[Nn]hà số) )\d+\w*(?:/\d+\w*)*(?: (?:đường )?{_NAME})?"), r"\1[địa chỉ]"),
)  # fmt: skip
"""(what is told, what stands for it), in order: what is named by its kind before what only looks like it."""


def masked(question: str) -> str:
    """The question without numbers, addresses and names of persons that no answer needs."""
    for sign, kind in _KINDS:
        question = sign.sub(kind, question)
    return question
