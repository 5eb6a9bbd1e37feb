"""A terminal of its own for a command, in which Ctrl-C is a key and reaches whoever is in front."""

import os
import pty
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

_SIT_DOWN = (
    "import fcntl, os, sys, termios; os.setsid(); fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    "os.execvp(sys.argv[1], sys.argv[1:])"
)
CTRL_C = b"\x03"


class Terminal:
    """What runs in it, and what it has shown so far."""

    def __init__(self, command: Sequence[str], folder: Path, env: Mapping[str, str]) -> None:
        self._keys, screen = pty.openpty()
        line = [sys.executable, "-I", "-c", _SIT_DOWN, *command]
        self.run = subprocess.Popen(line, cwd=folder, env=env, stdin=screen, stdout=screen, stderr=screen)
        os.close(screen)
        self._shown = bytearray()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    @property
    def shown(self) -> str:
        """Everything printed so far, as lines."""
        return self._shown.decode(errors="replace").replace("\r\n", "\n")

    def press(self, keys: bytes) -> None:
        """Type something."""
        os.write(self._keys, keys)

    def close(self) -> None:
        """Hang up: whatever still runs here is told so, and then ended."""
        if self.run.poll() is None:
            self.run.kill()
        self.run.wait()
        self._reader.join(10)
        os.close(self._keys)

    def _read(self) -> None:
        while True:
            try:
                piece = os.read(self._keys, 4096)
            except OSError:  # Linux says so when the last who had it open is gone
                return
            if not piece:
                return
            self._shown += piece


@contextmanager
def sitting_at(command: Sequence[str], folder: Path, env: Mapping[str, str]) -> Iterator[Terminal]:
    """A terminal that is closed at the end."""
    terminal = Terminal(command, folder, env)
    try:
        yield terminal
    finally:
        terminal.close()
