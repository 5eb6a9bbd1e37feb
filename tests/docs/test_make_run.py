"""`make run` as the README has it: the answer on the terminal, the page on its port, and a quiet end with Ctrl-C."""

import os
import re
import signal
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.docs.reader import environment, free_port
from tests.docs.terminal import CTRL_C, sitting_at

LONGEST = 600
"""Seconds for the first answer and the page, on a machine where the model was never prepared."""
SECOND = 30
"""Seconds for the second."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that is empty at first; the second run finds what the first left."""
    return tmp_path_factory.mktemp("run") / "home"


def _get(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=10) as reply:  # noqa: S310 (our own page)
            return str(reply.read().decode())
    except urllib.error.HTTPError as error:
        error.close()
    except OSError:
        pass
    return ""


def _wait_for(address: str, run: subprocess.Popen[bytes], until: float) -> str:
    """What is at an address, as soon as something is; nothing where the run or the time ends before."""
    while time.monotonic() < until and run.poll() is None:
        if text := _get(address):
            return text
        time.sleep(0.3)
    return ""


def _check(said: str, site: str) -> None:
    assert "Traceback" not in said
    assert re.search(r"Nguồn:\n +\[1\] ", said), said
    assert said.index("Nguồn:") < said.index(f"http://{site}/"), said


def test_make_run_answers_serves_and_ends_quietly(home: Path) -> None:
    site = f"127.0.0.1:{(port := free_port())}"
    env = environment(HOILUAT_HOME=str(home), TERM="dumb")
    with sitting_at(["make", "run", f"PORT={port}"], ROOT, env) as terminal:
        until = time.monotonic() + LONGEST
        assert "<title>" in _wait_for(f"http://{site}/", terminal.run, until), terminal.shown
        assert "ready" in _wait_for(f"http://{site}/health/ready", terminal.run, until), terminal.shown
        terminal.press(CTRL_C)
        code = terminal.run.wait(60)
    said = re.sub(r"\x1b\[[\d;]*m", "", terminal.shown)
    assert code == 0, said
    assert "***" not in said, said
    _check(said, site)


def test_a_second_make_run_is_quick_and_ends_without_a_terminal_too(home: Path, tmp_path: Path) -> None:
    site, printed = f"127.0.0.1:{(port := free_port())}", tmp_path / "printed.txt"
    with printed.open("w") as out:
        run = subprocess.Popen(
            ["make", "run", f"PORT={port}"], cwd=ROOT, env=environment(HOILUAT_HOME=str(home)),
            stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        try:
            until = time.monotonic() + SECOND
            assert "ready" in _wait_for(f"http://{site}/health/ready", run, until), printed.read_text()
            os.killpg(run.pid, signal.SIGINT)
            run.wait(60)
        finally:
            if run.poll() is None:
                os.killpg(run.pid, signal.SIGKILL)
                run.wait()
    _check(printed.read_text(), site)
    assert _get(f"http://{site}/health/live") == ""
