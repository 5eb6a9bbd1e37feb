"""Tests reach nothing but this machine."""

import socket
import urllib.request

import pytest

from tests.conftest import NetworkForbidden


@pytest.mark.parametrize(
    ("family", "address"),
    [
        (socket.AF_INET, ("192.0.2.1", 80)),  # an address for documentation, nobody's
        (socket.AF_INET, ("example.org", 80)),
        (socket.AF_INET, ("0.0.0.0", 80)),
        (socket.AF_INET6, ("2001:db8::1", 80)),
    ],
)
def test_connecting_outside_is_refused(family: int, address: tuple[str, int]) -> None:
    with socket.socket(family, socket.SOCK_STREAM) as client:
        with pytest.raises(NetworkForbidden):
            client.connect(address)
        with pytest.raises(NetworkForbidden):
            client.connect_ex(address)


def test_sending_outside_is_refused() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client, pytest.raises(NetworkForbidden):
        client.sendto(b"", ("192.0.2.1", 53))


def test_names_are_not_looked_up() -> None:
    with pytest.raises(NetworkForbidden):
        socket.getaddrinfo("example.org", 80)
    with pytest.raises(OSError, match="loopback"):
        urllib.request.urlopen("http://example.org/")


def test_loopback_is_open() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        client.sendall(b"x")
        with server.accept()[0] as served:
            assert served.recv(1) == b"x"
