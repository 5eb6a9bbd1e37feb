"""Every command in the documentation runs, in the order of its page, with the cable pulled where that is possible."""

import shutil
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.docs.pages import PAGES, name_of, shell_blocks
from tests.docs.reader import follow, prepare_home
from tests.docs.script import ELSEWHERE, MEASURED, commands, script_of


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the starter corpus and its index, to be copied."""
    home = tmp_path_factory.mktemp("docs") / "home"
    prepare_home(home)
    return home


README, TWIN = ROOT / "README.md", ROOT / "README.vi.md"
WITH_COMMANDS = [page for page in PAGES if script_of(page, 1, 2).strip()]
if commands(README) == commands(TWIN):  # once is enough
    WITH_COMMANDS.remove(TWIN)


@pytest.fixture(scope="module")
def read(
    request: pytest.FixtureRequest, furnished: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[Path, Future[None]]]:
    """The pages that were chosen, two of them being followed at a time."""
    chosen = [item for item in request.session.items if isinstance(item, pytest.Function)]
    named = [item.callspec.params["page"] for item in chosen if item.originalname == EACH.__name__]
    pages = [page for page in named if isinstance(page, Path)]
    with ThreadPoolExecutor(2) as readers:
        folders = {page: tmp_path_factory.mktemp("page") / "folder" for page in pages}
        yield {page: readers.submit(_read, page, folder, furnished) for page, folder in folders.items()}
        readers.shutdown(cancel_futures=True)


def _read(page: Path, folder: Path, furnished: Path) -> None:
    folder.mkdir()
    follow(page, folder, furnished)


@pytest.mark.parametrize("page", WITH_COMMANDS, ids=name_of)
def test_every_command_of_the_page_runs(page: Path, read: dict[Path, Future[None]]) -> None:
    words = set(" ".join(commands(page)).split())
    if missing := [tool for tool in ("bash", *sorted(words & {"curl"})) if shutil.which(tool) is None]:
        pytest.skip(f"needs {', '.join(missing)}")
    read[page].result()


EACH = test_every_command_of_the_page_runs


@pytest.mark.parametrize("place", (ELSEWHERE | MEASURED).values(), ids=ELSEWHERE | MEASURED)
def test_what_is_not_run_here_is_run_there(place: str) -> None:
    assert (ROOT / place).is_file()


def test_there_are_commands() -> None:
    assert {name_of(page) for page in PAGES if shell_blocks(page)} >= {"README.md", "README.vi.md", "docs/api.md"}


def test_a_failing_command_is_named_with_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "page.md"
    page.write_text("# A\n\n```sh\ntrue\nfalse  # exit 1\nls /nowhere/to/be/found\n```\n")
    monkeypatch.setattr("tests.docs.reader.name_of", lambda _: "page.md")
    (tmp_path / "home").mkdir()
    (tmp_path / "run" / "folder").mkdir(parents=True)
    with pytest.raises(AssertionError, match=r"page\.md:6: ls /nowhere"):
        follow(page, tmp_path / "run" / "folder", tmp_path / "home")
