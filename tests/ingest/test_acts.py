"""Which documents an act ends as a whole, by its own words."""

from pathlib import Path

import pytest

from corpus.relation import RelationKind
from ingest.reading import read

LAW = """QUỐC HỘI
Luật số: 98/2031/QH77

LUẬT
TRỒNG CHÈ

Điều 1. Phạm vi
Luật này quy định việc trồng chè trên đồi.
Điều 2. Hiệu lực thi hành
1. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2031.
2. {words}
"""
A, B, C = "1/2001/QH51", "2/2002/QH52", "3/2003/QH53"
LONG = ", ".join(f"Luật số {n}/2020/QH60" for n in range(10, 30))


@pytest.mark.parametrize(
    ("words", "ends", "reason"),
    [
        (f"Luật Chè số {A} hết hiệu lực kể từ ngày Luật này có hiệu lực.", {A}, "the plain case"),
        (f"Luật này thay thế Luật Chè số {A} và Luật Trà số {B}.", {A, B}, "two at once"),
        (
            f"Luật Chè số {A} đã được sửa đổi, bổ sung một số điều theo Luật số {B} hết hiệu lực.",
            {A},
            "what amended it is not what ends",
        ),
        (
            f"Luật Chè số {A} đã được sửa đổi, bổ sung một số điều theo {LONG} và Luật số {B} hết hiệu lực.",
            {A},
            "however long the list of what amended it is",
        ),
        (
            f"Thay thế một số cụm từ của Luật Phí số {A} đã được sửa đổi, bổ sung theo {LONG} và Luật số {B} như sau:",
            set(),
            "words are exchanged, no law ends",
        ),
        (f"Thay thế, bãi bỏ một số cụm từ của Luật Phí số {A} như sau:", set(), "exchanged and struck out"),
        (f"Bãi bỏ các cụm từ “chè” của Luật Phí số {A}, Luật Lệ phí số {B}.", set(), "struck out"),
        (f"Thay thế từ “chè” bằng từ “trà” trong Luật Phí số {A}.", set(), "a single word"),
        (f"Luật này thay thế từ ngày 01 tháng 7 năm 2031 Luật Chè số {A}.", {A}, "from a day is not a word"),
        (f"Bãi bỏ Điều 5 Luật Chè số {A}.", set(), "an article of it"),
        (f"Bãi bỏ Luật Chè số {A}; bãi bỏ khoản 1 Điều 2 Luật Trà số {B}.", {A}, "one whole, one in part"),
        (
            f"Những quy định về trà trong Luật Chè số {A} hết hiệu lực kể từ ngày Luật này có hiệu lực.",
            set(),
            "some rules",
        ),
        (f"Bãi bỏ các quy định liên quan đến trà tại Nghị quyết số {A}.", set(), "some rules of a resolution"),
        (
            f"Hợp đồng đã ký theo quy định tại Luật Chè số {A} và Nghị quyết số {B} hết hiệu lực sau 30 ngày.",
            set(),
            "what was done under it ends, not it",
        ),
        (f"Luật Chè số {A} tiếp tục có hiệu lực.", set(), "goes on"),
        (f"Bãi bỏ Nghị quyết số {A}, Nghị quyết số {B} và Nghị quyết số {C}.", {A, B, C}, "a list"),
    ],
)
def test_what_ends_as_a_whole(tmp_path: Path, words: str, ends: set[str], reason: str) -> None:
    path = tmp_path / "luat.txt"
    path.write_text(LAW.format(words=words), encoding="utf-8")
    found = {
        str(relation.target)
        for relation in read([path]).relations
        if relation.kind in (RelationKind.REPLACES, RelationKind.REPEALS) and not relation.target.path
    }
    assert found == ends, reason
