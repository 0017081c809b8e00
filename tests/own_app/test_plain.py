"""`sso-harness serve --plain`: logins of a real app that has neither proxy nor CA."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from harness.own_app.plain import LOST
from tests.own_app.conftest import COMMAND, Serve, World, describe

IN = "alice@{org}.example is signed in, at https://shop.example/\n"


@contextmanager
def _shop(world: World, org: str) -> Iterator[None]:
    """The shop is up, started by hand with one customer's connection."""
    process = subprocess.Popen(
        [COMMAND, "exec", "--org", org],
        cwd=world.folder,
        env=world.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    said: list[str] = []
    while "running on" not in "".join(said):
        said.append(process.stdout.readline())
        assert said[-1], "".join(said)
    try:
        yield
    finally:
        process.terminate()
        process.communicate()


def test_alice_signs_in_at_every_idp_that_is_offered(serve: Serve, tmp_path: Path) -> None:
    """The app is told issuers at plain addresses and believes their tokens; what is lost was said at the start."""
    describe(tmp_path / "here")
    world = serve("--plain")
    offered = [name.lower() for name in re.findall(r"SSO_(\w+)_ISSUER='http://127\.0\.0\.1:\d+", world.said)]

    assert LOST in world.said
    assert {"acme", "globex", "initech"} <= set(offered)
    for org in offered:
        with _shop(world, org):
            done = world.command("open", "--org", org, "--as", "alice", "--picture", "page.png")
        assert done.stdout == IN.format(org=org), done.stderr


def test_app_that_serve_starts_is_told_the_same(serve: Serve, tmp_path: Path) -> None:
    """With --start, too, the app's own variables hold the plain addresses."""
    describe(tmp_path / "here")
    world = serve("--plain", "--start", "--org", "globex")

    done = world.command("open", "--org", "globex", "--as", "alice", "--picture", "page.png")

    assert done.stdout == IN.format(org="globex"), done.stderr


def test_idp_that_is_not_offered_is_one_line(serve: Serve, tmp_path: Path) -> None:
    """The provider without fault hooks cannot be rewritten: its customer is not there, and the line names those that are."""
    describe(tmp_path / "here")
    world = serve("--plain")

    done = world.command("exec", "--org", "umbrella")

    assert done.returncode == 2
    assert done.stderr.startswith('sso-harness: there is no customer "umbrella" here; choose one of acme, ')
    assert len(done.stderr.splitlines()) == 1
