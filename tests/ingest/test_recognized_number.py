"""Numbers in the headings of recognized texts: what confirms one, and that none is guessed."""

import pytest

from corpus.problem import Severity
from ingest.recognized_number import confirmed, is_day_written, stated_in

PRINTED = "BAN CHÈ\nSố: 98/2031/QĐ-BCC\tOng Vàng, ngày 05 tháng 5 năm 2031\nQUYẾT ĐỊNH"
WRITTEN = PRINTED.replace("98/2031", "48 /2031")
BLANK = PRINTED.replace("98/2031/", "\t/")
STATED = [
    (PRINTED, "98", "2031/QĐ-BCC", False, "printed: serial and sign are one word"),
    (WRITTEN, "48", "2031/QĐ-BCC", True, "by hand: the serial stands apart"),
    (BLANK, "", "QĐ-BCC", True, "not filled in yet"),
    (PRINTED.replace("98/", "Ôs$, /"), "Ôs$,", "2031/QĐ-BCC", True, "by hand, read as no number at all"),
    (PRINTED.replace("Số: 98", "S6 98"), "98", "2031/QĐ-BCC", False, "the word misread"),
    (PRINTED.replace("QĐ", "QĐ\u00d0"), "98", "2031/QĐ-BCC", False, "Đ read twice"),
    ("Căn cứ Luật số 1/2030/QH77\n" + PRINTED, "98", "2031/QĐ-BCC", False, "a ground before it"),
]


@pytest.mark.parametrize(("head", "serial", "sign", "is_written", "why"), STATED)
def test_what_a_heading_states(head: str, serial: str, sign: str, is_written: bool, why: str) -> None:
    stated = stated_in(head)
    assert stated is not None
    assert (stated.serial, stated.sign, stated.is_written) == (serial, sign, is_written), why


def test_a_heading_without_a_number() -> None:
    assert stated_in("BAN CHÈ\nQUYẾT ĐỊNH\nCăn cứ Luật số 1/2030/QH77;") is None


ERROR, WARNING = Severity.ERROR, Severity.WARNING
ANNEX = "\nQUY CHẾ\n(Ban hành kèm theo Quyết định số 98/2031/QĐ-BCC ngày 05 tháng 5 năm 2031)"
CONFIRMED = [
    ("98/2031/QĐ-BCC", PRINTED, "", "98-2031-qd-bcc", "98/2031/QĐ-BCC", None, "the name says it whole"),
    ("98/2031/QĐ-BCC", PRINTED, "", "qd-98-che-xanh", "98/2031/QĐ-BCC", None, "the name has serial and kind"),
    ("98/2031/QĐ-BCC", PRINTED, "", "che-98-qd", "98/2031/QĐ-BCC", None, "the name has no sign, but the same serial"),
    ("98/2031/QĐ-BCC", PRINTED, "", "che-xanh", "98/2031/QĐ-BCC", ERROR, "printed, but nothing confirms it"),
    ("98/2031/QĐ-BCC", PRINTED, ANNEX, "che-xanh", "98/2031/QĐ-BCC", None, "an annex says the same"),
    ("48/2031/QĐ-BCC", WRITTEN, "", "che-xanh", None, ERROR, "by hand: it may be any number"),
    ("48/2031/QĐ-BCC", WRITTEN, "", "scan-qd-98-che", "98/2031/QĐ-BCC", WARNING, "by hand: the name tells it"),
    ("48/2031/QĐ-BCC", WRITTEN, ANNEX, "che", "98/2031/QĐ-BCC", WARNING, "by hand: an annex tells it"),
    ("48/2031/QĐ-BCC", WRITTEN, "", "98-tu-3", None, ERROR, "a numeral beside no code of the sign"),
    ("48/2031/QĐ-BCC", WRITTEN, "", "sua-doi-qd-98", None, ERROR, "the name is about another document"),
    ("48/2031/QĐ-BCC", WRITTEN, "", "qd-98-va-qd-99", None, ERROR, "the name has two"),
    (None, BLANK, "", "qd-98-che", "98/QĐ-BCC", WARNING, "not filled in: the name tells it"),
    (None, BLANK, "", "che", None, None, "not filled in: a draft"),
    (None, BLANK, "", "98-qd-bcc", None, None, "the name has it whole, which the caller takes"),
]


@pytest.mark.parametrize(("read", "head", "annex", "stem", "number", "severity", "why"), CONFIRMED)
def test_a_number_is_confirmed_or_left_out(
    read: str | None, head: str, annex: str, stem: str, number: str | None, severity: Severity | None, why: str
) -> None:
    found, problem = confirmed(read, head, head + annex, stem)
    assert (found, problem.severity if problem else None) == (number, severity), why


@pytest.mark.parametrize(
    ("line", "is_written"),
    [
        ("Ong Vàng, ngày 05 tháng 5 năm 2031", False),
        ("Ong Vàng, ngày05 tháng 5 năm 2031", True),
        ("Ong Vàng, ngày 05 tháng5 năm 2031", True),
        ("Căn cứ Luật ngày05 tháng 5 năm 2031", False),
        ("Ong Vàng", False),
    ],
)
def test_digits_that_stick_to_the_printed_words_were_filled_in(line: str, is_written: bool) -> None:
    assert is_day_written(f"BAN CHÈ\n{line}\nQUYẾT ĐỊNH") is is_written
