"""`hoiluat serve`: the port, the processes, the end."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from cli.main import main


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOILUAT_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HOILUAT_EMBEDDING_MODEL", "none")


def test_a_taken_port_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["serve", "--port", str(port)]) == 1
    said = capsys.readouterr().err
    assert f"127.0.0.1:{port}" in said and "--port" in said


def test_several_processes_need_a_server_for_the_index(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--workers", "2"]) == 2
    assert "HOILUAT_CHROMA_URL" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["abc", "70000", "-1"])
def test_a_port_is_a_number(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["serve", f"--port={port}"])
    assert stopped.value.code == 2 and "không phải là cổng" in capsys.readouterr().err


def test_serves_until_it_is_stopped() -> None:
    command = [sys.executable, "-m", "cli.main", "serve", "--port", "0"]
    served = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ, text=True)
    try:
        assert served.stdout is not None and served.stderr is not None
        line = served.stdout.readline()
        url = line.split("http://")[1].split()[0]
        page = _read(f"http://{url}")
        assert "HỏiLuật" in page
    finally:
        served.send_signal(signal.SIGINT)
        _, err = served.communicate(timeout=30)
    assert served.returncode == 0, err
    assert "Traceback" not in err and "Đã dừng" in err


def _read(url: str) -> str:
    for _ in range(100):
        try:
            return httpx.get(url, timeout=5).text
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError(f"{url} never answered")
