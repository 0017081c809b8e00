"""harness/mutation/table.py and trial.Result: what counts as killed, and how it is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from harness.mutation import table
from harness.mutation.trial import Result

DEAD = Result("dead", "It is wrong.", "okta-us", glass={"a/b": "signed in"}, black={"a/b": "signed in"})


@pytest.mark.parametrize(
    "result",
    [
        Result("alive", "", "", glass={"a/b": ""}, black={"a/b": "red"}),
        Result("alive", "", "", glass={"a/b": "red"}, black={"a/b": ""}),
        Result("alive", "", "", glass={"a/b": "red", "c/d": ""}, black={"a/b": "red", "c/d": "red"}),
        Result("alive", "", "", glass={"a/b": "red"}, black={"a/b": "red"}, unexpected={"e/f": "red"}),
        Result("alive", "", "", trouble="no browser"),
        Result("alive", "", ""),
    ],
    ids=["green by code", "green to a person", "one claim of two", "somebody else is red", "not tried", "unclaimed"],
)
def test_not_settled(result: Result) -> None:
    """A mutant is settled only when every claim holds both ways and nobody else is red."""
    assert not result.settled


def test_settled() -> None:
    """All claims red in both ways: killed. None, but evidence that nobody can notice: as good."""
    assert DEAD.settled
    assert Result("equal", "", "", equivalent="another check covers it").settled


def test_survivor_names_the_scenario_that_missed_it() -> None:
    """The table says which claim does not hold."""
    row = table.row(Result("alive", "", "okta-us", glass={"a/b": "red", "c/d": ""}, black={"a/b": "red", "c/d": "red"}))

    assert row == ("alive", "okta-us", "a/b, c/d", "survives c/d", "killed", "none")


def test_written_as_markdown_and_json(tmp_path: Path) -> None:
    """Both files hold the same results; the page also says why each scenario is red."""
    page = table.write([DEAD], tmp_path / "report").read_text(encoding="utf-8")
    data = json.loads((tmp_path / "report" / "mutants.json").read_text(encoding="utf-8"))

    assert "| dead | okta-us | a/b | killed | killed | none |" in page
    assert "- glass box, `a/b`: signed in" in page
    assert [(it["id"], it["settled"]) for it in data] == [("dead", True)]


def test_summary_counts() -> None:
    """One line says how many were killed in each way."""
    assert table.summary([DEAD, Result("alive", "", "")]).startswith(
        "2 mutants: 1 killed in the glass box, 1 in the black"
    )
