"""The issuers' differences, found out by asking each of them."""

from __future__ import annotations

import pytest

from harness.cli import main
from harness.comparison import table


@pytest.fixture(scope="module")
def answers() -> dict[str, dict[str, str]]:
    """Every question's answers for two vendors that differ much."""
    return dict(table(("okta", "jumpcloud"), "us"))


def test_issuers_keep_their_slash(answers: dict[str, dict[str, str]]) -> None:
    """JumpCloud's issuer ends in a slash, Okta's does not (the vendors' discovery documents)."""
    assert answers["issuer"]["jumpcloud"].endswith("/")
    assert not answers["issuer"]["okta"].endswith("/")


def test_short_state_is_told_from_a_missing_one(answers: dict[str, dict[str, str]]) -> None:
    """Okta wants a state of any length, JumpCloud one of eight characters at least."""
    assert answers["no state"]["okta"] == "to the app: invalid_request"
    assert answers["state of 4 characters"] == {"okta": "signs in", "jumpcloud": "to the app: invalid_state"}


def test_audience_shapes_differ(answers: dict[str, dict[str, str]]) -> None:
    """Okta sends a string, JumpCloud a list."""
    assert answers["aud"] == {"okta": "string", "jumpcloud": "list"}


def test_command_prints_a_markdown_table(capsys: pytest.CaptureFixture[str]) -> None:
    """`compare --markdown` prints one table with a column per IdP asked for."""
    code = main(["compare", "--idp", "okta", "--markdown"])

    lines = capsys.readouterr().out.splitlines()
    assert code == 0
    assert lines[:3] == ["| | okta |", "|---|---|", "| issuer | https://globex.okta.com |"]


def test_command_prints_a_table_as_wide_as_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without `--markdown` the table fits the terminal, and long answers go on below instead of being cut off."""
    monkeypatch.setenv("COLUMNS", "60")
    code = main(["compare", "--idp", "okta", "--idp", "jumpcloud"])

    lines = capsys.readouterr().out.splitlines()
    assert code == 0
    assert lines[0].split() == ["okta", "jumpcloud"]
    assert max(map(len, lines)) <= 60
    assert "…" not in "".join(lines)


def test_unknown_idp_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """A name that nobody has is answered with the names there are."""
    assert main(["compare", "--idp", "oktta"]) == 2
    assert 'unknown --idp "oktta"; choose one of' in capsys.readouterr().err
