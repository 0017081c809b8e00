"""Apps whose sign-in others wrote, unmodified, at production addresses, each started by its own command.

They need packages from the usual registries and some minutes: `make strangers`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.apps.installing import HERE, node_app, python_app

IDPS = ("entra", "okta", "jumpcloud")

LIES = ("wrong_audience", "wrong_issuer", "wrong_key", "wrong_nonce", "unsigned")

KNOWN_WEAK = {
    "django_mozilla": ("id_token/wrong_audience", "id_token/wrong_issuer"),
    "flask_oidc": (),
    "express_oidc": (),
}
"""Scenarios that an app fails, each written up in docs/findings.md."""


@pytest.fixture(params=sorted(KNOWN_WEAK))
def app(request: pytest.FixtureRequest) -> str:
    """A real app by its folder's name."""
    name: str = request.param
    if name == "express_oidc" and shutil.which("npm") is None:
        pytest.skip("this machine has no npm")
    return name


@pytest.fixture
def rehearse(app: str, tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs `sso-harness run` against the app as its owner would, from another folder."""
    node = app == "express_oidc"
    folder = node_app(app) if node else HERE / app
    environment = {**os.environ, **({} if node else python_app(app))}

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [str(Path(sys.executable).with_name("sso-harness")), "run", *words, "--target", str(folder)]
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False, timeout=600
        )

    return run


def test_alice_signs_in_at_every_idp(rehearse: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    """The app, unmodified, signs Alice in through Entra, Okta and JumpCloud."""
    done = rehearse("login/happy", *(word for idp in IDPS for word in ("--idp", idp)))

    assert done.returncode == 0, done.stdout + done.stderr


def test_weaknesses_are_those_that_are_written_up(
    app: str, rehearse: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    """Of the lies about who issued a token, for whom and signed by whom, the app fails at the known ones only."""
    cases = [f"id_token/{lie}" for lie in LIES]

    done = rehearse(*cases, "--idp", "okta", "-rf")

    failed = set(re.findall(r"^FAILED .*scenarios/(\S+)\.py::", done.stdout, re.MULTILINE))
    assert len(failed) == len(cases) or " passed" in done.stdout, done.stdout + done.stderr
    assert failed == set(KNOWN_WEAK[app]), done.stdout + done.stderr
