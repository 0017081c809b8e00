"""Apps whose sign-in others wrote, unmodified, at production addresses, each started by its own command.

They need packages from the usual registries and some minutes: `make strangers`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from harness import catalogue
from harness.own_app.reading import FILE
from tests.apps import findings
from tests.apps.installing import HERE, node_app, python_app

IDPS = ("entra", "okta", "jumpcloud")

LIES = tuple(f"id_token/{lie}" for lie in ("wrong_audience", "wrong_issuer", "wrong_key", "wrong_nonce", "unsigned"))
"""Tried with every app, whether it is known to fail there or not."""

ONCE_BLAMED = (
    "callback/claims_in_the_answer",
    "callback/tokens_in_the_answer",
    "keys/storm",
    "request/unlike_the_last",
    "userinfo/token_in_the_header",
)
"""Scenarios that were red at one of these apps although it was right."""

WRITTEN_UP = findings.sections(findings.PAGE.read_text(encoding="utf-8"))

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(params=sorted(WRITTEN_UP))
def app(request: pytest.FixtureRequest) -> str:
    """A real app by its folder's name."""
    name: str = request.param
    if _of_node(name) and shutil.which("npm") is None:
        pytest.skip("this machine has no npm")
    return name


@pytest.fixture
def rehearse(app: str, tmp_path: Path) -> Run:
    """Runs `sso-harness run` against the app as its owner would, from another folder."""
    folder = node_app(app) if _of_node(app) else HERE / app
    environment = {**os.environ, **({} if _of_node(app) else python_app(app))}

    def run(*words: str, unset: str = "") -> subprocess.CompletedProcess[str]:
        target = _without(unset, folder) if unset else folder
        command = [str(Path(sys.executable).with_name("sso-harness")), "run", *words, "--target", str(target)]
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False, timeout=1200
        )

    return run


def _without(variable: str, folder: Path) -> Path:
    """The app's description without a variable of its environment."""
    lines = (folder / FILE).read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(f"{variable} = ")]
    assert len(kept) < len(lines)
    changed = folder / f"without_{variable.lower()}.toml"
    changed.write_text("".join(kept), encoding="utf-8")
    return changed


def _of_node(app: str) -> bool:
    return (HERE / app / "package.json").exists()


def _failed(done: subprocess.CompletedProcess[str]) -> set[str]:
    assert done.returncode in {0, 1}, done.stdout + done.stderr
    return set(re.findall(r"^FAILED .*scenarios/(\S+)\.py::", done.stdout, re.MULTILINE))


def test_alice_signs_in_at_every_idp(rehearse: Run) -> None:
    """The app, unmodified, signs Alice in through Entra, Okta and JumpCloud."""
    done = rehearse("login/happy", *(word for idp in IDPS for word in ("--idp", idp)))

    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{len(IDPS)} passed" in done.stdout, done.stdout


def test_weaknesses_are_those_that_are_written_up(app: str, rehearse: Run) -> None:
    """The app fails where docs/findings.md says so, and is not taken in by any other of the usual lies."""
    known = set(WRITTEN_UP[app].cases)
    failed: set[str] = set()

    for idp, cases in _by_idp({*known, *LIES, *ONCE_BLAMED}).items():
        failed |= _failed(rehearse(*cases, "--idp", idp, "-rf"))

    assert failed == known


def _by_idp(cases: Iterable[str]) -> dict[str, list[str]]:
    """Where each scenario is tried: at Okta, unless it belongs to another IdP."""
    found: dict[str, list[str]] = {}
    for case in sorted(cases):
        scenario, _ = catalogue.scenarios()[case]
        idps = scenario.idps or IDPS
        found.setdefault("okta" if "okta" in idps else idps[0], []).append(case)
    return found


@pytest.mark.parametrize("app", ["authjs_express"], indirect=True)
def test_authjs_without_checks_gets_no_further_than_entra(rehearse: Run) -> None:
    """Auth.js sends no state unless told to; Okta and JumpCloud answer that with an error."""
    words = [word for idp in IDPS for word in ("--idp", idp)]

    done = rehearse("login/happy", *words, "-rf", unset="CHECKS")

    failed = set(re.findall(r"^FAILED .*::(\S+) ", done.stdout, re.MULTILINE))
    assert failed == {"okta-us", "jumpcloud-us"}, done.stdout + done.stderr
