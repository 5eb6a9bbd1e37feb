"""Taking files in: outcomes, what costs nothing, what stops and goes on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from api.intake import FEW, FileReport, Intake, read_together
from api.ledger import Ledger
from corpus.document import Origin, Revision
from corpus.library import Library, memory_library
from ingest.refusal import Refusal
from tests.corpus.invented import TEXT, revision


@dataclass(frozen=True)
class Given:
    """A group that is read from memory; `mood` says how."""

    name: str
    text: str = TEXT
    mood: str = "fine"
    origin: Origin = Origin.OFFICIAL

    @property
    def paths(self) -> tuple[Path, ...]:
        return (Path(f"{self.name}-1.txt"), Path(f"{self.name}-2.txt"))

    @property
    def content(self) -> str:
        return f"{self.name} {self.text} {self.mood}"

    def read(self) -> Revision:
        if self.mood == "refuse":
            raise Refusal("tệp rỗng")
        if self.mood == "stop":
            raise KeyboardInterrupt
        if self.mood == "die":
            os._exit(9)
        return revision(self.name, self.text, self.origin)


@pytest.fixture
def library() -> Library:
    return memory_library()


@pytest.fixture
def intake(library: Library, tmp_path: Path) -> Intake:
    return Intake(library, Ledger(tmp_path / "taken.sqlite", "reader-1"))


def outcomes(reports: Iterator[FileReport]) -> list[tuple[str, str | None]]:
    return [(report.outcome, report.document) for report in list(reports)[::2]]


def quiet(done: int, total: int, name: str) -> None:
    """Nobody looks."""


def test_every_file_is_reported_and_the_second_time_costs_nothing(intake: Intake) -> None:
    groups = [Given("1/2031/QH99"), Given("2/2031/QH99", mood="refuse")]
    assert outcomes(intake.take(groups, quiet)) == [("added", "1/2031/QH99"), ("refused", None)]
    unread = Given("1/2031/QH99")
    object.__setattr__(unread, "read", None)
    assert outcomes(intake.take([unread], quiet)) == [("unchanged", "1/2031/QH99")]


def test_a_removed_document_is_read_again(intake: Intake, library: Library) -> None:
    groups = [Given("1/2031/QH99")]
    list(intake.take(groups, quiet))
    library.remove("1/2031/QH99")
    assert outcomes(intake.take(groups, quiet)) == [("added", "1/2031/QH99")]


def test_a_lesser_copy_is_kept_and_said_so(intake: Intake) -> None:
    list(intake.take([Given("1/2031/QH99")], quiet))
    reports = list(intake.take([Given("1/2031/QH99", TEXT + "khác", origin=Origin.UNOFFICIAL)], quiet))
    assert {(report.outcome, report.reason is not None) for report in reports} == {("updated", True)}


def test_what_was_taken_before_a_stop_stays(intake: Intake, library: Library) -> None:
    groups = [Given("1/2031/QH99"), Given("2/2031/QH99", mood="stop")]
    with pytest.raises(KeyboardInterrupt):
        list(intake.take(groups, quiet))
    assert [document.id for document in library.documents()] == ["1/2031/QH99"]


def test_a_reader_that_dies_costs_one_file(intake: Intake) -> None:
    groups = [Given(f"{n}/2031/QH99", mood="die" if n == 3 else "fine") for n in range(1, FEW + 3)]
    found = outcomes(intake.take(groups, quiet))
    assert found[2] == ("refused", None)
    assert [outcome for outcome, _ in found].count("added") == FEW + 1


def test_no_more_is_read_ahead_than_the_memory_holds() -> None:
    drawn: list[int] = []

    def endless() -> Iterator[Given]:
        while True:
            drawn.append(len(drawn))
            yield Given(f"{len(drawn)}/2031/QH99")

    results = read_together(endless(), 1)
    first = next(results)
    del results
    assert isinstance(first, Revision)
    assert len(drawn) < 20, "a codification has thousands of documents"


def test_many_files_keep_their_own_documents(intake: Intake) -> None:
    groups = [Given(f"{n}/2031/QH99", f"{TEXT}{n}") for n in range(1, 61)]  # more than are read ahead
    assert outcomes(intake.take(groups, quiet)) == [("added", given.name) for given in groups]
