"""Write the lock files anew: run by `make lock`, which puts uv into `.venv` first.

uv takes PyTorch's CPU build from PyTorch's own index, as pyproject.toml says. It does not read pip's configuration:
where that names a folder of wheels, the folder is given to uv for this one run, and no lock names it.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = (sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11")


def wheel_folder() -> list[str]:
    """Options of uv for the folder of wheels that pip is set up with, if any."""
    ask = [sys.executable, "-m", "pip", "config", "get", "global.find-links"]
    told = os.environ.get("PIP_FIND_LINKS") or subprocess.run(ask, check=False, capture_output=True, text=True).stdout
    return ["--no-sources", "--find-links", told.split()[0]] if told.strip() else []


def write_lock(name: str, *options: str) -> None:
    """Resolve for every system that Python 3.11+ runs on, keeping the versions that the old lock has unless asked."""
    command = [*UV, *wheel_folder(), "--custom-compile-command", "make lock", *options, "--output-file", name]
    subprocess.run(command, cwd=ROOT, check=True)


def main() -> None:
    """Write the lock of what runs and, on top of it, the lock of what tests and checks."""
    upgrade = sys.argv[1:]  # --upgrade, or --upgrade-package NAME
    write_lock("requirements.lock", *upgrade, "pyproject.toml")
    write_lock("requirements-dev.lock", *upgrade, "--constraints", "requirements.lock", "--group", "dev")


if __name__ == "__main__":
    main()
