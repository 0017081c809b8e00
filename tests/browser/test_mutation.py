"""harness/alteration/: one mutant tried in a real browser, and the reference whole again afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from harness import catalogue
from harness.alteration.folder import Named
from harness.alteration.target import AlteredReference
from harness.alteration.workers import tried
from harness.mutation.mutant import Mutant
from harness.mutation.mutants import Mutants
from harness.outcome import Refused
from harness.rehearsal import Rehearsal

NO_NONCE = Named(
    "no_nonce",
    "The nonce is not compared.",
    Mutant({"checks.nonce": lambda claims, transaction: None}, killed_by=("id_token/wrong_nonce", "id_token/expired")),
)


@pytest.fixture(scope="module")
def stage() -> Iterator[tuple[AlteredReference, Rehearsal]]:
    """World and browser around a reference that can change."""
    target = AlteredReference()
    rehearsal = Rehearsal(target).start()
    yield target, rehearsal
    rehearsal.stop()


def test_mutant_is_noticed_both_ways_and_gone_afterwards(stage: tuple[AlteredReference, Rehearsal]) -> None:
    """The right claim is red with and without check codes, a wrong claim stays green, and nothing is left behind."""
    result = tried(Mutants(), stage, NO_NONCE, "alone")
    after = stage[1].rehearse(catalogue.scenarios()["id_token/wrong_nonce"][0], "okta", "us")

    assert "alice is signed in" in result.glass["id_token/wrong_nonce"]
    assert "alice is signed in" in result.black["id_token/wrong_nonce"]
    assert (result.glass["id_token/expired"], result.black["id_token/expired"]) == ("", "")
    assert after.passed


def test_black_box_does_not_ask_which_check_refused(stage: tuple[AlteredReference, Rehearsal]) -> None:
    """Refused by another check than expected is red by check codes, and green for who sees only that nobody came in."""
    _, rehearsal = stage
    scenario = replace(catalogue.scenarios()["id_token/wrong_nonce"][0], expected=Refused("id_token.aud"))
    by_code = rehearsal.rehearse(scenario, "okta", "us")
    rehearsal.black_box = True
    by_sight = rehearsal.rehearse(scenario, "okta", "us")
    rehearsal.black_box = False

    assert not by_code.passed
    assert by_sight.passed
