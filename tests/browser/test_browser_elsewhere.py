"""harness/remote_browser.py: a browser under Playwright's run-server, which learns nothing but our launch arguments."""

from __future__ import annotations

import os
import signal
import socketserver
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Error

from harness import browser as browsers
from harness import remote_browser
from harness.catalogue import FOLDER, load
from harness.cli import main
from harness.command import BadInput
from harness.own_app.finding import target
from harness.rehearsal import Rehearsal


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Callable[..., str]]:
    """Starts a run-server in another process, whose browsers are this machine's; its address."""
    found, machine = browsers.find(), browsers.this_machine()
    if found is None or found.kind != "headless-shell":
        pytest.skip("run-server starts headless browsers by a headless-shell; this machine has none")
    folder = tmp_path / f"chromium_headless_shell-{machine.revision}"
    shell = folder / "chrome-headless-shell-linux64" / "chrome-headless-shell"
    shell.parent.mkdir(parents=True)
    shell.symlink_to(found.path)
    (folder / "INSTALLATION_COMPLETE").touch()
    started: list[subprocess.Popen[str]] = []

    def start(*options: str) -> str:
        process = subprocess.Popen(
            [sys.executable, "-m", "playwright", "run-server", "--host", "127.0.0.1", *options],
            env={**os.environ, "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path)},
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        started.append(process)
        assert process.stdout is not None
        return process.stdout.readline().partition(" on ")[2].strip()

    yield start
    for process in started:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def test_alice_signs_in_by_a_browser_elsewhere(server: Callable[..., str]) -> None:
    """The whole login runs through the connection: the run's names resolve nowhere else."""
    rehearsal = Rehearsal(target("reference"), browser_ws=server("--unsafe"))
    try:
        rehearsal.start()
        verdict = rehearsal.rehearse(load(FOLDER / "login" / "happy.py")[0], "okta", "us")
    finally:
        rehearsal.stop()

    assert verdict.passed, verdict.reason


@pytest.mark.parametrize("address", ["https://nobody.example/", "http://localhost:{port}/", "http://127.0.0.1:{port}/"])
def test_reaches_nothing_but_the_run(server: Callable[..., str], address: str) -> None:
    """Neither machine's own ports nor the Internet can be opened by it."""
    at = server("--unsafe")
    rehearsal = Rehearsal(target("reference"), browser_ws=at)
    try:
        rehearsal.start()
        with pytest.raises(Error, match="ERR_SOCKS"):
            rehearsal.browser.new_page().goto(address.replace("{port}", at.rpartition(":")[2].strip("/")))
    finally:
        rehearsal.stop()


def test_server_that_takes_no_arguments_is_one_line(server: Callable[..., str]) -> None:
    """Without --unsafe a run-server drops our arguments, and the browser would trust no certificate of the run."""
    with pytest.raises(BadInput, match=r'takes no arguments from us; start one there with ".*--unsafe'):
        remote_browser.see_that_it_works(server())


def test_nobody_there_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """No scenario begins; the line names the address, what happened, and how to start one."""
    code = main(["run", "login/happy", "--idp", "okta", "--browser-ws", "ws://127.0.0.1:9/"])

    said = capsys.readouterr().err
    assert code == 2
    assert 'no browser at "ws://127.0.0.1:9/" (' in said
    assert len(said.splitlines()) == 1


def test_other_version_is_one_line() -> None:
    """Playwright speaks to its own version only; the line says so instead of how to start one."""
    box = "╔═╗\n║ Playwright version mismatch:         ║\n║   - server version: v1.2  ║\n╚═╝"

    class Old(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            while self.rfile.readline().strip():
                pass
            body = box.encode()
            self.wfile.write(b"HTTP/1.1 428 Precondition Required\r\nContent-Length: %d\r\n\r\n" % len(body) + body)

    with socketserver.TCPServer(("127.0.0.1", 0), Old) as old:
        threading.Thread(target=old.handle_request).start()
        with pytest.raises(
            BadInput, match=r"version mismatch.*; have the same version of Playwright on both sides"
        ) as bad:
            remote_browser.see_that_it_works(f"ws://127.0.0.1:{old.server_address[1]}/")

    assert "\n" not in str(bad.value)


_KILLS = '''"""A browser that dies in the middle."""

from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(spec="none", expected=SignedIn("alice"), steps=lambda actor: actor.browser.close())
'''


def test_browser_that_dies_costs_one_scenario(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The scenario it died in is one line, and the next one gets a browser of its own."""
    file = tmp_path / "scenarios" / "topic" / "dies.py"
    file.parent.mkdir(parents=True)
    file.write_text(_KILLS)

    done = subprocess.run(
        [Path(sys.executable).with_name("sso-harness"), "run", file, "login/happy", "--idp", "okta", "--region", "us"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert "the browser is gone: " in done.stdout
    assert "1 failed, 1 passed" in done.stdout
