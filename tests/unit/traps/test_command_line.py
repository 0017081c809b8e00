"""`python -m harness.traps`: what is typed wrong is one line and exit code 2."""

from __future__ import annotations

import pytest

from harness.traps.__main__ import main


def test_unknown_trap_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """A name that is none is answered with the nearest one; hyphens are as good as underscores."""
    code = main(["ok-leewya"])

    assert code == 2
    assert capsys.readouterr().err == 'traps: no trap "ok_leewya"; did you mean "ok_leeway"?\n'
