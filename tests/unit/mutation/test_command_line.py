"""`python -m harness.mutation`: what is typed wrong is one line and exit code 2."""

from __future__ import annotations

import pytest

from harness.mutation.__main__ import main


def test_unknown_mutant_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """A name that is none is answered with the nearest one; hyphens are as good as underscores."""
    code = main(["nonce-not-chekced"])

    assert code == 2
    assert capsys.readouterr().err == 'mutants: no mutant "nonce_not_chekced"; did you mean "nonce_not_checked"?\n'


def test_missing_browser_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Where no browser is found nothing is tried, and one line says so."""
    monkeypatch.setenv("SSO_HARNESS_BROWSER", "/nowhere/chrome")

    code = main(["nonce_not_checked"])

    said = capsys.readouterr()
    assert code == 2
    assert said.err.startswith("mutants: ")
    assert len(said.err.splitlines()) == 1
