"""Run a command with the cable pulled: in a network of its own, which has loopback and nothing else (Linux).

Unlike the guard in conftest.py it holds for every program and every library, whatever language it is written in.
"""

import fcntl
import os
import shutil
import socket
import struct
import subprocess
import sys

# From Linux's ioctl numbers, netdevice(7).
SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 1

PREFIX = ("unshare", "--map-root-user", "--net", sys.executable, "-I", __file__)


def is_possible() -> bool:
    """Whether this machine lets us make a network of our own."""
    if shutil.which("unshare") is None:
        return False
    return subprocess.run([*PREFIX, "true"], check=False, capture_output=True).returncode == 0


def raise_loopback() -> None:
    """Switch the loopback device of this network on; a new network has it switched off."""
    with socket.socket() as anything:
        named = struct.pack("16sH14x", b"lo", 0)
        flags = struct.unpack("16sH14x", fcntl.ioctl(anything, SIOCGIFFLAGS, named))[1]
        fcntl.ioctl(anything, SIOCSIFFLAGS, struct.pack("16sH14x", b"lo", flags | IFF_UP))


if __name__ == "__main__":
    raise_loopback()
    os.execvp(sys.argv[1], sys.argv[1:])
