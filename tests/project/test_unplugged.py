"""The commands work with the cable pulled, whatever library underneath might want to call out."""

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

HOILUAT = str(Path(sys.executable).parent / "hoiluat")
REACH = """
import socket
with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
    print("loopback works")
try:
    socket.create_connection(("192.0.2.1", 80), 5)
except OSError as error:
    print(error.strerror)
"""


def _run(prefix: tuple[str, ...], *command: str) -> str:
    done = subprocess.run([*prefix, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_cable_is_pulled(cable_pulled: tuple[str, ...]) -> None:
    assert _run(cable_pulled, sys.executable, "-c", REACH) == "loopback works\nNetwork is unreachable\n"


def test_the_command_starts_without_a_network(cable_pulled: tuple[str, ...]) -> None:
    assert "ask" in _run(cable_pulled, HOILUAT, "--help")
