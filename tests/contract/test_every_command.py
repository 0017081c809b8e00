"""The contract of harness/commands/: it holds for every verb put there."""

from __future__ import annotations

import pytest

from harness import commands
from harness.cli import main
from harness.command import Command
from mock_idps.core.plugins import find

VERBS = [name.replace("_", "-") for name in find(commands, "COMMAND", Command)]


@pytest.mark.parametrize("verb", VERBS)
def test_explains_itself(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` of a verb answers with its use and leaves with 0."""
    with pytest.raises(SystemExit) as left:
        main([verb, "--help"])

    assert left.value.code == 0
    assert f"sso-harness {verb}" in capsys.readouterr().out


@pytest.mark.parametrize("verb", VERBS)
def test_unknown_option_is_one_line(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    """An option that nobody knows is answered in one line and exit code 2, never by a traceback."""
    code = main([verb, "--no-such-option-anywhere"])

    captured = capsys.readouterr()
    assert code == 2
    assert len(captured.err.strip().splitlines()) == 1
