"""What every test gets: no network, a home of its own, and the official law files where they lie beside us."""

import ipaddress
import os
import socket
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from tests import unplugged

ROOT = Path(__file__).resolve().parent.parent

# The machine is shared: how long one example takes says nothing about the code.
hypothesis.settings.register_profile("shared machine", deadline=None)
hypothesis.settings.register_profile("long", deadline=None, max_examples=5_000)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "shared machine"))

# Set before any test module imports a library that reads them.
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["TOKENIZERS_PARALLELISM"] = "false"


class NetworkForbidden(OSError):
    """A test tried to leave this machine."""


def _stays_here(family: int, address: Any) -> bool:
    if family not in (socket.AF_INET, socket.AF_INET6):
        return True
    host = address[0]
    if host in ("", "localhost"):
        return True
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:  # a name, not an address: it would be looked up outside
        return False


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection and look-up that is not of this machine."""
    connect, connect_ex, sendto = socket.socket.connect, socket.socket.connect_ex, socket.socket.sendto
    look_up = socket.getaddrinfo

    def check(family: int, address: Any) -> None:
        if not _stays_here(family, address):
            raise NetworkForbidden(f"tests may only reach loopback, not {address!r}")

    def guarded_connect(self: socket.socket, address: Any) -> None:
        check(self.family, address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        check(self.family, address)
        return connect_ex(self, address)

    def guarded_sendto(self: socket.socket, data: Any, *rest: Any) -> int:
        check(self.family, rest[-1])
        return sendto(self, data, *rest)

    def guarded_look_up(host: Any, *rest: Any, **named: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host or ""
        check(socket.AF_INET, (name,))
        return look_up(host, *rest, **named)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
    monkeypatch.setattr(socket.socket, "sendto", guarded_sendto)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings of whoever runs the tests must not change what they say; the prepared model's folder may stay."""
    for name in [n for n in os.environ if n.startswith("HOILUAT_") and n != "HOILUAT_CACHE"]:
        monkeypatch.delenv(name)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh, empty HOILUAT_HOME (the folder is not made yet)."""
    folder = tmp_path / "home"
    monkeypatch.setenv("HOILUAT_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of official law files laid beside the repository, else a skip."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("needs ../shared/data, absent here")
    return folder


@pytest.fixture(scope="session")
def cable_pulled() -> tuple[str, ...]:
    """What to put before a command to run it in a network that has only loopback, else a skip."""
    if not unplugged.is_possible():
        pytest.skip("needs Linux and leave to make a network (unshare --map-root-user --net)")
    return unplugged.PREFIX
