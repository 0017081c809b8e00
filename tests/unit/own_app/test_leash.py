"""harness/own_app/leash.py: a command ends with whoever holds its leash, and so does all that it started."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from harness.own_app import leash

WAITS = "import time; print('up', flush=True); time.sleep(99)"
STUBBORN = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {WAITS}"
PARENT = f"""
import subprocess, sys
child = subprocess.Popen([sys.executable, "-c", {WAITS!r}], start_new_session=True)
print(child.pid, flush=True)
"""
"""Starts a child in a session of its own, and ends before it."""


@contextmanager
def _held(*command: str, patience: float = 30) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-I", "-S", leash.__file__, str(patience), *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def _let_go(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.close()


@pytest.mark.parametrize(
    ("code", "seen"), [("raise SystemExit(7)", 7), ("import os, signal; os.kill(os.getpid(), 9)", 137)]
)
def test_exit_code_is_the_commands_own(code: str, seen: int) -> None:
    """As a shell counts: what the command said, or 128 and the signal that ended it."""
    with _held(sys.executable, "-c", code) as process:
        assert process.wait(30) == seen


def test_command_that_is_not_there_is_one_line() -> None:
    """The line names the command and what the system said; the exit code is a shell's."""
    with _held("no-such-command") as process:
        assert _line(process) == '"no-such-command" cannot be started: No such file or directory'
        assert process.wait(30) == 127


@pytest.mark.parametrize("end", ["let go", "SIGTERM", "SIGINT"])
def test_command_ends_with_the_leash(end: str) -> None:
    """Whoever held it died or let go, or the leash itself is told to end: the command is asked to end, and does."""
    with _held(sys.executable, "-c", WAITS) as process:
        assert _line(process) == "up"

        if end == "let go":
            _let_go(process)
        else:
            process.send_signal(signal.Signals[end])

        assert process.wait(30) == 128 + signal.SIGTERM


def test_command_that_does_not_want_to_end_is_made_to() -> None:
    """After its time it is killed."""
    with _held(sys.executable, "-c", STUBBORN, patience=0.1) as process:
        assert _line(process) == "up"

        _let_go(process)

        assert process.wait(30) == 128 + signal.SIGKILL


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="this system does not tell who started whom")
def test_orphans_end_as_well() -> None:
    """A child in a session of its own, whose parent is gone, is still found and ended."""
    with _held(sys.executable, "-c", PARENT) as process:
        orphan = int(_line(process))

        process.wait(30)

        with pytest.raises(ProcessLookupError):
            os.kill(orphan, 0)
