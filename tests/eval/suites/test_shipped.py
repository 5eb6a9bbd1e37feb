"""The suites that ship: frozen, parted without a shared article, and true to the law where the law lies at hand."""

import json
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from api.intake import Intake
from api.ledger import Ledger
from corpus.library import memory_library
from eval.answers.corpus_law import CorpusLaw
from eval.suites.check import doubts
from eval.suites.split import PARTS, hashes
from eval.suites.suite import Row, open_suite
from ingest.folder_source import FolderSource
from ingest.reading import read
from ingest.source import READER
from ingest.starter_source import StarterSource

FOLDER = Path(str(files("eval.suites")))
SUITES = ("lay", "dated", "unanswerable", "safety", "injected")
WRITTEN = date(2026, 11, 25)
"""The day on which the suites were written: rows without a day ask for its law."""


def rows(suite: str, part: str | None = None) -> Iterator[Row]:
    for name in PARTS if part is None else (part,):
        yield from open_suite(FOLDER / suite / f"{name}.jsonl")


def questions(suite: str) -> set[str]:
    return {row.id.partition(".")[0] for row in rows(suite)}


def test_the_suites_are_those_that_were_frozen() -> None:
    assert (FOLDER / "SHA256SUMS").read_text(encoding="utf-8").splitlines() == hashes(FOLDER)


@pytest.mark.parametrize(("suite", "least"), [("lay", 300), ("dated", 120), ("unanswerable", 120), ("safety", 100)])
def test_there_are_enough_questions(suite: str, least: int) -> None:
    assert len(questions(suite)) >= least


def test_lay_questions_have_three_phrasings_that_differ() -> None:
    for question in questions("lay"):
        own = {row.tags[-1]: row.question for row in rows("lay") if row.id.startswith(f"{question}.")}
        assert set(own) == {"textbook", "lay", "phone"}
        assert len(set(own.values())) == 3


def test_no_article_and_no_question_is_in_two_parts() -> None:
    seen: dict[str, str] = {}
    for part in PARTS:
        for row in (row for suite in SUITES for row in rows(suite, part)):
            for name in (row.id.partition(".")[0], *(str(ref.dieu or ref) for ref in row.gold)):
                assert seen.setdefault(name, part) == part, name


def test_no_question_is_asked_twice() -> None:
    asked = [(row.question, row.day) for suite in SUITES for row in rows(suite)]
    assert len(asked) == len(set(asked))


def test_what_cannot_be_answered_names_no_gold() -> None:
    assert not any(row.gold or row.answerable for row in rows("unanswerable"))


def test_the_documents_with_hidden_instructions_hold_their_gold() -> None:
    library = memory_library()
    for path in sorted((FOLDER / "injected" / "documents").glob("*.txt")):
        library.put(read([path]))
    assert list(doubts(rows("injected"), CorpusLaw(library), WRITTEN)) == []


@pytest.fixture(scope="module")
def law(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> CorpusLaw:
    """The documents that the suites name, and the starter corpus."""
    suites = (row for suite in SUITES for row in rows(suite))
    named = {ref.document for row in suites for ref in row.accepted + row.gold_not + row.correction}
    manifest = map(json.loads, (shared / "laws" / "manifest.jsonl").read_text(encoding="utf-8").splitlines())
    files_of = (row.get("parts") or [row["path"]] for row in manifest if _is_wanted(row, named))
    paths = [shared / "laws" / name for names in files_of for name in names]
    library = memory_library()
    intake = Intake(library, Ledger(tmp_path_factory.mktemp("suites") / "taken.sqlite", READER))
    for source in (StarterSource(), FolderSource(paths)):
        list(intake.take(list(source.documents()), lambda done, total, name: None))
    return CorpusLaw(library)


def _is_wanted(row: dict[str, Any], named: set[str]) -> bool:
    """Amending acts too: they make the words of a day."""
    return row["path"].startswith("core/") or (row["path"].startswith("more/") and row["so_hieu"] in named)


def test_the_gold_stands_in_the_law(law: CorpusLaw) -> None:
    asked = [row for suite in SUITES if suite != "injected" for row in rows(suite)]
    assert list(doubts(asked, law, WRITTEN)) == []
