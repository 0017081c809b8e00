"""harness/own_app/process.py: apps that misbehave are one line, and leave no process."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from pathlib import Path

import pytest

from harness.own_app import ports
from harness.own_app.mistakes import AppFailed
from harness.own_app.process import Process

SERVER = "import http.server as h; h.HTTPServer(('127.0.0.1', {port}), h.SimpleHTTPRequestHandler).serve_forever()"
RUBBISH = """
import socket
s = socket.create_server(('127.0.0.1', {port}))
while True:
    c, _ = s.accept()
    c.recv(99)
    c.sendall(b'\\0\\xff')
    c.close()
"""
STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); time.sleep(99)"
PARENT = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(99)  # MARK'])"


def _failure(folder: Path, code: str, within: float = 1.5) -> str:
    port = ports.free()

    async def rehearse() -> str:
        process = Process(
            [sys.executable, "-c", code.replace("{port}", str(port)).replace("{other}", str(ports.free()))],
            directory=folder,
            environment=dict(os.environ),
            log=folder / "app.log",
        )
        try:
            with pytest.raises(AppFailed) as failed:
                await process.answers(f"http://127.0.0.1:{port}", "/", within, time.monotonic)
        finally:
            await process.stop()
        return str(failed.value)

    return asyncio.run(rehearse())


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("raise SystemExit('no database')", 'ended with exit code 1; it said last: "no database"'),
        ("pass", "ended with exit code 0; it said nothing"),
        ("import os; os.kill(os.getpid(), 9)", "was ended by signal 9"),
    ],
)
def test_app_that_ends_is_told_with_its_last_words(tmp_path: Path, code: str, says: str) -> None:
    """An app that crashes is one line: how it ended, what it said last, where its log is."""
    line = _failure(tmp_path, code, within=30)

    assert says in line
    assert f"log: {tmp_path / 'app.log'}" in line
    assert "\n" not in line


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("import time; time.sleep(99)", "nothing answers at http://127.0.0.1:"),
        (SERVER.replace("{port}", "{other}"), 'correct "app.listens"'),
        (RUBBISH, "is no HTTP"),
    ],
)
def test_app_that_never_answers_is_told_apart(tmp_path: Path, code: str, says: str) -> None:
    """Listening nowhere, elsewhere, or speaking something else: the line says which, and the way out."""
    line = _failure(tmp_path, code, within=3)

    assert says in line
    assert "\n" not in line


@pytest.mark.parametrize("code", [STUBBORN, PARENT])
def test_nothing_outlives_the_app(tmp_path: Path, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither an app that ignores being asked to end nor what it started stays behind."""
    monkeypatch.setattr("harness.own_app.process.GOODBYE", 0.2)
    mark = f"stays-{os.getpid()}-{time.monotonic_ns()}"

    _failure(tmp_path, code.replace("MARK", mark) + f"  # {mark}", within=1)

    left = [it for it in Path("/proc").glob("[0-9]*/cmdline") if mark.encode() in _said(it)]
    assert left == []


def _said(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
