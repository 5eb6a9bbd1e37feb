"""The official core laws taken in whole: all are held, a second time costs nothing, every quote is the stored text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from api.answer import Answer, AnswerStatus, Inquiry
from api.house import House
from api.intake import FileReport
from api.settings import read_settings
from corpus.document import Origin, Revision
from corpus.level import Level
from eval.passages import SPELLINGS, measure, success, twins_in
from eval.suites.suite import Row, shipped_suite

TRAP = "102-2016-qh13-vbpl-partial.html"
FLOOR = 0.4
"""The share of questions that words alone must answer: a floor against regressions, not what is aimed at."""


@pytest.fixture(scope="module")
def rows(shared: Path) -> list[dict[str, Any]]:
    found = map(json.loads, (shared / "laws" / "manifest.jsonl").read_text(encoding="utf-8").splitlines())
    return [row for row in found if row["path"].startswith("core/")]


@pytest.fixture(scope="module")
def house(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> House:
    home = tmp_path_factory.mktemp("home")
    made = House(read_settings({"HOILUAT_HOME": str(home), "HOILUAT_EMBEDDING_MODEL": "none"}, Path("none.toml")))
    made.furnish()
    return made


@pytest.fixture(scope="module")
def taken(house: House, shared: Path) -> dict[str, FileReport]:
    return {Path(report.path).name: report for report in house.take([shared / "laws" / "core"])}


@pytest.fixture(scope="module")
def suite() -> list[Row]:
    return shipped_suite("lay_core")


def test_every_document_is_held_and_the_trap_is_refused(
    house: House, taken: dict[str, FileReport], rows: list[dict[str, Any]]
) -> None:
    assert len(taken) == 60
    refused = {name: report.reason for name, report in taken.items() if report.outcome == "refused"}
    assert list(refused) == [TRAP] and "758/2024/QĐ-CTN" in (refused[TRAP] or "")
    assert {report.outcome for name, report in taken.items() if name != TRAP} <= {"added", "updated"}
    ids = {taken[Path(row["path"]).name].document for row in rows} - {None}
    assert len(ids) == 47
    held = {document.id: document for document in house.corpus.documents()}
    assert ids <= held.keys()
    assert {(row["so_hieu"] or "HP").split()[0] for row in rows} - ids <= {"Hiến", "HP"}
    assert all(document.title and document.type for document in held.values())


def test_the_articles_agree_with_the_gold(
    house: House, taken: dict[str, FileReport], rows: list[dict[str, Any]]
) -> None:
    counts = {row["path"]: (row.get("gold") or {}).get("n_articles") for row in rows}
    wanted = {path: count for path, count in counts.items() if count is not None}
    wrong = [path for path, count in wanted.items() if _articles(_revision(house, taken, path)) != count]
    assert len(wanted) == 46
    assert len(wrong) <= 0.1 * len(wanted), wrong


def test_a_second_time_changes_nothing_and_reads_nothing(
    house: House, taken: dict[str, FileReport], shared: Path
) -> None:
    before, read = house.corpus.version(), []
    reports = house.take([shared / "laws" / "core"], lambda stage, done, total: read.append((stage, done, total)))
    outcomes = {Path(report.path).name: report.outcome for report in reports}
    assert outcomes == {name: "refused" if name == TRAP else "unchanged" for name in taken}
    assert read == [("Đọc văn bản", 1, 1)]  # what was refused is looked at again: somebody may have mended it
    assert house.corpus.version() == before


def test_official_texts_stand_before_digests_and_snapshots(house: House, taken: dict[str, FileReport]) -> None:
    origins = {document.id: document.origin for document in house.corpus.documents()}
    for name in ("52/2014/QH13", "13/2022/QH15", "11/2017/QH14", "91/2015/QH13", "45/2019/QH14", "92/2015/QH13"):
        assert origins[name] is Origin.OFFICIAL, name
        assert len(house.corpus.history(name)) >= 2, name


def test_the_questions_ask_for_places_that_exist(house: House, taken: dict[str, FileReport], suite: list[Row]) -> None:
    twins = twins_in(house.corpus)
    repeated: dict[str, list[str]] = {}
    for consolidated, law in twins.items():
        repeated.setdefault(law, []).append(consolidated)
    missing = [
        str(gold)
        for row in suite
        for gold in row.accepted
        if not any(
            house.corpus.provision(gold.within(name)) for name in (gold.document, *repeated.get(gold.document, ()))
        )
    ]
    assert missing == []


def test_every_quote_of_every_answer_is_the_stored_text(
    house: House, taken: dict[str, FileReport], suite: list[Row]
) -> None:
    quotes = 0
    for row in suite:
        for spell in SPELLINGS.values():
            answer: Answer = house.advisor.ask(Inquiry(spell(row.question)))
            assert bool(answer.citations) == (answer.status is AnswerStatus.ANSWERED), row.id
            for citation in answer.citations:
                held = house.corpus.revision(citation.ref.document, citation.source_sha256)
                assert held is not None, (row.id, citation.ref)
                assert held.text[citation.span.start : citation.span.end] == citation.quote, (row.id, citation.ref)
                quotes += 1
    assert quotes > 80


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_words_alone_find_a_right_article_often_enough(
    house: House, taken: dict[str, FileReport], suite: list[Row], spelling: str
) -> None:
    hits = measure(
        suite,
        lambda question: [ranked.passage.ref for ranked in house.searcher.search(question, 5)],
        twins_in(house.corpus),
    )
    assert success(hits, spelling) >= FLOOR


def _revision(house: House, taken: dict[str, FileReport], path: str) -> Revision | None:
    """The revision that was read from a file, whether it is the one shown or not."""
    report = taken[Path(path).name]
    if report.document is None:
        return None
    entries = [entry for entry in house.corpus.history(report.document) if Path(path).name in entry.source.split(", ")]
    return house.corpus.revision(report.document, entries[-1].sha256) if entries else None


def _articles(revision: Revision | None) -> int:
    """The document's own articles, without those of attached regulations."""
    parts = revision.walk() if revision else ()
    return len({p.ref for p in parts if p.level is Level.DIEU and len(p.ref.path) == 1})
