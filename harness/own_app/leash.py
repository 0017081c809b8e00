"""Holds a command on a leash: `leash.py SECONDS COMMAND…` ends it, with all that it started, when standard input ends.

Runs alone, without the rest of the harness: whoever holds the other end of its standard input may die as it likes, the
command does not outlive it. Programs that put themselves into the background are caught too, where the system lets
orphans be adopted (Linux, prctl(2), PR_SET_CHILD_SUBREAPER). The exit code is the command's, 128 + n after signal n.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

_ADOPT_ORPHANS = 36  # PR_SET_CHILD_SUBREAPER, <linux/prctl.h>
_CANNOT_START = 127  # as shells have it


def main(arguments: list[str]) -> int:
    """Run the command until it ends, standard input ends, or SIGTERM comes."""
    patience, command = float(arguments[0]), arguments[1:]
    _adopt_orphans()
    woken, waker = os.pipe()
    os.set_blocking(waker, False)
    signal.set_wakeup_fd(waker, warn_on_full_buffer=False)
    for number in (signal.SIGCHLD, signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: None)
    try:
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)  # noqa: S603 - the app's own command
    except OSError as error:
        print(f'"{command[0]}" cannot be started: {error.strerror}', file=sys.stderr)
        return _CANNOT_START
    code = _wait(child, woken)
    _end(child, patience)
    return _shell_code(child.wait() if code is None else code)


def _shell_code(code: int) -> int:
    return 128 - code if code < 0 else code


def _adopt_orphans() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_ADOPT_ORPHANS, 1, 0, 0, 0)


def _wait(child: subprocess.Popen[bytes], woken: int) -> int | None:
    """The command's exit code when it ends first; None when it is to be ended."""
    while True:
        ready, _, _ = select.select([sys.stdin.fileno(), woken], [], [])
        if sys.stdin.fileno() in ready and not os.read(sys.stdin.fileno(), 1):
            return None
        if woken in ready:
            signals = os.read(woken, 64)
            if child.poll() is not None:
                return child.returncode
            if {signal.SIGTERM, signal.SIGINT} & set(signals):
                return None


def _end(child: subprocess.Popen[bytes], patience: float) -> None:
    """Ask everything below to end, and after `patience` seconds make it."""
    deadline = time.monotonic() + patience
    for number in (signal.SIGTERM, signal.SIGKILL):
        _tell(child, number)
        while _below(child) and (time.monotonic() < deadline or number == signal.SIGKILL):
            select.select([], [], [], 0.01)
            _reap(child)
            if number == signal.SIGKILL:
                _tell(child, number)  # what was born meanwhile


def _tell(child: subprocess.Popen[bytes], number: int) -> None:
    for process in _below(child):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(process, number)


def _reap(child: subprocess.Popen[bytes]) -> None:
    """Bury adopted orphans; the command itself is buried by its own object."""
    child.poll()
    for process in _below(child):
        if process != child.pid:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(process, os.WNOHANG)


def _below(child: subprocess.Popen[bytes]) -> list[int]:
    """Every process that descends from this one; without /proc the command alone."""
    if not Path("/proc/self/stat").exists():
        return [child.pid] if child.poll() is None else []
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                state, parent = (entry / "stat").read_text(errors="replace").rpartition(")")[2].split()[:2]
                if state != "Z" or int(parent) == os.getpid():
                    parents[int(entry.name)] = int(parent)
    if child.returncode is not None:
        parents.pop(child.pid, None)
    found, wave = [], [os.getpid()]
    while wave:
        wave = [process for process, parent in parents.items() if parent in wave]
        found += wave
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
