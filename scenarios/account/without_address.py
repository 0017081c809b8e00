"""A person without a mail address signs in, or is told why not.

Guests and service people have none; a lookup of the claim that must be there crashes.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.changes("alice", email=None)
    alice.signs_in()


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 5.1 (email is optional)",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    needs=("people_without_address",),
    unless=("entered_people_only",),
)
