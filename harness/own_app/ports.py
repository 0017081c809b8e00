"""Ports of this machine: a free one, and on which ones a process really listens."""

from __future__ import annotations

import contextlib
import socket
from pathlib import Path

_LISTENING = "0A"  # the state of a listening socket in /proc/net/tcp, see proc_pid_net(5)


def free() -> int:
    """A port of 127.0.0.1 that nobody listens on at this moment."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def taken(host: str, port: int) -> bool:
    """Whether somebody listens there already."""
    with contextlib.suppress(OSError), socket.create_connection((host, port), timeout=1):
        return True
    return False


def listened_on_below(process: int) -> list[int]:
    """The TCP ports on which `process` and what it started listen; empty where the system does not tell (no /proc)."""
    inodes = {inode for found in _family(process) for inode in _sockets(found)}
    return sorted({port for port, inode in _listening() if inode in inodes})


def _family(process: int) -> list[int]:
    found, wave = [], [process]
    while wave:
        found += wave
        wave = [child for parent in wave for child in _children(parent)]
    return found


def _children(process: int) -> list[int]:
    with contextlib.suppress(OSError):
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        return [int(word) for task in tasks for word in (task / "children").read_text().split()]
    return []


def _sockets(process: int) -> list[str]:
    found = []
    with contextlib.suppress(OSError):
        for descriptor in Path(f"/proc/{process}/fd").iterdir():
            with contextlib.suppress(OSError):
                target = str(descriptor.readlink())
                if target.startswith("socket:["):
                    found.append(target[8:-1])
    return found


def _listening() -> list[tuple[int, str]]:
    found = []
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        with contextlib.suppress(OSError):
            for line in Path(table).read_text().splitlines()[1:]:
                fields = line.split()
                if fields[3] == _LISTENING:
                    found.append((int(fields[1].rpartition(":")[2], 16), fields[9]))
    return found
