"""`sso-harness serve` ends in order, whoever ends it."""

from __future__ import annotations

import signal
import textwrap
from pathlib import Path

import pytest

from tests.own_app.conftest import Serve

APP = """
    import http.server as h, subprocess, sys
    subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=True)
    h.HTTPServer(("127.0.0.1", int(sys.argv[1])), h.SimpleHTTPRequestHandler).serve_forever()
"""

DESCRIPTION = """
    name = "shop"
    [app]
    origins = { us = "https://shop.example" }
    listens = "http://127.0.0.1:{port}"
    command = ["{python}", "app.py", "{port}"]
    callback = "/callback"
    [person]
    begin = [{ open = "/login" }]
    [signed_in]
    open = "/api/me"
    json = "email"
"""


def _own_app(folder: Path) -> None:
    folder.mkdir()
    (folder / "app.py").write_text(textwrap.dedent(APP))
    (folder / "sso-harness.toml").write_text(textwrap.dedent(DESCRIPTION))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_nothing_stays(serve: Serve, tmp_path: Path, number: signal.Signals) -> None:
    """Ctrl-C, kill, and a terminal that closes: app and children gone, no temporary file, no state file, exit code 0."""
    _own_app(tmp_path / "here")
    world = serve("--start")

    assert "stopped" in world.ended_by(number)
    assert world.process.returncode == 0
    assert world.left() == []
    assert list((tmp_path / "state").iterdir()) == []


def test_outlives_its_terminal_under_nohup(serve: Serve) -> None:
    """What whoever started it has it ignore is ignored; kill still ends it."""
    world = serve(before=("nohup",))

    world.process.send_signal(signal.SIGHUP)

    assert "globex.okta.com" in world.command("exec", "--", "printenv", "SSO_GLOBEX_ISSUER").stdout
    assert "stopped" in world.ended_by(signal.SIGTERM)


def test_in_the_background_of_a_script_kill_ends_it(serve: Serve) -> None:
    """A shell has its background commands ignore Ctrl-C (POSIX, 2.11); SIGTERM is the way."""
    world = serve(before=("sh", "-c", 'trap "" INT; exec "$@"', "sh"))

    world.process.send_signal(signal.SIGINT)

    assert world.command("set", "clock=0").returncode == 0
    assert "stopped" in world.ended_by(signal.SIGTERM)
    assert world.left() == []
