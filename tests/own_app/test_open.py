"""`sso-harness open`: a browser in the served world, with a window or as a picture."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator

import pytest

from harness import browser
from tests.own_app.conftest import COMMAND, Serve


@pytest.fixture
def display() -> Iterator[str]:
    """A display that nobody looks at; skips where there is no browser with a window, or no Xvfb."""
    if shutil.which("Xvfb") is None:
        pytest.skip("this machine has no Xvfb")
    process = subprocess.Popen(["Xvfb", "-displayfd", "1", "-nolisten", "tcp"], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    name = f":{process.stdout.readline().strip()}"
    machine = browser.this_machine()
    try:
        found = browser.find(
            headed=True,
            machine=browser.Machine(
                environment={**os.environ, "DISPLAY": name},
                folder=machine.folder,
                revision=machine.revision,
                which=machine.which,
                run=machine.run,
                root=machine.root,
            ),
        )
        if found is None:
            pytest.skip("this machine has no browser with a window")
        yield name
    finally:
        process.terminate()
        process.communicate()


def test_window_shows_alice_signed_in_until_it_is_closed(serve: Serve, display: str) -> None:
    """The window opens, Alice is signed in, and Ctrl-C gives the terminal back."""
    world = serve()

    visit = subprocess.Popen(
        [COMMAND, "open", "--org", "acme", "--as", "alice"],
        cwd=world.folder,
        env=world.environment | {"DISPLAY": display, "TMPDIR": "/tmp"},  # Chromium has no room for long paths
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert visit.stdout is not None
    said = visit.stdout.readline()
    visit.send_signal(signal.SIGINT)
    rest, _ = visit.communicate(timeout=30)

    assert said == "alice@acme.example is signed in, at https://app.pelanor.io/workspace\n", rest
    assert "Traceback" not in rest


def test_without_a_display_one_line_says_so(serve: Serve) -> None:
    """No window can be shown: the line names the variables, and that it goes without a window."""
    world = serve()

    done = world.command("open", "--org", "acme", "--as", "alice", DISPLAY="", WAYLAND_DISPLAY="")

    assert done.returncode == 2
    assert 'a browser window needs a display, and neither "DISPLAY" nor "WAYLAND_DISPLAY" is set' in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_picture_needs_no_display(serve: Serve) -> None:
    """With --picture the page is written to a file, signed in as somebody else of another customer."""
    world = serve()

    done = world.command("open", "--org", "globex", "--as", "bob", "--picture", "page.png", DISPLAY="")

    assert done.stdout == "bob@globex.example is signed in, at https://app.pelanor.io/workspace\n", done.stderr
    assert (world.folder / "page.png").read_bytes().startswith(b"\x89PNG")
