"""Where an act of a local body is law."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.reading import read
from ingest.territory import territory_of

MOTTO = "\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"


@pytest.mark.parametrize(
    ("number", "head", "issuer", "place", "why"),
    [
        ("7/2031/QĐ-UBND", f"ỦY BAN NHÂN DÂN TỈNH VƯỜN RAU{MOTTO}", "", "tỉnh Vườn Rau", "named at the top"),
        ("7/2031/NQ-HĐND", f"HỘI ĐỒNG NHÂN DÂN{MOTTO}THÀNH PHỐ BẾN GIẾNG\n", "", "thành phố Bến Giếng", "two lines"),
        ("7/2031/QĐ-UBND", f"UỶ BAN NHÂN DÂN\nTỈNH VƯỜN RAU\n-------{MOTTO}", "", "tỉnh Vườn Rau", "ends at the rule"),
        ("7/2031/QĐ-UBND", "", "Ủy ban nhân dân tỉnh Bà Rau - Vũng Giếng", "tỉnh Bà Rau - Vũng Giếng", "declared"),
        ("7/2031/QĐ-UBND", "", "Ủy ban nhân dân xã Ao Cá tỉnh Vườn Rau", "xã Ao Cá", "the commune alone"),
        ("7/2031/QĐ-UBND", "Căn cứ Luật Hội đồng nhân dân tỉnh Vườn\n", "", "toàn quốc", "grounds name no issuer"),
        ("7/2031/NĐ-CP", f"ỦY BAN NHÂN DÂN TỈNH VƯỜN RAU{MOTTO}", "", "toàn quốc", "no number of a local body"),
        ("7/2031/QĐ-UBND", "ỦY BAN NHÂN DÂN\n", "", "toàn quốc", "the place is not told"),
    ],
)
def test_the_place_of_a_local_act(number: str, head: str, issuer: str, place: str, why: str) -> None:
    assert territory_of(number, head, issuer) == place, why


@pytest.mark.parametrize(("declared", "place"), [("", "tỉnh Vườn Rau"), ("territory: xã Ao Cá\n", "xã Ao Cá")])
def test_what_is_declared_goes_before_what_is_read(declared: str, place: str, tmp_path: Path) -> None:
    path = tmp_path / "vuon.md"
    stated = f"number: 7/2031/QĐ-UBND\nissuer: Ủy ban nhân dân tỉnh Vườn Rau\n{declared}"
    path.write_text(f"---\n{stated}---\nĐiều 1. Tưới rau\nNgười dân tưới rau mỗi buổi sáng.\n", encoding="utf-8")
    assert read([path]).document.territory == place
