"""A name as long as directories allow is a name.

Entra's display names have up to 256 characters; a column for a hundred ends the login of whoever needs more, and of nobody in the tests.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario

LONG = "Alice " + " ".join(["Wolfeschlegelsteinhausenbergerdorff"] * 7)


def _steps(alice: Actor) -> None:
    given, _, family = LONG.partition(" ")
    alice.administrator.changes("alice", name=LONG, given_name=given, family_name=family)
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://learn.microsoft.com/en-us/graph/api/resources/user (displayName); OIDC Core 1.0, 5.1 (name)",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
)
