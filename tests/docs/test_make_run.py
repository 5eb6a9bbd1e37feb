"""`make run` as the README has it: the answer on the terminal, the page on its port, and a quiet end with Ctrl-C."""

import re
import time
import urllib.error
import urllib.request
from pathlib import Path

from tests.conftest import ROOT
from tests.docs.reader import environment, free_port
from tests.docs.terminal import CTRL_C, Terminal, sitting_at

LONGEST = 600
"""Seconds for the first answer and the page, on a machine where the model was never prepared."""


def _get(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=10) as reply:  # noqa: S310 (our own page)
            return str(reply.read().decode())
    except urllib.error.HTTPError as error:
        error.close()
    except OSError:
        pass
    return ""


def _wait_for(address: str, terminal: Terminal, until: float) -> str:
    """What is at an address, as soon as something is; nothing where the run or the time ends before."""
    while time.monotonic() < until and terminal.run.poll() is None:
        if text := _get(address):
            return text
        time.sleep(0.3)
    return ""


def test_make_run_answers_serves_and_ends_quietly(tmp_path: Path) -> None:
    site = f"127.0.0.1:{(port := free_port())}"
    env = environment(HOILUAT_HOME=str(tmp_path / "home"), TERM="dumb")
    env = {name: value for name, value in env.items() if not name.startswith(("MAKE", "MFLAGS"))}
    with sitting_at(["make", "run", f"PORT={port}"], ROOT, env) as terminal:
        until = time.monotonic() + LONGEST
        assert "<title>" in _wait_for(f"http://{site}/", terminal, until), terminal.shown
        assert "ready" in _wait_for(f"http://{site}/health/ready", terminal, until), terminal.shown
        terminal.press(CTRL_C)
        code = terminal.run.wait(60)
    said = re.sub(r"\x1b\[[\d;]*m", "", terminal.shown)
    assert code == 0, said
    assert "Traceback" not in said and "***" not in said, said
    assert re.search(r"Nguồn:\n +\[1\] ", said), said
    assert said.index("Nguồn:") < said.index(f"http://{site}/"), said
