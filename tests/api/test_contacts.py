"""The table of contacts: the only place that numbers come from."""

from __future__ import annotations

from datetime import date, timedelta

from api.answer import Contact
from api.contacts import ALWAYS, ContactTable, shipped_contacts
from prompts.safety import assess

DAY = date(2026, 11, 23)


def contact(phone: str, age: int, area: str = "toàn quốc") -> Contact:
    return Contact("Nhà tạm lánh", "police", phone, "", "", area, "thử", DAY - timedelta(days=age))


def test_only_verified_numbers_are_shipped() -> None:
    assert {c.phone for c in shipped_contacts().contacts} == ALWAYS


def test_an_old_check_is_stale_and_not_in_an_answer() -> None:
    table = ContactTable((contact("0999", 91), contact("0888", 90), contact("113", 4000)))
    assert [c.stale for c in table.listed(DAY)] == [True, False, False]
    assert table.numbers(DAY) == {"0888", "113"}
    assert [c.phone for c in table.note(assess("chồng đang đánh tôi"), DAY).contacts] == ["0888", "113"]


def test_an_area_shows_its_own_and_the_whole_country() -> None:
    table = ContactTable((contact("1", 1, "Hải Châu"), contact("2", 1, "Hội An"), contact("3", 1)))
    assert [c.phone for c in table.listed(DAY, "Hội An")] == ["2", "3"]
