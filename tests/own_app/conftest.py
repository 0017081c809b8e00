"""Worlds served by the command itself, each in a process, a folder and a place for temporary files of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

COMMAND = str(Path(sys.executable).with_name("sso-harness"))

UP = '"sso-harness exec -- CMD"'
"""Stands in the last line that serve prints."""


REPOSITORY = Path(__file__).parents[2]

_DESCRIPTION = """\
name = "shop"

[app]
origins = {{ us = "https://shop.example" }}
listens = "http://127.0.0.1:{{port}}"
command = ["{{python}}", "{shop}", "{{port}}"]
callback = "/callback"
{keys}

[app.environment]
PYTHONPATH = "{repository}"
{variables}

[connection.environment]
DISCOVERY_URL = "{{discovery_url}}"
ID = "{{client_id}}"
SECRET = "{{client_secret}}"

[person]
begin = [{{ open = "/" }}, {{ click = {{ role = "link", name = "Log in" }} }}]

[signed_in]
open = "/"
selector = "p"
"""


def describe(folder: Path, keys: str = "", **variables: str) -> Path:
    """Write the shop's description into `folder`, with more `keys` of [app] and more `variables`."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = "\n".join(f'{name} = "{value}"' for name, value in variables.items())
    shop = Path(__file__).with_name("shop.py")
    file = folder / "sso-harness.toml"
    file.write_text(_DESCRIPTION.format(shop=shop, repository=REPOSITORY, keys=keys, variables=lines))
    return file


@dataclass(frozen=True)
class World:
    """A served world: its process, what it printed, where it was started, and the environment of its commands."""

    process: subprocess.Popen[str]
    said: str
    folder: Path
    environment: dict[str, str]

    def command(self, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
        """Run a verb in another terminal, as it were."""
        return subprocess.run(
            [COMMAND, *words],
            cwd=self.folder,
            env=self.environment | more,
            capture_output=True,
            text=True,
            check=False,
            timeout=90,
        )

    def ended_by(self, number: signal.Signals) -> str:
        """Send a signal and wait for the end; what was said last."""
        self.process.send_signal(number)
        said, _ = self.process.communicate(timeout=30)
        return said

    def left(self) -> list[str]:
        """Temporary files, state files and processes that remain."""
        files = [str(it.relative_to(self.folder)) for it in (self.folder / "tmp").rglob("*") if it.is_file()]
        mark = f"TMPDIR={self.folder / 'tmp'}".encode()
        return files + [it.parent.name for it in Path("/proc").glob("[0-9]*/environ") if mark in _read(it).split(b"\0")]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


Serve = Callable[..., World]


@pytest.fixture(autouse=True)
def signals_as_in_a_terminal() -> Iterator[None]:
    """Children hear Ctrl-C and a closing terminal, also where these tests were started by nohup or in the background."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGHUP)}
    for number, handler in before.items():
        if handler is signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """`serve("--plain", folder="a", state="b")` starts a world; what is up at the end of the test is ended."""
    started: list[subprocess.Popen[str]] = []

    def start(*words: str, folder: str = "here", state: str = "state", before: tuple[str, ...] = ()) -> World:
        here = tmp_path / folder
        (here / "tmp").mkdir(parents=True, exist_ok=True)
        environment = {**os.environ, "TMPDIR": str(here / "tmp"), "SSO_HARNESS_STATE": str(tmp_path / state)}
        process = subprocess.Popen(
            [*before, COMMAND, "serve", *words],
            cwd=here,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        started.append(process)
        assert process.stdout is not None
        said: list[str] = []
        while not said or UP not in said[-1]:
            said.append(process.stdout.readline())
            assert said[-1], "".join(said)
        return World(process, "".join(said), here, environment)

    yield start
    for process in started:
        process.kill()
        process.communicate()
