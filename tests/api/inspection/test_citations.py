"""References that lead nowhere, or to what is law no more."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from api.inspection.checks import inspect
from api.inspection.finding import Ground
from corpus.document import Revision
from corpus.library import memory_library
from ingest.reading import read

DAY = date(2033, 6, 1)
GARDEN = "Điều 1. Giữ vườn\n1. Tưới rau.\n2. Đuổi gà.\nĐiều 2. Mượn luống\n{}\n"


def law(folder: Path, number: str, body: str, **declared: str) -> Revision:
    head = {"number": number, "type": "Luật", "title": f"Vườn {number[0]}", "issued_on": "2031-02-03"}
    head = {**head, "in_force_from": "2031-07-01", **declared}
    path = folder / "luat.md"
    path.write_text("---\n" + "".join(f"{k}: {v}\n" for k, v in head.items()) + f"---\n{body}", encoding="utf-8")
    return read([path])


def found(kind: str, *revisions: Revision) -> list[tuple[str, str]]:
    library = memory_library()
    for revision in revisions:
        library.put(revision)
    return [(str(one.ref), one.words) for one in inspect(Ground(library, DAY), frozenset({kind}))]


@pytest.mark.parametrize(
    ("words", "named", "why"),
    [
        ("Theo khoản 2 Điều 1 của Luật này.", [], "it is there"),
        ("Theo khoản 3 Điều 1 của Luật này.", ["khoản 3 Điều 1"], "no such clause"),
        ("Theo Điều 9 và Điều 9 của Luật này.", ["Điều 9"], "each once"),
        ("Theo Chương X của Luật này.", [], "chapters are no places of a path"),
        ("Theo Điều 9 của Luật số 5/2031/QH99.", [], "of a law that is not held nothing is known"),
        ("Theo Điều 9 của Luật số 8/2031/QH99.", ["Điều 9"], "of one that is held it is known"),
    ],
)
def test_references_that_lead_nowhere(words: str, named: list[str], why: str, tmp_path: Path) -> None:
    other = law(tmp_path, "8/2031/QH99", GARDEN.format("Trả lại luống."))
    told = found("dangling", law(tmp_path, "7/2031/QH99", GARDEN.format(words)), other)
    assert [ref for ref, _ in told] == ["7/2031/QH99#dieu_2"] * len(named), why
    assert all(f"dẫn {name} của" in words for name, (_, words) in zip(named, told, strict=True)), why


def test_a_missing_place_is_one_finding_however_often_it_is_named(tmp_path: Path) -> None:
    body = "Điều 1. A\nTheo Điều 9 của Luật này.\nĐiều 2. B\nTheo Điều 9 của Luật này.\n"
    (told,) = found("dangling", law(tmp_path, "7/2031/QH99", body))
    assert told[0] == "7/2031/QH99#dieu_1" and told[1].startswith("Điều 1 và 1 chỗ khác dẫn Điều 9 của chính")


@pytest.mark.parametrize(
    ("until", "count", "why"), [("2033-01-01", 1, "it is law no more"), ("2034-01-01", 0, "it still is")]
)
def test_references_to_what_is_law_no_more(until: str, count: int, why: str, tmp_path: Path) -> None:
    other = law(tmp_path, "8/2031/QH99", GARDEN.format("Trả lại luống."), in_force_until=until)
    citing = law(tmp_path, "7/2031/QH99", GARDEN.format("Theo Điều 1 của Luật số 8/2031/QH99."))
    told = found("cites_ended", citing, other)
    assert [ref for ref, _ in told] == ["7/2031/QH99#dieu_2"] * count, why


def test_references_to_a_provision_that_was_repealed(tmp_path: Path) -> None:
    relations = "[{kind: repeals, target: '8/2031/QH99#dieu_1', effective: 2032-01-01}]"
    other = law(tmp_path, "8/2031/QH99", GARDEN.format("Trả lại luống."))
    repealing = law(tmp_path, "9/2031/QH99", "Điều 1. Bãi bỏ\nBãi bỏ Điều 1 của Luật Vườn 8.\n", relations=relations)
    for place, count in (("khoản 1 Điều 1", 1), ("Điều 2", 0)):
        citing = law(tmp_path, "7/2031/QH99", GARDEN.format(f"Theo {place} của Luật số 8/2031/QH99."))
        told = found("cites_ended", citing, other, repealing)
        assert len(told) == count and all("9/2031/QH99 bãi bỏ" in words for _, words in told)


def test_references_to_what_ended_with_its_law(tmp_path: Path) -> None:
    guides = "[{kind: guides, target: '8/2031/QH99'}]"
    replaces = "[{kind: replaces, target: '8/2031/QH99', effective: 2032-01-01}]"
    parent = law(tmp_path, "8/2031/QH99", GARDEN.format("Trả lại luống."))
    guiding = law(tmp_path, "6/2031/NĐ-CP", GARDEN.format("Cách trả."), relations=guides)
    ending = law(tmp_path, "9/2031/QH99", "Điều 1. Thay thế\nLuật này thay thế luật cũ về vườn.\n", relations=replaces)
    citing = law(tmp_path, "7/2031/QH99", GARDEN.format("Theo Điều 1 của Nghị định số 6/2031/NĐ-CP."))
    assert found("cites_ended", citing, parent, guiding) == []
    ((_, words),) = found("cites_ended", citing, parent, guiding, ending)
    assert "cùng 8/2031/QH99 mà nó quy định chi tiết" in words and "9/2031/QH99 thay thế" in words


def test_references_to_a_place_that_new_words_leave_out(tmp_path: Path) -> None:
    body = "Điều 1. Sửa đổi Luật số 8/2031/QH99\nSửa đổi, bổ sung Điều 1 như sau:\n“Điều 1. Giữ vườn\n1. Tưới rau.”.\n"
    other = law(tmp_path, "8/2031/QH99", GARDEN.format("Trả lại luống."))
    amending = law(tmp_path, "9/2031/QH99", body, in_force_from="2032-01-01")
    for place, count in (("khoản 2 Điều 1", 1), ("khoản 1 Điều 1", 0)):
        citing = law(tmp_path, "7/2031/QH99", GARDEN.format(f"Theo {place} của Luật số 8/2031/QH99."))
        told = found("cites_ended", citing, other, amending)
        assert len(told) == count and all("lời mới mà 9/2031/QH99" in words for _, words in told)
