"""An app that misbehaves in the middle of a login: a clear line, its own log, the next scenario, no process left."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.own_app.conftest import COMMAND, describe


def _run(folder: Path, *cases: str, report: str = "") -> str:
    done = subprocess.run(
        [COMMAND, "run", *cases, "--idp", "okta", "--report", report],
        cwd=folder,
        env={**os.environ, "TMPDIR": str(_temporary(folder))},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout


def _temporary(folder: Path) -> Path:
    (folder / "tmp").mkdir(exist_ok=True)
    return folder / "tmp"


def _left(folder: Path) -> list[str]:
    mark = f"MARK={folder}".encode()
    return [it.parent.name for it in Path("/proc").glob("[0-9]*/environ") if mark in _read(it).split(b"\0")]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


@pytest.mark.parametrize(
    ("how", "says"),
    [
        ("crashes", 'ended with exit code 3; it said last: "?[31mout of memory ??"; log: tmp/sso-harness-app-logs-'),
        ("hangs", "the app does not answer /callback within 1 seconds"),
        ("breaks off", "cannot be read to its end (net::ERR_CONTENT_LENGTH_MISMATCH); the app broke off its answer to"),
        ("rubbish", "the app's answer to /callback cannot be read to its end (net::ERR_CONTENT_DECODING_FAILED)"),
    ],
)
def test_is_told_and_the_next_scenario_goes_on(tmp_path: Path, how: str, says: str) -> None:
    """Both scenarios run: the second has an app that is up again, and is red for the same reason, not for the first's."""
    describe(tmp_path, "slowest = 1", BAD_AT="/callback", BAD_HOW=how, MARK=str(tmp_path))

    said = _run(tmp_path, "login/happy", "login/wrong_password_then_right")

    lines = [line for line in said.splitlines() if says in line]
    assert len(lines) == 2, said
    assert all("/callback" in line for line in lines)
    assert "Timeout" not in said, said
    logs = list(tmp_path.glob("tmp/sso-harness-app-logs-*/shop-globex-*.log"))
    assert len(logs) == ("; log: " in said)
    assert any(b"out of memory" in it.read_bytes() for it in logs) == (how == "crashes")
    assert _left(tmp_path) == []


@pytest.mark.parametrize(("report", "where"), [("elsewhere", "elsewhere/app-logs"), ("", "tmp/sso-harness-app-logs-*")])
def test_app_that_comes_too_late_is_told(tmp_path: Path, report: str, where: str) -> None:
    """The line says how long it was awaited, and how to give it more; it is not awaited for every scenario again.

    Its log is where the report is, or without one in a temporary folder, which stays because the line names it.
    """
    describe(tmp_path, "ready_within = 1", LATE="60", MARK=str(tmp_path))

    said = _run(tmp_path, "login/happy", "login/not_assigned", report=report)

    assert "nothing answers at http://127.0.0.1:" in said, said
    [log] = tmp_path.glob(f"{where}/shop-globex-*.log")
    assert f'raise "app.ready_within"; it said nothing; log: {log.relative_to(tmp_path)}' in said
    assert not (tmp_path / "report").exists()
    assert "2 failed" in said
    assert _left(tmp_path) == []
