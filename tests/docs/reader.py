"""Somebody who reads a page and types its commands, in an empty folder with the starter corpus already in."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests import unplugged
from tests.docs import model_server
from tests.docs.script import MODELS, name_of, prelude, script_of

LONGEST = 300
"""Seconds that the commands of one page may take."""


def free_port() -> int:
    """A port that nobody uses just now."""
    with socket.socket() as anything:
        anything.bind(("127.0.0.1", 0))
        return int(anything.getsockname()[1])


def environment(**more: str) -> dict[str, str]:
    """The environment of a reader: the command on the PATH, no settings, no proxy before this machine."""
    kept = {name: value for name, value in os.environ.items() if not _is_setting(name) and name not in _OURS}
    path = os.pathsep.join((str(Path(sys.executable).parent), kept.get("PATH", os.defpath)))
    return kept | {"PATH": path, "NO_PROXY": "127.0.0.1,localhost", "no_proxy": "127.0.0.1,localhost"} | more


_OURS = (
    "HF_HUB_OFFLINE",
    "TOKENIZERS_PARALLELISM",
    "PYTHONWARNINGS",
    "MAKEFLAGS",
    "MAKELEVEL",
    "MFLAGS",
    "MAKEOVERRIDES",
)
"""What a reader does not have: set by `conftest.py`, or by the make that runs the tests."""


def _is_setting(name: str) -> bool:
    return name.startswith("HOILUAT_") and name != "HOILUAT_CACHE"


def prepare_home(home: Path) -> None:
    """Put the starter corpus and its index into a home."""
    asked = subprocess.run(
        ["hoiluat", "search", "ly hôn", "-k", "1"], env=environment(HOILUAT_HOME=str(home)),
        capture_output=True, text=True, timeout=900, check=False,
    )  # fmt: skip
    assert asked.returncode == 0, asked.stderr


def follow(page: Path, folder: Path, home: Path) -> None:
    """Run every command of a page; fail with the command that failed and all that was printed."""
    shutil.copytree(home, folder / ".hoiluat")
    models_port = free_port()
    script = folder.parent / "page.sh"
    script.write_text(script_of(page, free_port(), models_port), encoding="utf-8")
    needs_models = MODELS in page.read_text(encoding="utf-8")
    start = f"python3 {model_server.__file__} {models_port} &\n" if needs_models else ""
    cut_off = unplugged.PREFIX if unplugged.is_possible() else ()
    printed = folder.parent / "printed.txt"
    named = environment(PAGE=name_of(page), SCRIPT=str(script))
    with printed.open("w") as out, _group([*cut_off, "bash", "-c", start + prelude()], folder, named, out) as run:
        try:
            code: int | str = run.wait(LONGEST)
        except subprocess.TimeoutExpired:
            code = f"not done after {LONGEST} s"
    assert code == 0, f"{name_of(page)}: {code}\n{printed.read_text(encoding='utf-8', errors='replace')[-6000:]}"


@contextmanager
def _group(command: list[str], folder: Path, env: dict[str, str], out: object) -> Iterator[subprocess.Popen[bytes]]:
    """A process whose children end with it."""
    run = subprocess.Popen(
        command, cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT,
        start_new_session=True,
    )  # type: ignore[call-overload]  # fmt: skip
    try:
        yield run
    finally:
        with suppress(ProcessLookupError):
            os.killpg(run.pid, signal.SIGKILL)
        run.wait()
