"""A day without a network, run by test_offline.py: ingest, search, ask, serve. Prints what came of it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

HOILUAT = Path(sys.executable).parent / "hoiluat"
QUESTION = "Chong khong chiu ky don thi toi co tu ly hon duoc khong?"


def told(*words: str) -> str:
    """What a command prints."""
    return subprocess.run([HOILUAT, *words], check=True, capture_output=True, text=True).stdout


def served() -> dict[str, object]:
    """The answer of the web service, and the first line of its page."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen([HOILUAT, "serve", "--port", "18433"], stdout=quiet, stderr=quiet) as server:
        try:
            return asked("http://127.0.0.1:18433")
        finally:
            server.send_signal(signal.SIGINT)


def asked(base: str) -> dict[str, object]:
    """Ask as soon as the service is ready."""
    for _ in range(240):
        try:
            if urllib.request.urlopen(f"{base}/health/ready").status == 200:  # noqa: S310
                break
        except OSError:
            time.sleep(0.5)
    body = json.dumps({"question": QUESTION}).encode()
    request = urllib.request.Request(f"{base}/ask", body, {"Content-Type": "application/json"})  # noqa: S310
    answer: dict[str, object] = json.loads(urllib.request.urlopen(request).read())  # noqa: S310
    return answer | {"page": urllib.request.urlopen(base).read().decode().splitlines()[0]}  # noqa: S310


if __name__ == "__main__":
    law = Path(sys.argv[1])
    print(
        json.dumps(
            {
                "ingest": json.loads(told("ingest", str(law), "--json")),
                "search": json.loads(told("search", "duoi ga ra khoi vuon rau", "-k", "1", "--json")),
                "ask": json.loads(told("ask", QUESTION, "--json")),
                "serve": served(),
            }
        )
    )
