"""harness/mutation/mutants.py: what counts as killed, and how it is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from harness.alteration import table
from harness.alteration.folder import Named
from harness.alteration.sight import Pair
from harness.judge import Verdict
from harness.mutation.mutant import Mutant
from harness.mutation.mutants import BYSTANDERS, PLAIN, Mutants, Tried

MUTANTS = Mutants()
DEAD = Tried("dead", "It is wrong.", "okta-us", glass={"a/b": "signed in"}, black={"a/b": "signed in"})
ALIVE = Tried("alive", "It is.", "okta-us", glass={"a/b": "red", "c/d": ""}, black={"a/b": "red", "c/d": "red"})

GREEN, RED = Verdict(passed=True), Verdict(passed=False, reason="signed in")


@pytest.mark.parametrize(
    "result",
    [
        Tried("alive", "", "", glass={"a/b": ""}, black={"a/b": "red"}),
        Tried("alive", "", "", glass={"a/b": "red"}, black={"a/b": ""}),
        ALIVE,
        Tried("alive", "", "", glass={"a/b": "red"}, black={"a/b": "red"}, unexpected={"e/f": "red"}),
        Tried("alive", "", "", equivalent="another check covers it", trouble="no browser"),
        Tried("alive", "", ""),
    ],
    ids=["green by code", "green to a person", "one claim of two", "somebody else is red", "not tried", "unclaimed"],
)
def test_not_settled(result: Tried) -> None:
    """A mutant is settled only when every claim holds both ways and nobody else is red."""
    assert not result.settled


def test_settled() -> None:
    """All claims red in both ways: killed. None, but evidence that nobody can notice: as good."""
    assert DEAD.settled
    assert Tried("equal", "", "", equivalent="another check covers it").settled


def test_killers_are_claims_and_everybody_else_is_a_surprise() -> None:
    """What is seen is told apart by what the mutant names."""
    named = Named("it", "It is wrong.", Mutant({"x": None}, killed_by=("a/b",)))

    result = MUTANTS.result(named, {"a/b": Pair(RED, RED), "c/d": Pair(GREEN, RED), "e/f": Pair(GREEN, GREEN)})

    assert (result.glass, result.black) == ({"a/b": "signed in"}, {"a/b": "signed in"})
    assert result.unexpected == {"c/d": "signed in"}


def test_nobody_stands_by_where_no_login_works() -> None:
    """A mutant that breaks every login is tried with its own scenarios only, any other with the bystanders that it does not name."""
    broken = Mutant({"x": None}, killed_by=(PLAIN,))
    other = Mutant({"x": None}, killed_by=("a/b",), also_red=(PLAIN,))

    assert list(MUTANTS.cases(broken, "usual")) == [PLAIN]
    assert list(MUTANTS.cases(other, "usual")) == ["a/b", *BYSTANDERS[1:]]
    assert list(MUTANTS.cases(other, "alone")) == ["a/b"]


def test_survivor_names_the_scenario_that_missed_it() -> None:
    """The table says which claim does not hold."""
    assert MUTANTS.row(ALIVE) == ("alive", "okta-us", "a/b, c/d", "survives c/d", "killed", "none")


def test_written_as_markdown_and_json(tmp_path: Path) -> None:
    """Both files hold the same results; the page also says why each scenario is red."""
    page = table.write(MUTANTS, [DEAD], tmp_path / "report").read_text(encoding="utf-8")
    data = json.loads((tmp_path / "report" / "mutants.json").read_text(encoding="utf-8"))

    assert "| dead | okta-us | a/b | killed | killed | none |" in page
    assert "- glass box, `a/b`: signed in" in page
    assert [(it["id"], it["settled"]) for it in data] == [("dead", True)]


def test_summary_counts() -> None:
    """One line says how many were killed in each way."""
    assert MUTANTS.summary([DEAD, ALIVE]).startswith("2 mutants: 1 killed in the glass box, 2 in the black")


def test_report_names_the_bugs_that_a_mutant_repeats() -> None:
    """Where others shipped the same mistake, the report says where to read of it."""
    named = Named("it", "It is wrong.", Mutant({"x": None}, killed_by=("a/b",), seen_at=("https://bugs.example/1",)))

    assert MUTANTS.reasons(MUTANTS.result(named, {"a/b": Pair(RED, RED)}))[-1] == "- seen at <https://bugs.example/1>"
