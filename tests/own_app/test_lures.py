"""A stranger's link into somebody's own app: where it asks to be led afterwards is tried, although nobody said how."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.own_app.conftest import COMMAND, describe


def _run(folder: Path, *cases: str) -> subprocess.CompletedProcess[str]:
    words = [COMMAND, "run", *cases, "--idp", "okta", "--report", "", "-rs"]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False, timeout=300)


def test_app_that_leads_wherever_a_link_says_is_told(tmp_path: Path) -> None:
    """The app's own address that begins a login is found, and so is the name under which it takes an address."""
    describe(tmp_path, BAD_AT="/login", BAD_HOW="leads anywhere")

    done = _run(tmp_path, "login/unsafe_return_address")

    assert done.returncode == 1, done.stdout + done.stderr
    assert "alice is signed in, at https://evil.example/phish" in done.stdout


@pytest.mark.parametrize("case", ["login/unsafe_return_address", "return_address/look_alike"])
def test_app_that_leads_home_is_left_in_peace(tmp_path: Path, case: str) -> None:
    """Whoever ignores what the link asks for is right, also without a declared capability."""
    describe(tmp_path)

    done = _run(tmp_path, case)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 passed" in done.stdout


def test_app_without_a_way_out_is_not_lured_out(tmp_path: Path) -> None:
    """A scenario that cannot reach what it is about is skipped, not green."""
    describe(tmp_path)

    done = _run(tmp_path, "session/sign_out_leads_home", "browser/framed")

    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 skipped" in done.stdout
    assert 'has no "person.sign_out"' in done.stdout
