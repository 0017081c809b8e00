"""A person who is not assigned to the app stays at the IdP; the app never hears of them.

An app that waits for an answer, or that counts on one, must cope with none.
"""

from harness.actor import Actor
from harness.outcome import AtIssuer
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in(person="uma")


SCENARIO = Scenario(
    spec='Entra AADSTS50105; Okta "User is not assigned to this application."; JumpCloud: implicitly denied',
    expected=AtIssuer(),
    idps=("entra", "okta", "jumpcloud"),
    steps=_steps,
)
